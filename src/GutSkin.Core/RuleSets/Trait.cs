using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>A property that interventions share and that safety rules can aim at, so that what is dangerous is said once.</summary>
[JsonConverter(typeof(TraitConverter))]
public sealed record Trait
{
    /// <summary>The id, for example <c>live-microbes</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it says of an intervention, as the end of a sentence: "holds living microbes".</summary>
    public required string Title { get; init; }

    /// <summary>What counts as having it.</summary>
    public string? Description { get; init; }

    /// <summary>Id and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title}";
}
