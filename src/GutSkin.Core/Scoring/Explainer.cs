using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Says in sentences what an id means and what it does in an assessment; one file a kind of entry in <c>Explaining/</c>.</summary>
internal sealed class Explainer(ResolvedRuleSet resolved, Assessment assessment)
{
    private readonly ExplainContext context = new(resolved, assessment);

    public Explanation? Explain(string id)
    {
        var set = resolved.RuleSet;
        return Find(set.Rules, r => r.Id, id) is { } rule ? RuleExplainer.Explain(rule, context)
            : Find(set.Interventions, i => i.Id, id) is { } intervention ? InterventionExplainer.Explain(intervention, context)
            : Find(set.Factors, f => f.Id, id) is { } factor ? FactorExplainer.Explain(factor, context)
            : Find(set.Safety, s => s.Id, id) is { } safety ? SafetyExplainer.Explain(safety, context)
            : Find(set.Conditions, c => c.Id, id) is { } condition ? ConditionExplainer.Explain(condition, context)
            : Find(set.Mechanisms, m => m.Id, id) is { } mechanism ? Of(mechanism)
            : Find(set.Evidence, e => e.Id, id) is { } evidence ? Of(evidence)
            : LinkExplainer.Explain(id, context);
    }

    private static T? Find<T>(ImmutableArray<T> entries, Func<T, string> idOf, string id)
        where T : class => entries.FirstOrDefault(e => idOf(e) == id);

    private Explanation Of(Mechanism mechanism) => new()
    {
        Id = mechanism.Id,
        Kind = "mechanism",
        Title = context.Text("mechanisms", mechanism.Id, "name", mechanism.Name),
        Lines = ExplainContext.Lines(
        [
            context.OptionalText("mechanisms", mechanism.Id, "description", mechanism.Description),
            .. resolved.RuleSet.Rules.Where(r => r.Mechanisms.Contains(mechanism.Id)).Select(r => context.Say($"Named by the rule {r.Id}.", $"Genannt von der Regel {r.Id}.")),
            .. context.Sources(mechanism.Evidence),
            context.From("mechanisms", mechanism.Id),
        ]),
        Evidence = mechanism.Evidence,
    };

    private Explanation Of(Evidence evidence) => new()
    {
        Id = evidence.Id,
        Kind = "evidence",
        Title = evidence.Title,
        Lines = ExplainContext.Lines(
        [
            Citations.Of(evidence),
            context.OptionalText("evidence", evidence.Id, "finding", evidence.Finding),
            .. resolved.RuleSet.Rules.Where(r => r.Evidence.Contains(evidence.Id)).Select(r => context.Say($"Speaks for the rule {r.Id}.", $"Spricht für die Regel {r.Id}.")),
            .. resolved.RuleSet.Rules.Where(r => r.ContradictedBy.Contains(evidence.Id)).Select(r => context.Say($"Speaks against the rule {r.Id}.", $"Spricht gegen die Regel {r.Id}.")),
            .. resolved.RuleSet.Interventions.Where(i => i.Evidence.Contains(evidence.Id) || i.Effects.Any(e => e.Evidence.Contains(evidence.Id)))
                .Select(i => context.Say($"Cited by the intervention {i.Id}.", $"Zitiert von der Maßnahme {i.Id}.")),
            .. resolved.RuleSet.Safety.Where(s => s.Evidence.Contains(evidence.Id)).Select(s => context.Say($"Cited by the safety rule {s.Id}.", $"Zitiert von der Sicherheitsregel {s.Id}.")),
            context.From("evidence", evidence.Id),
        ]),
    };
}
