using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>Interventions that are meant for everyone and contraindicated for everyone.</summary>
internal static class CoverCheck
{
    public static void Check(AnalysisContext context)
    {
        var movements = new MovementGraph(context.Set.Factors, context.Set.Derivations);
        var written = context.Document.RuleSet.Interventions.DistinctBy(i => i.Id).ToDictionary(i => i.Id, StringComparer.Ordinal);
        foreach (var intervention in context.Set.Interventions.Where(i => i.When is null && !i.IsReferral))
        {
            context.Document.Bag.ThrowIfCanceled();
            if (!written.TryGetValue(intervention.Id, out var own))
                continue;
            var against = context.Set.Safety.Where(s => s.Kind == SafetyKind.Contraindication && Reaches(s, intervention, movements, context)).ToList();
            if (against.Count == 0 || GateAnalysis.CanBeTrue(new NotGate { Operand = new AnyGate { Operands = [.. against.Select(s => s.When)] } }, context.Factors))
                continue;
            context.Document.Entry(Section.Interventions, own.Id, own).Report(
                DiagnosticCodes.ContraindicatedForAll,
                $"The intervention '{own.Id}' is contraindicated for everyone: {string.Join(", ", against.Select(s => s.Id))}.",
                "Mend the contraindications, or take the intervention out.", "id");
        }
    }

    /// <summary>Whether a rule reaches an intervention, or one that it is a way of doing: by id, by trait or by movement.</summary>
    private static bool Reaches(SafetyRule rule, Intervention intervention, MovementGraph movements, AnalysisContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Intervention? each = intervention; each is not null && seen.Add(each.Id); each = ParentOf(each, context))
        {
            if (rule.AppliesTo(each) || each.Traits.Any(t => rule.Traits.Contains(t)))
                return true;
            var moved = rule.Movements.IsEmpty ? [] : movements.MovedBy(each);
            if (rule.Movements.Any(m => moved.TryGetValue(m.Factor, out var ways) && MovementGraph.Meets(ways, m.Direction)))
                return true;
        }

        return false;
    }

    private static Intervention? ParentOf(Intervention intervention, AnalysisContext context) =>
        intervention.VariantOf is { } parent ? context.Resolved.Index.Interventions.GetValueOrDefault(parent) : null;
}

/// <summary>Scored rules and safety rules that speak in no test, where a document has tests at all.</summary>
internal static class TestedCheck
{
    public static void Check(AnalysisContext context)
    {
        if (context.Document.RuleSet.Tests.IsEmpty)
            return;
        var service = new ScoringService(context.Resolved);
        HashSet<string> rules = new(StringComparer.Ordinal), safetyRules = new(StringComparer.Ordinal);
        foreach (var test in context.Set.Tests)
        {
            context.Document.Bag.ThrowIfCanceled();
            if (service.TryAssess(test.Profile).Value is not { } assessment)
                continue;
            rules.UnionWith(assessment.Conditions.SelectMany(c => c.Contributions).Where(c => c.LogOdds != 0).Select(c => c.Rule));
            safetyRules.UnionWith(assessment.Triage.Flags.Select(f => f.Rule));
            safetyRules.UnionWith(assessment.Recommendations.SelectMany(r => r.Safety).Where(s => s.State == SafetyState.True).Select(s => s.Rule));
        }

        foreach (var rule in context.OwnScoredRules.Where(r => r.Effect.LogOdds != 0 && !rules.Contains(r.Id)))
            context.ScopeOf(rule)!.Value.Report(
                DiagnosticCodes.UntestedRule, $"No test makes the rule '{rule.Id}' count.", "Add a test with a person it speaks of.", "id");
        foreach (var safety in context.Document.RuleSet.Safety.Where(s => !safetyRules.Contains(s.Id)))
            context.Document.Entry(Section.Safety, safety.Id, safety).Report(
                DiagnosticCodes.UntestedRule, $"In no test the safety rule '{safety.Id}' is true.", "Add a test with a person it speaks of.", "id");
    }
}

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

/// <summary>
/// Entries without a text in a culture that has one for at least half of their section: at run time they fall back to the
/// rule set's own language, in silence; here it shows.
/// </summary>
internal static class TextsCheck
{
    public static void Check(AnalysisContext context)
    {
        var (set, own) = (context.Set, context.Document.RuleSet);
        foreach (string culture in set.Texts.Keys)
        {
            Check(context, culture, Section.Conditions, "name", set.Conditions.Select(c => c.Id), own.Conditions.Select(c => (c.Id, (object)c)));
            Check(context, culture, Section.Mechanisms, "name", set.Mechanisms.Select(m => m.Id), own.Mechanisms.Select(m => (m.Id, (object)m)));
            Check(context, culture, Section.Factors, "name", set.Factors.Select(f => f.Id), own.Factors.Select(f => (f.Id, (object)f)));
            Check(
                context, culture, Section.Factors, "question", set.Factors.Where(f => f.Question is not null).Select(f => f.Id),
                own.Factors.Where(f => f.Question is not null).Select(f => (f.Id, (object)f)));
            Check(context, culture, Section.Rules, "title", set.Rules.Select(r => r.Id), own.Rules.Select(r => (r.Id, (object)r)));
            Check(context, culture, Section.Interventions, "name", set.Interventions.Select(i => i.Id), own.Interventions.Select(i => (i.Id, (object)i)));
            Check(
                context, culture, Section.Interventions, "summary", set.Interventions.Where(i => i.Summary is not null).Select(i => i.Id),
                own.Interventions.Where(i => i.Summary is not null).Select(i => (i.Id, (object)i)));
            Check(context, culture, Section.Safety, "message", set.Safety.Select(s => s.Id), own.Safety.Select(s => (s.Id, (object)s)));
            Check(context, culture, Section.Screens, "title", set.Screens.Select(s => s.Id), own.Screens.Select(s => (s.Id, (object)s)));
        }
    }

    private static void Check(
        AnalysisContext context, string culture, Section section, string field, IEnumerable<string> all, IEnumerable<(string Id, object Entry)> own)
    {
        var texts = context.Set.Texts[culture];
        bool Has(string id) => texts.Find(section.Property(), id, field) is not null;
        var ids = all.ToList();
        if (ids.Count(Has) * 2 < ids.Count)
            return;
        foreach (var (id, entry) in own)
        {
            if (!Has(id))
                context.Document.Entry(section, id, entry).Report(
                    DiagnosticCodes.MissingText,
                    $"The {section.Noun()} '{id}' has no {field} in '{culture}'.",
                    "Readers there see it in the rule set's own language: add the text.",
                    "id");
        }
    }
}
