using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>A class over any factors: the mean of how far each lies between its bounds.</summary>
internal sealed class MeanRule(string id, string condition, ImmutableArray<Factor> factors) : ComputedRule
{
    public Effect Size { get; init; } = Effect.OddsRatio(2.5);

    public Gate? Gate { get; init; }

    public string? Group { get; init; }

    public override string Id => id;

    public override string Version => "1.0.0";

    public override string Title => "a mean";

    public override string Condition => condition;

    public override ImmutableArray<FactorKey> Inputs => [.. factors.Select(f => FactorKey.Named(f.Id))];

    public override Effect Effect => Size;

    public override Certainty Certainty => Certainty.High;

    public override Gate? When => Gate;

    public override string? Overlap => Group;

    protected override BurdenRange Burden(in FactorValues known)
    {
        double low = 0, high = 0;
        for (int i = 0; i < factors.Length; i++)
        {
            var part = Part(known, factors[i]);
            low += part.Low;
            high += part.High;
        }

        return factors.Length == 0 ? BurdenRange.Any : new BurdenRange(low / factors.Length, high / factors.Length);
    }

    private static Interval Part(in FactorValues known, Factor factor)
    {
        if (factor.Kind == FactorKind.Boolean)
            return known.YesNo(factor.Id) is { } yes ? new Interval(yes ? 1 : 0, yes ? 1 : 0) : new Interval(0, 1);
        if (factor.Kind == FactorKind.Choice)
        {
            if (known.Choice(factor.Id) is not { } choice)
                return new Interval(0, 1);
            double at = factor.IndexOfChoice(choice) / (double)factor.Choices.Length;
            return new Interval(at, at);
        }

        var range = known.Range(factor.Id);
        return new Interval(Squashed(range.Low), Squashed(range.High));
    }

    /// <summary>Rises from 0 to 1 over all numbers.</summary>
    private static double Squashed(double x) =>
        double.IsInfinity(x) ? x > 0 ? 1 : 0 : x >= 0 ? 1 - (0.5 / (1 + x)) : 0.5 / (1 - x);
}
