using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>An intervention with what can be said of it for this person: also why not.</summary>
public sealed record Recommendation
{
    /// <summary>The id of the intervention.</summary>
    public required string Intervention { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its category.</summary>
    public required string Category { get; init; }

    /// <summary>What can be said of it.</summary>
    public required RecommendationStatus Status { get; init; }

    /// <summary>The benefits over the concerns, summed, in log odds.</summary>
    public required double Benefit { get; init; }

    /// <summary>100 × (1 − e^(−max(0, benefit))).</summary>
    public required double Priority { get; init; }

    /// <summary>What it is expected to do to each concern.</summary>
    public ImmutableArray<RecommendationEffect> Effects { get; init; } = [];

    /// <summary>Contraindications and cautions that hold or may hold, by rule id.</summary>
    public ImmutableArray<SafetyFinding> Safety { get; init; } = [];

    /// <summary>The ids of the factors or screens whose answers decide about it; declined ones left out.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>The ids of products that serve it; no input to any ranking.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Codes of notices, for example <c>no-clear-effect</c>.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>What can be said of an intervention for this person.</summary>
public enum RecommendationStatus
{
    /// <summary>Worth trying; nothing known speaks against it.</summary>
    Recommended,

    /// <summary>Worth trying, with a caution to read first.</summary>
    Caution,

    /// <summary>Not before the questions in <see cref="Recommendation.Ask"/> are answered.</summary>
    NeedsCheck,

    /// <summary>Not now: someone has to be seen first.</summary>
    Deferred,

    /// <summary>Not for this person: a contraindication is true.</summary>
    Blocked,

    /// <summary>Nothing known suggests that it would change the scores.</summary>
    NoExpectedBenefit,
}

/// <summary>What an intervention is expected to do to one concern, in log odds; positive = better.</summary>
public sealed record RecommendationEffect
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>What its changes to known factors would take off the score.</summary>
    public required double Lever { get; init; }

    /// <summary>What the trial that counts saw, discounted by certainty; absent where there is none.</summary>
    public double? Trial { get; init; }

    /// <summary>What counts: the trial or the lever, never the two added.</summary>
    public required double Benefit { get; init; }

    /// <summary>The index after it.</summary>
    public required double ScoreAfter { get; init; }
}

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

/// <summary>Whether a contraindication or caution is known to hold.</summary>
public enum SafetyState
{
    /// <summary>It holds.</summary>
    True,

    /// <summary>What is known does not decide it; unknown is never safe.</summary>
    Unknown,
}
