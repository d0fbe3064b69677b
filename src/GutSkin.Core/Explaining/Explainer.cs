using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Says in sentences what an id means and what it does in an assessment; one file a kind of entry in <c>Explaining/</c>.</summary>
internal sealed class Explainer(ResolvedRuleSet resolved, Assessment assessment)
{
    private readonly ExplainContext context = new(resolved, assessment);

    public Explanation? Explain(string id)
    {
        var index = resolved.Index;
        return index.Rules.TryGetValue(id, out var rule) ? RuleExplainer.Explain(rule, context)
            : index.Interventions.TryGetValue(id, out var intervention) ? InterventionExplainer.Explain(intervention, context)
            : index.Factors.TryGetValue(id, out var factor) ? FactorExplainer.Explain(factor, context)
            : index.Safety.TryGetValue(id, out var safety) ? SafetyExplainer.Explain(safety, context)
            : index.Conditions.TryGetValue(id, out var condition) ? ConditionExplainer.Explain(condition, context)
            : index.Mechanisms.TryGetValue(id, out var mechanism) ? MechanismExplainer.Explain(mechanism, context)
            : index.Evidence.TryGetValue(id, out var evidence) ? EvidenceExplainer.Explain(evidence, context)
            : LinkExplainer.Explain(id, context);
    }
}

/// <summary>Explains a mechanism: the rules that name it.</summary>
internal static class MechanismExplainer
{
    public static Explanation Explain(Mechanism mechanism, ExplainContext context) => new()
    {
        Id = mechanism.Id,
        Kind = ExplanationKind.Mechanism,
        Title = context.Names.Mechanism(mechanism.Id),
        Lines = ExplainContext.Lines(
        [
            context.Names.Optional("mechanisms", mechanism.Id, "description", mechanism.Description),
            .. context.Set.Rules.Where(r => r.Mechanisms.Contains(mechanism.Id)).Select(r => WordTable.Fill(context.Words.NamedByRule, r.Id)),
            .. context.Sources(mechanism.Evidence),
            context.From("mechanisms", mechanism.Id),
        ]),
        Evidence = mechanism.Evidence,
    };
}
