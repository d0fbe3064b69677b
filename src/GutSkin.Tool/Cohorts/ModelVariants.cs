using System.Collections.Immutable;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>A rule set in which one modeling choice is made otherwise.</summary>
/// <param name="Name">The choice.</param>
/// <param name="What">What is otherwise.</param>
/// <param name="Service">Scores with it.</param>
internal sealed record ModelVariant(string Name, string What, ScoringService Service)
{
    /// <summary>Beyond every log odds that an effect may have (±20): as good as none, and finite, as a document must be.</summary>
    private const double NoCap = 1e9;

    /// <summary>The choices of the scoring model that are declared and not found (sections 2 and 3), each made otherwise alone.</summary>
    public static ImmutableArray<ModelVariant> Of(ResolvedRuleSet rules)
    {
        var data = rules.Data;
        var certainties = Enum.GetValues<Certainty>();
        return
        [
            Made("no-shrinkage", "weak evidence moves a score as much as strong", data with { Model = Model(data, _ => 1, null) }),
            Made("more-shrinkage", "each certainty counts half as much", data with { Model = Model(data, c => rules.Model.CertaintyShrinkage[c] / 2, null) }),
            Made("no-cap", "no limit to what an effect of weak evidence may be", data with { Model = Model(data, null, _ => NoCap) }),
            Made("tighter-cap", "half of the log odds of each cap", data with { Model = Model(data, null, c => rules.Model.CertaintyCap.TryGetValue(c, out double cap) ? Math.Max(1, Math.Sqrt(cap)) : NoCap) }),
            Made("no-overlap", "factors that measure partly the same count each by itself", data with { Rules = [.. data.Rules.Select(r => r with { Overlap = null })] }),
            Made("straight-curves", "a straight line from the first to the last knot of each curve", data with { Rules = [.. data.Rules.Select(r => r.Curve is { Knots: [var first, .., var last] } && first.X < last.X ? r with { Curve = Curve.Of((first.X, first.Burden), (last.X, last.Burden)) } : r)] }),
            Made("no-judgement", "effects that nobody published are left out", data with { Rules = [.. data.Rules.Select(r => r.Effect.Basis == EffectBasis.Judgement ? r with { Informational = true } : r)] }),
        ];

        ModelOverrides Model(RuleSet of, Func<Certainty, double>? shrinkage, Func<Certainty, double>? cap) => (of.Model ?? new ModelOverrides()) with
        {
            CertaintyShrinkage = shrinkage is null ? of.Model?.CertaintyShrinkage ?? new ModelOverrides().CertaintyShrinkage : certainties.ToImmutableSortedDictionary(c => c, shrinkage),
            CertaintyCap = cap is null ? of.Model?.CertaintyCap ?? new ModelOverrides().CertaintyCap : certainties.ToImmutableSortedDictionary(c => c, cap),
        };

        ModelVariant Made(string name, string what, RuleSet changed) =>
            new(name, what, new ScoringService(RuleSetComposer.Compose(RuleSetDocument.From(changed)).GetValueOrThrow()));
    }
}
