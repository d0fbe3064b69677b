using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>A node of the tree of taxa of one file. Immutable.</summary>
public sealed class Taxon
{
    internal Taxon(int index, string path, string reportedName, string name, TaxonRank rank, int? ncbiId, Taxon? parent)
    {
        Index = index;
        Path = path;
        ReportedName = reportedName;
        Name = name;
        Rank = rank;
        NcbiId = ncbiId;
        Parent = parent;
    }

    /// <summary>The name to show: without rank prefix, underscores as blanks, for example <c>Faecalibacterium prausnitzii</c>.</summary>
    public string Name { get; }

    /// <summary>The name as the file writes it, for example <c>s__Faecalibacterium_prausnitzii</c>.</summary>
    public string ReportedName { get; }

    /// <summary>The rank.</summary>
    public TaxonRank Rank { get; }

    /// <summary>The NCBI taxonomy id; null where the file gives none (or not NCBI's).</summary>
    public int? NcbiId { get; }

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

    /// <summary>The name to show.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
