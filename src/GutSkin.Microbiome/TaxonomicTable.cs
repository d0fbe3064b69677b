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
