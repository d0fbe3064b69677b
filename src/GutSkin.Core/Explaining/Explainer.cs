using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Says in sentences what an id means and what it does in an assessment; one file a kind of entry in <c>Explaining/</c>.</summary>
internal sealed class Explainer(ResolvedRuleSet resolved, Assessment assessment)
{
    private readonly ExplainContext context = new(resolved, assessment);

    public Explanation? Explain(string id)
    {
        var set = resolved.RuleSet;
        return Find(set.Rules, r => r.Id, id) is { } rule ? RuleExplainer.Explain(rule, context)
            : context.Names.FindIntervention(id) is { } intervention ? InterventionExplainer.Explain(intervention, context)
            : context.Names.FindFactor(id) is { } factor ? FactorExplainer.Explain(factor, context)
            : Find(set.Safety, s => s.Id, id) is { } safety ? SafetyExplainer.Explain(safety, context)
            : Find(set.Conditions, c => c.Id, id) is { } condition ? ConditionExplainer.Explain(condition, context)
            : Find(set.Mechanisms, m => m.Id, id) is { } mechanism ? MechanismExplainer.Explain(mechanism, context)
            : context.Names.FindEvidence(id) is { } evidence ? EvidenceExplainer.Explain(evidence, context)
            : LinkExplainer.Explain(id, context);
    }

    private static T? Find<T>(ImmutableArray<T> entries, Func<T, string> idOf, string id)
        where T : class => entries.FirstOrDefault(e => idOf(e) == id);
}

/// <summary>Explains a mechanism: the rules that name it.</summary>
internal static class MechanismExplainer
{
    public static Explanation Explain(Mechanism mechanism, ExplainContext context) => new()
    {
        Id = mechanism.Id,
        Kind = "mechanism",
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
