using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

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
