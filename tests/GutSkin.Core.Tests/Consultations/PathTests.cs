using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>How long a consultation takes: what typical people with each condition are asked, from nothing to enough and to the full picture.</summary>
public class PathTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly Dictionary<string, FactorValue> Woman30 = new(StringComparer.Ordinal)
    {
        ["person.age"] = FactorValue.Number(30),
        ["person.sex"] = FactorValue.Choice("female"),
        ["body.height"] = FactorValue.Number(168),
        ["body.weight"] = FactorValue.Number(66),
    };

    [Fact]
    public void A_woman_of_30_with_acne()
    {
        var path = Walk(SkinConditions.AcneVulgaris, Woman30);
        output.WriteLine(path.Text);
        path.Full.Should().BePositive();
    }

    /// <summary>Answers as a typical person would, until nothing is left for a full picture.</summary>
    private static Path Walk(string concern, Dictionary<string, FactorValue> person)
    {
        var told = new Dictionary<string, FactorValue>(person, StringComparer.Ordinal) { ["condition." + concern] = FactorValue.Boolean(true) };
        var text = new StringBuilder();
        var consultation = Consultation.Start(ScoringService.Default, [concern], Day);
        int screens = 0, taps = 0, urgent = 0, enough = 0, full = 0;
        while (consultation.Current is { } question && !consultation.IsFull && screens < 100)
        {
            var answers = Answers(question, told);
            int tapped = question.Asks == QuestionKind.Screen ? answers.Count + 1 : question.Asks == QuestionKind.Form ? answers.Count + 1 : 1;
            screens++;
            taps += tapped;
            text.AppendLine(CultureInfo.InvariantCulture, $"{screens,3} {question.Reason,-8} {question.Asks,-6} {question.Id,-28} {question.Items.Length,2} items  gain {question.Gain:0.00}  decides {question.Decides.Length,3}  {question.Title}");
            foreach (var item in question.Items)
                text.AppendLine(CultureInfo.InvariantCulture, $"      - {item.Question} [{item.Factor}]{(answers.TryGetValue(item.Factor, out var said) ? " -> " + said : "")}");
            consultation = consultation.Answer(answers);
            bool cleared = !consultation.Assessment.Triage.Unresolved.Any(u => u.Urgency == Urgency.Urgent && !u.Ask.IsEmpty);
            if (urgent == 0 && cleared)
                urgent = screens;
            if (enough == 0 && consultation.IsEnough)
            {
                enough = screens;
                var score = consultation.Assessment.Condition(concern)!;
                text.AppendLine(CultureInfo.InvariantCulture, $"    ENOUGH after {screens} screens, {taps} taps: {score.Score:0.0}, interval {score.Interval?.Low:0.0} to {score.Interval?.High:0.0}; {consultation.Progress}");
            }

            if (consultation.IsFull)
                full = screens;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"    urgent signs cleared after {urgent}, enough after {enough}, full after {full} screens, {taps} taps");
        foreach (var recommendation in consultation.Assessment.Recommendations.Where(r => r.IsSuggested).Take(8))
            text.AppendLine(CultureInfo.InvariantCulture, $"    {recommendation.Status} tier {recommendation.Tier}: {recommendation.Name}");
        text.AppendLine("    tests: " + string.Join(", ", consultation.Assessment.Tests.Select(t => t.Factor)));
        return new Path(text.ToString(), urgent, enough, full, taps);
    }

    private static Dictionary<string, FactorValue> Answers(NextQuestion question, Dictionary<string, FactorValue> told)
    {
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        foreach (var item in question.Items)
        {
            if (told.TryGetValue(item.Factor, out var known))
                answers[item.Factor] = known;
            else if (question.Asks != QuestionKind.Screen)
                answers[item.Factor] = Typical(item);
        }

        return answers;
    }

    private static FactorValue Typical(QuestionItem item) => item.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(false),
        FactorKind.Choice => FactorValue.Choice(item.Choices[(item.Choices.Length - 1) / 2].Id),
        FactorKind.Integer => FactorValue.Number(Math.Clamp(2, item.Min ?? 0, item.Max ?? 100)),
        _ => FactorValue.Number(Math.Clamp(2, item.Min ?? 0, item.Max ?? 100)),
    };

    private sealed record Path(string Text, int Urgent, int Enough, int Full, int Taps);
}
