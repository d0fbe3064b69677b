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
