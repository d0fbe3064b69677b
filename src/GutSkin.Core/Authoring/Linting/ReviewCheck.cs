using System.Globalization;

namespace GutSkin.Core;

/// <summary>Rules whose last review is too old on a day, or behind it.</summary>
internal static class ReviewCheck
{
    public static void Check(AnalysisContext context, DateOnly day, int days)
    {
        foreach (var rule in context.Document.RuleSet.Rules.Where(r => r.Lifecycle != RuleLifecycle.Retired))
        {
            if (rule.ReviewedOn is not { } reviewed)
                continue;
            int age = day.DayNumber - reviewed.DayNumber;
            var scope = context.Document.Entry(Section.Rules, rule.Id, rule);
            if (age > days)
                scope.Report(
                    DiagnosticCodes.ReviewPassed,
                    string.Create(CultureInfo.InvariantCulture, $"The rule '{rule.Id}' was last reviewed {age} days before {day:yyyy-MM-dd}; {days} are allowed."),
                    "Review it and set 'reviewedOn'.", "reviewedOn");
            else if (age < 0)
                scope.Report(
                    DiagnosticCodes.ReviewPassed, string.Create(CultureInfo.InvariantCulture, $"The review of the rule '{rule.Id}' lies behind {day:yyyy-MM-dd}."),
                    "Check the date.", "reviewedOn");
        }
    }
}
