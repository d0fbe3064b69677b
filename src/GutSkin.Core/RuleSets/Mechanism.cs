using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>A way in which a factor is thought to act on the skin or the gut.</summary>
[JsonConverter(typeof(MechanismConverter))]
public sealed partial record Mechanism
{
    /// <summary>The id, for example <c>scfa-metabolites</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and what is contested about it.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Id and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name}";
}
