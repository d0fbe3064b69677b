using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>The names of the formats, as a command line takes them.</summary>
public static class TaxonomicFormats
{
    private static readonly ImmutableArray<(string Name, TaxonomicFormat Format)> Table =
    [
        ("metaphlan", TaxonomicFormat.MetaPhlAn),
        ("metaphlan-merged", TaxonomicFormat.MetaPhlAnMerged),
        ("kraken2", TaxonomicFormat.KrakenReport),
        ("kraken-mpa", TaxonomicFormat.KrakenMpa),
        ("bracken", TaxonomicFormat.Bracken),
        ("otu-table", TaxonomicFormat.FeatureTable),
        ("species-table", TaxonomicFormat.SpeciesTable),
        ("biom", TaxonomicFormat.BiomJson),
        ("mothur-shared", TaxonomicFormat.MothurShared),
        ("mothur-taxonomy", TaxonomicFormat.MothurTaxonomy),
        ("qiime2-taxonomy", TaxonomicFormat.QiimeTaxonomy),
        // Other names people use for them.
        ("metaphlan2", TaxonomicFormat.MetaPhlAn),
        ("metaphlan3", TaxonomicFormat.MetaPhlAn),
        ("metaphlan4", TaxonomicFormat.MetaPhlAn),
        ("kraken", TaxonomicFormat.KrakenReport),
        ("classic-otu-table", TaxonomicFormat.FeatureTable),
        ("feature-table", TaxonomicFormat.FeatureTable),
        ("qiime2", TaxonomicFormat.FeatureTable),
        ("biom1", TaxonomicFormat.BiomJson),
        ("biom1-json", TaxonomicFormat.BiomJson),
        ("biom-json", TaxonomicFormat.BiomJson),
        ("mothur", TaxonomicFormat.MothurShared),
    ];

    /// <summary>The chief name of each format that can be read, in a fixed order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Take(11).Select(t => t.Name)];

    /// <summary>The chief name of a format.</summary>
    /// <param name="format">The format.</param>
    /// <returns>Its name, for example <c>kraken2</c>; <c>unknown</c> for what cannot be read.</returns>
    public static string NameOf(TaxonomicFormat format)
    {
        foreach (var (name, candidate) in Table)
        {
            if (candidate == format)
                return name;
        }

        return "unknown";
    }

    /// <summary>Reads the name of a format.</summary>
    /// <param name="name">A name, in any case; besides <see cref="Names"/> also <c>metaphlan3</c>, <c>biom1-json</c> and the like.</param>
    /// <param name="format">The format.</param>
    /// <returns>Whether there is such a format.</returns>
    public static bool TryParse(string? name, out TaxonomicFormat format)
    {
        foreach (var (candidate, value) in Table)
        {
            if (string.Equals(candidate, name?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                format = value;
                return true;
            }
        }

        format = TaxonomicFormat.Unknown;
        return false;
    }
}
