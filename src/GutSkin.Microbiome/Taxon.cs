using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>A node of the tree of taxa of one file. Immutable.</summary>
public sealed class Taxon
{
    internal Taxon(int index, string path, string reportedName, string fullName, TaxonRank rank, long? ncbiId, Taxon? parent)
    {
        Index = index;
        Path = path;
        ReportedName = reportedName;
        FullName = fullName;
        Name = fullName.Replace('_', ' ').Trim();
        Rank = rank;
        NcbiId = ncbiId;
        Parent = parent;
    }

    /// <summary>The name to show: without rank prefix, underscores as spaces, an epithet with its genus, for example <c>Faecalibacterium prausnitzii</c>.</summary>
    public string Name { get; }

    /// <summary>The name as the file writes it, for example <c>s__Faecalibacterium_prausnitzii</c>.</summary>
    public string ReportedName { get; }

    /// <summary>The rank.</summary>
    public TaxonRank Rank { get; }

    /// <summary>The NCBI taxonomy id; null where the file gives none (or not NCBI's).</summary>
    public long? NcbiId { get; }

    /// <summary>The next wider taxon of the file; null at the top.</summary>
    public Taxon? Parent { get; }

    /// <summary>The reported names from the widest taxon to this one, joined by <c>|</c>.</summary>
    public string Path { get; }

    /// <summary>From the widest taxon to this one.</summary>
    public ImmutableArray<Taxon> Lineage
    {
        get
        {
            var lineage = new List<Taxon>();
            for (Taxon? taxon = this; taxon is not null; taxon = taxon.Parent)
                lineage.Add(taxon);
            lineage.Reverse();
            return [.. lineage];
        }
    }

    internal int Index { get; }

    /// <summary>The name with the underscores of the file: they tell endings of databases from words.</summary>
    internal string FullName { get; }

    /// <summary>The name to show.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}

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

/// <summary>
/// A taxon to look for in a profile: by NCBI id first, then by name at the same rank, with the names it had before and after
/// renamings (Firmicutes = Bacillota, Prevotella copri = Segatella copri).
/// </summary>
/// <param name="Name">A name, current or former.</param>
/// <param name="Rank">The rank: "Actinobacteria" is a phylum and a class.</param>
/// <param name="NcbiId">The NCBI taxonomy id; null where it has none.</param>
public sealed record TaxonReference(string Name, TaxonRank Rank, long? NcbiId = null);
