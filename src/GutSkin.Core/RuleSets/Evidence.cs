using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>A source: a study, a review, a guideline.</summary>
[JsonConverter(typeof(EvidenceConverter))]
public sealed record Evidence
{
    /// <summary>The id, for example <c>juhl-2018</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The authors as cited.</summary>
    public string? Authors { get; init; }

    /// <summary>The journal or publisher.</summary>
    public string? Journal { get; init; }

    /// <summary>The year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The digital object identifier.</summary>
    public string? Doi { get; init; }

    /// <summary>The PubMed id.</summary>
    public string? Pmid { get; init; }

    /// <summary>The design of the study, for example <c>meta-analysis</c>.</summary>
    public string? Design { get; init; }

    /// <summary>Whom it studied.</summary>
    public string? Population { get; init; }

    /// <summary>How many it studied, 0 or more.</summary>
    public long? N { get; init; }

    /// <summary>What it found, in own words.</summary>
    public string? Finding { get; init; }

    /// <summary>Id and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title}";
}

/// <summary>A factor and a condition that were looked at and left out on purpose.</summary>
[JsonConverter(typeof(ConsideredEntryConverter))]
public sealed partial record ConsideredEntry
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>Why it is left out.</summary>
    public required string Why { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
