using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>Taxa the measures ask for.</summary>
public static class KnownTaxa
{
    /// <summary>Firmicutes, since 2021 Bacillota (phylum, NCBI 1239).</summary>
    public static TaxonReference Firmicutes { get; } = new("Firmicutes", TaxonRank.Phylum, 1239);

    /// <summary>Bacteroidetes, since 2021 Bacteroidota (phylum, NCBI 976).</summary>
    public static TaxonReference Bacteroidetes { get; } = new("Bacteroidetes", TaxonRank.Phylum, 976);

    /// <summary>Proteobacteria, since 2021 Pseudomonadota (phylum, NCBI 1224).</summary>
    public static TaxonReference Proteobacteria { get; } = new("Proteobacteria", TaxonRank.Phylum, 1224);

    /// <summary>Actinobacteria, since 2021 Actinomycetota (phylum, NCBI 201174).</summary>
    public static TaxonReference Actinobacteria { get; } = new("Actinobacteria", TaxonRank.Phylum, 201174);

    /// <summary>Verrucomicrobia, since 2021 Verrucomicrobiota (phylum, NCBI 74201).</summary>
    public static TaxonReference Verrucomicrobia { get; } = new("Verrucomicrobia", TaxonRank.Phylum, 74201);

    /// <summary>Faecalibacterium (genus, NCBI 216851).</summary>
    public static TaxonReference Faecalibacterium { get; } = new("Faecalibacterium", TaxonRank.Genus, 216851);

    /// <summary>Akkermansia (genus, NCBI 239934).</summary>
    public static TaxonReference Akkermansia { get; } = new("Akkermansia", TaxonRank.Genus, 239934);

    /// <summary>Bifidobacterium (genus, NCBI 1678).</summary>
    public static TaxonReference Bifidobacterium { get; } = new("Bifidobacterium", TaxonRank.Genus, 1678);

    /// <summary>Lactobacillus as it was before it was split in 2020: the genus (NCBI 1578) and the genera split from it.</summary>
    public static TaxonReference Lactobacillus { get; } = new("Lactobacillus", TaxonRank.Genus, 1578);

    /// <summary>The human host (species, NCBI 9606): its reads are no part of the microbiome.</summary>
    public static TaxonReference HomoSapiens { get; } = new("Homo sapiens", TaxonRank.Species, 9606);

    /// <summary>
    /// What is host where it is found: the human species, and the wider taxa its reads are placed at when they fit several
    /// vertebrates.
    /// </summary>
    internal static ImmutableArray<TaxonReference> Host { get; } =
    [
        HomoSapiens,
        new("Homo", TaxonRank.Genus, 9605),
        new("Hominidae", TaxonRank.Family, 9604),
        new("Primates", TaxonRank.Order, 9443),
        new("Mammalia", TaxonRank.Class, 40674),
        new("Chordata", TaxonRank.Phylum, 7711),
        new("Vertebrata", TaxonRank.Phylum),
    ];
}
