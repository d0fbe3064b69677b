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

    /// <summary>BIOM 2 (HDF5), which is recognized and refused with the way to convert it.</summary>
    BiomHdf5,

    /// <summary>A compressed file (gzip, or zip such as .qza), which is recognized and refused.</summary>
    Compressed,
}
