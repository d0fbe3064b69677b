namespace GutSkin.Core;

/// <summary>A contraindication or caution that holds, or may hold, for an intervention.</summary>
public sealed record SafetyFinding
{
    /// <summary>The id of the safety rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Contraindication or caution.</summary>
    public required SafetyKind Kind { get; init; }

    /// <summary>Whether it is known to hold.</summary>
    public required SafetyState State { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Message { get; init; }
}
