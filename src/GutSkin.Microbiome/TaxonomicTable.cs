using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>A table of several samples over one tree of taxa. Immutable; only amounts that are not 0 are kept.</summary>
public sealed class TaxonomicTable
{
    private readonly TableInfo info;
    private readonly SampleValues[] samples;

    internal TaxonomicTable(TableInfo info, SampleValues[] samples)
    {
        this.info = info;
        this.samples = samples;
        Samples = [.. samples.Select(s => s.Name ?? "")];
    }

    /// <summary>The format it was read from.</summary>
    public TaxonomicFormat Format => info.Format;

    /// <summary>What the numbers are.</summary>
    public AbundanceUnit Unit => info.Unit;

    /// <summary>The names of the samples, in the order of the file; empty for one without a name.</summary>
    public ImmutableArray<string> Samples { get; }

    /// <summary>How many rows (taxa, OTUs, ASVs) the table has.</summary>
    public int Rows => info.RowTaxon.Length;

    /// <summary>Every sample as a profile, made one at a time when it is asked for.</summary>
    public IEnumerable<TaxonomicProfile> Profiles => samples.Select(s => new TaxonomicProfile(info, s));

    /// <summary>One sample as a profile.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The profile.</returns>
    public TaxonomicProfile this[int index] => new(info, samples[index]);

    /// <summary>One sample as a profile; null where the table has no such sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <returns>The profile.</returns>
    public TaxonomicProfile? Find(string sample)
    {
        int index = Samples.IndexOf(sample);
        return index < 0 ? null : this[index];
    }
}

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

    /// <summary>Whether diversity is that of taxa at one rank, and not of the rows.</summary>
    public bool FeaturesAreTaxa { get; init; }

    /// <summary>Whether what was not classified is beside the rows, so that shares are of the rest.</summary>
    public bool UnclassifiedIsApart { get; init; }

    /// <summary>The rows whose names were not understood: while a sample holds any, what was not found in it is unknown.</summary>
    public required IReadOnlyDictionary<int, string> UnclearRows { get; init; }

    /// <summary>What was noticed while reading, in words.</summary>
    public required ImmutableArray<string> Notices { get; init; }

    public required TaxonSet Set { get; init; }

    /// <summary>The taxon of each row; -1 = unclassified.</summary>
    public required int[] RowTaxon { get; init; }

    /// <summary>The feature id of each row; null for clades.</summary>
    public required string?[] RowFeature { get; init; }
}
