namespace GutSkin.Microbiome;

/// <summary>How to measure a profile.</summary>
public sealed record MeasureOptions
{
    /// <summary>The rank diversity is measured at; null (the default) = the profile's own <see cref="TaxonomicProfile.Level"/>.</summary>
    public TaxonRank? Rank { get; init; }

    /// <summary>How many reads to draw before diversity is measured; null (the default) = all. Only for whole counts.</summary>
    public long? RarefyTo { get; init; }

    /// <summary>The seed of the draw; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether GMWI2 is computed for profilers and databases it is not made for; default false.</summary>
    public bool ForceGmwi2 { get; init; }
}
