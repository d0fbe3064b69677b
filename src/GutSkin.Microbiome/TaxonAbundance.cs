namespace GutSkin.Microbiome;

/// <summary>How much of a taxon a sample holds.</summary>
/// <param name="Taxon">The taxon; null for what the file could place nowhere in the tree of life.</param>
/// <param name="Value">The amount in the file's own measure: reads, percent or a fraction (see <see cref="TaxonomicProfile.Unit"/>).</param>
/// <param name="Share">The relative abundance, 0 to 1, of what <see cref="TaxonomicProfile"/> takes as the whole.</param>
/// <param name="Feature">The id of the OTU or ASV, where the file counts those; otherwise null.</param>
public readonly record struct TaxonAbundance(Taxon? Taxon, double Value, double Share, string? Feature)
{
    /// <summary>The taxon, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"TaxonAbundance: {Taxon?.Name ?? Feature ?? "unclassified"}";
}
