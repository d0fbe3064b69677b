using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>A GMWI2 score with what made it.</summary>
public sealed record Gmwi2Result
{
    /// <summary>Whether it was computed.</summary>
    public required Gmwi2Status Status { get; init; }

    /// <summary>The score: above 0 more like the healthy group of the study, below 0 more like the others; null where not computed.</summary>
    public double? Score { get; init; }

    /// <summary>How many of the model's taxa the sample holds. Few = little is known, whatever the score.</summary>
    public int TaxaUsed => Terms.Length;

    /// <summary>How many taxa the model has.</summary>
    public required int TaxaInModel { get; init; }

    /// <summary>The taxa that made the score, in the order of the model.</summary>
    public ImmutableArray<Gmwi2Term> Terms { get; init; } = [];

    /// <summary>What has to be said with the score.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The status, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"GMWI2: {Status}";
}

/// <summary>Whether a GMWI2 score was computed.</summary>
public enum Gmwi2Status
{
    /// <summary>Computed from the profiler and database it was made for.</summary>
    Computed,

    /// <summary>Computed from another profiler or database because that was asked for: not comparable with published scores.</summary>
    Forced,

    /// <summary>Not computed, because the profile comes from another profiler or database.</summary>
    Refused,

    /// <summary>Not computed, because nothing was classified.</summary>
    Empty,
}

/// <summary>One taxon of the GMWI2 model that the sample holds.</summary>
/// <param name="Clade">Its full lineage in the database of the model.</param>
/// <param name="Coefficient">What its presence adds to the score; above 0 = commoner in the healthy group.</param>
public sealed record Gmwi2Term(string Clade, double Coefficient)
{
    /// <summary>The name to show, for example <c>Roseburia hominis</c>.</summary>
    public string Name => RankText.Split(Clade.AsSpan(Clade.LastIndexOf('|') + 1), out _).ToString().Replace('_', ' ');
}
