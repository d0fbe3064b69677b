namespace GutSkin.Microbiome;

/// <summary>The relative abundance of a taxon in a profile.</summary>
/// <param name="Taxon">The taxon.</param>
/// <param name="Share">0 to 1; null where the profile knows no taxon of that rank.</param>
public sealed record CladeShare(TaxonReference Taxon, double? Share)
{
    /// <summary>The taxon, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"CladeShare: {Taxon.Name}";
}
