using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A modifiable factor outside its reference, and what bringing it there would change.</summary>
public sealed record Lever
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>The answer now.</summary>
    public required FactorValue From { get; init; }

    /// <summary>The nearest end of the reference range, or the reference value.</summary>
    public required FactorValue To { get; init; }

    /// <summary>What it would do to every condition it changes, concern or not, in the order of the conditions.</summary>
    public ImmutableArray<LeverEffect> Effects { get; init; } = [];

    /// <summary>The ids of the safety rules that hold it; empty where none does. A held lever is not shown as something to do.</summary>
    public ImmutableArray<string> Held { get; init; } = [];
}

/// <summary>What a lever would do to one condition.</summary>
public sealed record LeverEffect
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>ΔL = L − L′; positive = better.</summary>
    public required double LogOdds { get; init; }

    /// <summary>The index after it.</summary>
    public required double ScoreAfter { get; init; }
}
