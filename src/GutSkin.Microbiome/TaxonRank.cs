namespace GutSkin.Microbiome;

/// <summary>The rank of a taxon, from the widest to the narrowest.</summary>
public enum TaxonRank
{
    /// <summary>No rank, or one between the main ranks (<c>root</c>, <c>cellular organisms</c>, Kraken's <c>D1</c>, <c>P2</c> …).</summary>
    None,

    /// <summary>Domain: Bacteria, Archaea, Eukaryota, and Viruses beside them.</summary>
    Domain,

    /// <summary>Kingdom: Fungi, and since 2024 Bacillati and others between domain and phylum.</summary>
    Kingdom,

    /// <summary>Phylum, for example Bacillota (until 2021 Firmicutes).</summary>
    Phylum,

    /// <summary>Class.</summary>
    Class,

    /// <summary>Order.</summary>
    Order,

    /// <summary>Family.</summary>
    Family,

    /// <summary>Genus.</summary>
    Genus,

    /// <summary>Species.</summary>
    Species,

    /// <summary>Below the species: a strain, or a species-level genome bin of MetaPhlAn 4.</summary>
    Strain,
}
