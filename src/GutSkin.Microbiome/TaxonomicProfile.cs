using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>
/// What one sample is made of: taxa with their amounts, the unclassified part, and the profiler and database they come from.
/// Immutable. Reads of the human host and of organelles are no part of it; <see cref="HostShare"/> and <see cref="OrganelleShare"/> say how
/// many there were.
/// </summary>
public sealed class TaxonomicProfile
{
    private readonly TableInfo info;
    private readonly double[] amounts;
    private readonly double whole;
    private readonly int unclear;

    internal TaxonomicProfile(TableInfo info, SampleValues sample)
    {
        this.info = info;
        var parts = TaxonAmounts.Of(info, sample);
        (amounts, whole) = (parts.Amounts, parts.Whole);
        Sample = sample.Name;
        Level = parts.Level;
        double all = parts.Whole + parts.Host + parts.Organelles;
        HostShare = parts.Host == 0 ? 0 : parts.Host / all;
        OrganelleShare = parts.Organelles == 0 ? 0 : parts.Organelles / all;
        unclear = parts.Unclear;
        UnclassifiedShare = parts.UnclassifiedShare;
        RawUnclassified = sample.Unclassified;
        Reads = info.Unit == AbundanceUnit.Reads ? whole : null;
        Features = parts.Features;
        Clades = [.. info.Set.Taxa.Where(t => amounts[t.Index] > 0).Select(Entry)];
    }

    /// <summary>The name of the sample; null where the file has none.</summary>
    public string? Sample { get; }

    /// <summary>The format it was read from.</summary>
    public TaxonomicFormat Format => info.Format;

    /// <summary>The program that made the profile, for example <c>MetaPhlAn 3</c>; null where the file does not say.</summary>
    public string? Profiler => info.Profiler;

    /// <summary>The database it used, for example <c>mpa_v30_CHOCOPhlAn_201901</c>; null where the file does not say.</summary>
    public string? Database => info.Database;

    /// <summary>What the numbers are.</summary>
    public AbundanceUnit Unit => info.Unit;

    /// <summary>The number of reads the shares are of; null where the file does not count reads.</summary>
    public double? Reads { get; }

    /// <summary>
    /// The part that could not be classified, 0 to 1; null where the file does not tell. Shares of MetaPhlAn and Kraken profiles
    /// are of the classified part; shares of feature tables are of all reads.
    /// </summary>
    public double? UnclassifiedShare { get; }

    /// <summary>
    /// The part of the reads that came from the human host, or that fit only vertebrates, 0 to 1; they are left out of everything else.
    /// Of profilers' output it is a part of the classified reads.
    /// </summary>
    public double HostShare { get; }

    /// <summary>
    /// The part of the reads that came from chloroplasts and mitochondria (of plants that were eaten, of the host), which 16S primers copy
    /// along with bacteria, 0 to 1; they are left out of everything else.
    /// </summary>
    public double OrganelleShare { get; }

    /// <summary>The rank at which diversity is measured unless another is asked for; null = OTUs or ASVs as the file has them.</summary>
    public TaxonRank? Level { get; }

    /// <summary>Every taxon with an amount above 0, wider ones before narrower ones (they hold one another).</summary>
    public ImmutableArray<TaxonAbundance> Clades { get; }

    /// <summary>The parts diversity is measured on, at <see cref="Level"/>; none lies within another.</summary>
    public ImmutableArray<TaxonAbundance> Features { get; }

    internal TableInfo Info => info;

    /// <summary>How many names with an amount were not understood.</summary>
    internal int UnclearNames => unclear;

    /// <summary>The unclassified part in the file's own measure; NaN = not given.</summary>
    internal double RawUnclassified { get; }

    /// <summary>The taxa of one rank, in the order of the tree.</summary>
    /// <param name="rank">The rank.</param>
    /// <returns>Those with an amount above 0.</returns>
    public ImmutableArray<TaxonAbundance> AtRank(TaxonRank rank) => [.. Clades.Where(c => c.Taxon!.Rank == rank)];

    /// <summary>The relative abundance of a taxon.</summary>
    /// <param name="taxon">The taxon; ids are matched first, then names through their synonyms.</param>
    /// <returns>
    /// A share, 0 to 1. 0 only where the profile lists that rank and lacks the taxon; null where it knows no taxon of that rank, where names
    /// in it were not understood, or where a name holds that of the taxon without telling its rank.
    /// </returns>
    public double? ShareOf(TaxonReference taxon)
    {
        ArgumentNullException.ThrowIfNull(taxon);
        if (!Resolves(taxon.Rank))
            return null;
        double sum = 0;
        foreach (int index in info.Set.Find(taxon))
            sum += amounts[index];
        if (sum > 0)
            return whole > 0 ? Math.Min(1, sum / whole) : null;
        return unclear == 0 && !IsMentioned(taxon) ? 0 : null;
    }

    /// <summary>Whether the profile knows taxa of a rank.</summary>
    /// <param name="rank">The rank.</param>
    /// <returns>True where at least one taxon of that rank has an amount above 0; of names without lineages only their own rank, and the genera of species.</returns>
    public bool Resolves(TaxonRank rank) =>
        (info.RowRank is not { } only || only == rank || (rank == TaxonRank.Genus && info.GeneraFromNames)) && Clades.Any(c => c.Taxon!.Rank == rank);

    /// <summary>Measures the community.</summary>
    /// <param name="options">Rank, rarefaction and the like; null = the defaults.</param>
    /// <returns>Every measure that can be computed.</returns>
    public ProfileMeasures Measure(MeasureOptions? options = null) => ProfileMeasures.Of(this, options ?? new MeasureOptions());

    /// <summary>The measures as observations of factors, ready to be put into a profile of a person.</summary>
    /// <param name="options">Rank, rarefaction and the like; null = the defaults.</param>
    /// <returns>One observation a factor that can be computed.</returns>
    public ImmutableArray<MicrobiomeObservation> ToObservations(MeasureOptions? options = null) => ObservationMaker.Make(this, Measure(options));

    /// <summary>Counts and origin, never amounts.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"TaxonomicProfile: {Clades.Length} taxa, {info.Profiler ?? TaxonomicFormats.NameOf(info.Format)}";

    /// <summary>The amount at a path of the tree, in the file's own measure; 0 where there is none.</summary>
    internal double AmountAt(string path)
    {
        int index = info.Set.IndexOfPath(path);
        return index < 0 ? 0 : amounts[index];
    }

    /// <summary>Whether a name of the sample holds that of a taxon without being counted as it.</summary>
    internal bool IsMentioned(TaxonReference taxon) => info.Set.Mentions(taxon).Any(i => amounts[i] > 0);

    /// <summary>The amount of everything a reference means, in the file's own measure.</summary>
    internal double AmountOf(TaxonReference taxon) => info.Set.Find(taxon).Sum(i => amounts[i]);

    private TaxonAbundance Entry(Taxon taxon) => new(taxon, amounts[taxon.Index], TaxonAmounts.Share(amounts[taxon.Index], whole), null);
}

/// <summary>How much of a taxon a sample holds.</summary>
/// <param name="Taxon">The taxon; null for what the file could place nowhere in the tree of life.</param>
/// <param name="Value">The amount in the file's own measure: reads, percent or a fraction (see <see cref="TaxonomicProfile.Unit"/>).</param>
/// <param name="Share">The relative abundance, 0 to 1, of what <see cref="TaxonomicProfile"/> takes as the whole.</param>
/// <param name="Feature">The id of the OTU or ASV, where the file counts those; otherwise null.</param>
public readonly record struct TaxonAbundance(Taxon? Taxon, double Value, double Share, string? Feature)
{
    /// <summary>The taxon, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"TaxonAbundance: {Taxon?.Name ?? Feature ?? "unclassified"}";
}

/// <summary>What the numbers of a profile are.</summary>
public enum AbundanceUnit
{
    /// <summary>Whole numbers of reads.</summary>
    Reads,

    /// <summary>Percent, 0 to 100 (MetaPhlAn: of cells, corrected for genome size).</summary>
    Percent,

    /// <summary>Fractions, 0 to 1.</summary>
    Fraction,

    /// <summary>Numbers that are neither whole nor shares; only their proportions are used.</summary>
    Arbitrary,
}
