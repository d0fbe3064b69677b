using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>The file formats this library knows.</summary>
public enum TaxonomicFormat
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>A MetaPhlAn 2, 3 or 4 profile of one sample.</summary>
    MetaPhlAn,

    /// <summary>Several MetaPhlAn profiles merged into one table.</summary>
    MetaPhlAnMerged,

    /// <summary>A Kraken 2 report (6 or 8 columns).</summary>
    KrakenReport,

    /// <summary>A Kraken report exported in MetaPhlAn style: lineages with read counts.</summary>
    KrakenMpa,

    /// <summary>A Bracken table.</summary>
    Bracken,

    /// <summary>A table of OTUs or ASVs by sample, tab separated (classic OTU table, QIIME 2 feature table exported to TSV).</summary>
    FeatureTable,

    /// <summary>A table of species by sample, comma or tab separated.</summary>
    SpeciesTable,

    /// <summary>BIOM 1.0, JSON.</summary>
    BiomJson,

    /// <summary>A mothur shared file.</summary>
    MothurShared,

    /// <summary>A mothur cons.taxonomy file (its sizes are pooled over all samples).</summary>
    MothurTaxonomy,

    /// <summary>A QIIME 2 taxonomy (no abundances: it goes with a feature table).</summary>
    QiimeTaxonomy,

    /// <summary>BIOM 2 (HDF5); read from streams.</summary>
    BiomHdf5,

    /// <summary>An archive, or packed by another program than gzip, which is recognized and refused.</summary>
    Compressed,

    /// <summary>A table of taxpasta with names or lineages.</summary>
    Taxpasta,

    /// <summary>A profile in the format of CAMI and bioboxes.</summary>
    Cami,

    /// <summary>A profile of mOTUs.</summary>
    Motus,
}

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
        ("biom2", TaxonomicFormat.BiomHdf5),
        ("taxpasta", TaxonomicFormat.Taxpasta),
        ("cami", TaxonomicFormat.Cami),
        ("motus", TaxonomicFormat.Motus),
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
        ("mothur-relabund", TaxonomicFormat.MothurShared),
        ("biom-hdf5", TaxonomicFormat.BiomHdf5),
        ("biom2-hdf5", TaxonomicFormat.BiomHdf5),
        ("bioboxes", TaxonomicFormat.Cami),
    ];

    /// <summary>The chief name of each format that can be read, in a fixed order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Take(15).Select(t => t.Name)];

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
