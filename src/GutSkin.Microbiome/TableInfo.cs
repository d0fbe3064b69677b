namespace GutSkin.Microbiome;

/// <summary>What all samples of a file have in common.</summary>
internal sealed record TableInfo
{
    public required TaxonomicFormat Format { get; init; }

    public string? Profiler { get; init; }

    public string? Database { get; init; }

    public required AbundanceUnit Unit { get; init; }

    /// <summary>Whether the rows are clades that hold one another, or parts beside one another.</summary>
    public required bool RowsAreClades { get; init; }

    /// <summary>The rank of the rows, where all have the same; null for OTUs, ASVs and clades.</summary>
    public TaxonRank? RowRank { get; init; }

    /// <summary>Whether the profiler was asked to look for viruses; null = not said.</summary>
    public bool? Viruses { get; init; }

    /// <summary>Whether genera were taken from the first words of species names.</summary>
    public bool GeneraFromNames { get; init; }

    public required TaxonSet Set { get; init; }

    /// <summary>The taxon of each row; -1 = unclassified.</summary>
    public required int[] RowTaxon { get; init; }

    /// <summary>The feature id of each row; null for clades.</summary>
    public required string?[] RowFeature { get; init; }
}
