using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>A class whose every part a test can set.</summary>
internal class TestRule : ComputedRule
{
    public delegate BurdenRange Computation(in FactorValues known);

    public Computation Compute { get; init; } = (in FactorValues _) => BurdenRange.Any;

    public string OwnId { get; init; } = "test.class";

    public string OwnVersion { get; init; } = "1.0.0";

    public string OwnTitle { get; init; } = "A class";

    public string OwnCondition { get; init; } = "c";

    public ImmutableArray<string> Reads { get; init; } = ["f.a", "f.b"];

    public Effect Size { get; init; } = Effect.OddsRatio(3);

    public Gate? Gate { get; init; }

    public string? Group { get; init; }

    public ImmutableArray<string> Cites { get; init; } = ["e"];

    public ImmutableArray<string> Through { get; init; } = ["m"];

    public override string Id => OwnId;

    public override string Version => OwnVersion;

    public override string Title => OwnTitle;

    public override string Condition => OwnCondition;

    public override ImmutableArray<FactorKey> Inputs => Reads.IsDefault ? default : [.. Reads.Select(r => r is null ? null! : FactorKey.Named(r))];

    public override Effect Effect => Size;

    public override Certainty Certainty => Certainty.High;

    public override Gate? When => Gate;

    public override string? Overlap => Group;

    public override ImmutableArray<string> Evidence => Cites;

    public override ImmutableArray<string> Mechanisms => Through;

    public override string? Rationale => "Because a test needs it.";

    protected override BurdenRange Burden(in FactorValues known) => Compute(known);
}
