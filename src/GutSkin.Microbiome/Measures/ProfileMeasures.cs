using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Microbiome;

/// <summary>What can be measured of one community. Null = not defined for this profile; the notices say why it matters.</summary>
public sealed record ProfileMeasures
{
    private static readonly ImmutableArray<TaxonReference> Asked =
    [
        KnownTaxa.Faecalibacterium, KnownTaxa.Akkermansia, KnownTaxa.Bifidobacterium, KnownTaxa.Lactobacillus, KnownTaxa.Proteobacteria,
    ];

    /// <summary>The measures of diversity, by their names in JSON and in a text (null = in JSON only), in the order in which reports have them.</summary>
    internal static readonly ImmutableArray<(string Name, string? Label, Func<ProfileMeasures, double?> Value)> All =
    [
        ("richness", "Observed richness", m => m.Richness),
        ("shannon", "Shannon entropy (nats)", m => m.Shannon),
        ("shannonBase2", null, m => m.ShannonBase2),
        ("pielou", "Pielou evenness", m => m.Pielou),
        ("simpsonDominance", "Simpson dominance", m => m.SimpsonDominance),
        ("giniSimpson", "Gini-Simpson index", m => m.GiniSimpson),
        ("inverseSimpson", "Inverse Simpson index", m => m.InverseSimpson),
        ("bergerParker", "Berger-Parker dominance", m => m.BergerParker),
        ("chao1", "Chao1 richness", m => m.Chao1),
        ("goodsCoverage", "Good's coverage", m => m.GoodsCoverage),
        ("firmicutesBacteroidetesRatio", "Firmicutes/Bacteroidetes (never scored)", m => m.FirmicutesBacteroidetes?.Ratio),
    ];

    private ProfileMeasures()
    {
    }

    /// <summary>The rank diversity was measured at; null = the OTUs or ASVs of the file.</summary>
    public TaxonRank? Level { get; private init; }

    /// <summary>The reads diversity was measured on; null where the file does not count reads.</summary>
    public double? Depth { get; private init; }

    /// <summary>Whether the reads were rarefied to that depth.</summary>
    public bool IsRarefied { get; private init; }

    /// <summary>Observed richness.</summary>
    public int Richness { get; private init; }

    /// <summary>Shannon entropy in nats.</summary>
    public double? Shannon { get; private init; }

    /// <summary>Shannon entropy in bits.</summary>
    public double? ShannonBase2 { get; private init; }

    /// <summary>Pielou's evenness.</summary>
    public double? Pielou { get; private init; }

    /// <summary>Simpson's dominance.</summary>
    public double? SimpsonDominance { get; private init; }

    /// <summary>Gini-Simpson index.</summary>
    public double? GiniSimpson { get; private init; }

    /// <summary>Inverse Simpson index.</summary>
    public double? InverseSimpson { get; private init; }

    /// <summary>Berger-Parker dominance.</summary>
    public double? BergerParker { get; private init; }

    /// <summary>Chao1 richness, bias-corrected; null where the file does not count reads.</summary>
    public double? Chao1 { get; private init; }

    /// <summary>Good's coverage; null where the file does not count reads.</summary>
    public double? GoodsCoverage { get; private init; }

    /// <summary>The Firmicutes/Bacteroidetes ratio; null where the profile knows no phyla.</summary>
    public FirmicutesBacteroidetesRatio? FirmicutesBacteroidetes { get; private init; }

    /// <summary>The relative abundances the factors ask for.</summary>
    public ImmutableArray<CladeShare> Clades { get; private init; } = [];

    /// <summary>GMWI2, or why there is none.</summary>
    public required Gmwi2Result Gmwi2 { get; init; }

    /// <summary>What has to be said with the measures, each a sentence or two.</summary>
    public ImmutableArray<string> Notices { get; private init; } = [];

    internal static ProfileMeasures Of(TaxonomicProfile profile, MeasureOptions options)
    {
        var level = options.Rank ?? profile.Level;
        var parts = options.Rank is { } rank && rank != profile.Level ? profile.AtRank(rank) : profile.Features;
        double[] amounts = [.. parts.Select(p => p.Value)];
        bool counts = profile.Unit == AbundanceUnit.Reads && DiversityMeasures.AreCounts(amounts) && DiversityMeasures.AreCounts([amounts.Sum()]);
        bool rarefied = false;
        if (counts && options.RarefyTo is { } depth && Rarefaction.Subsample([.. amounts.Select(a => (long)a)], depth, options.Seed) is { } drawn)
            (amounts, rarefied) = ([.. drawn.Select(d => (double)d)], true);
        var gmwi2 = Microbiome.Gmwi2.Score(profile, options.ForceGmwi2);
        var measures = new ProfileMeasures
        {
            Level = level,
            Depth = counts ? amounts.Sum() : null,
            IsRarefied = rarefied,
            Richness = DiversityMeasures.ObservedRichness(amounts),
            Shannon = DiversityMeasures.Shannon(amounts),
            ShannonBase2 = DiversityMeasures.ShannonBase2(amounts),
            Pielou = DiversityMeasures.Pielou(amounts),
            SimpsonDominance = DiversityMeasures.SimpsonDominance(amounts),
            GiniSimpson = DiversityMeasures.GiniSimpson(amounts),
            InverseSimpson = DiversityMeasures.InverseSimpson(amounts),
            BergerParker = DiversityMeasures.BergerParker(amounts),
            Chao1 = counts && amounts.Length > 0 ? DiversityMeasures.Chao1(amounts) : null,
            GoodsCoverage = counts ? DiversityMeasures.GoodsCoverage(amounts) : null,
            FirmicutesBacteroidetes = FirmicutesBacteroidetesRatio.Of(profile),
            Clades = [.. Asked.Select(t => new CladeShare(t, profile.ShareOf(t)))],
            Gmwi2 = gmwi2,
        };
        return measures with { Notices = MeasureNotices.Of(profile, measures, options, amounts) };
    }

    /// <summary>The kind of thing, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"ProfileMeasures: {Level?.ToString() ?? "features"}, {Notices.Length} notices";
}

/// <summary>How to measure a profile.</summary>
public sealed record MeasureOptions
{
    /// <summary>The rank diversity is measured at; null (the default) = the profile's own <see cref="TaxonomicProfile.Level"/>.</summary>
    public TaxonRank? Rank { get; init; }

    /// <summary>How many reads to draw before diversity is measured; null (the default) = all. Only for whole counts.</summary>
    public long? RarefyTo { get; init; }

    /// <summary>The seed of the draw; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether GMWI2 is computed for profilers and databases it is not made for; default false.</summary>
    public bool ForceGmwi2 { get; init; }
}

/// <summary>The relative abundance of a taxon in a profile.</summary>
/// <param name="Taxon">The taxon.</param>
/// <param name="Share">0 to 1; null where that is not known (see <see cref="TaxonomicProfile.ShareOf"/>).</param>
public sealed record CladeShare(TaxonReference Taxon, double? Share)
{
    /// <summary>The taxon, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"CladeShare: {Taxon.Name}";
}

/// <summary>The limits that go with the measures of a profile, in words.</summary>
internal static class MeasureNotices
{
    /// <summary>Why one laboratory's numbers are not another's.</summary>
    public const string Laboratories =
        "Seven companies given the same stool reported results as different from one another as different people are (Servetas et al. 2026, "
        + "Communications Biology; preprint doi 10.1101/2024.06.05.596628): compare only results of one laboratory and method.";

    public static ImmutableArray<string> Of(TaxonomicProfile profile, ProfileMeasures measures, MeasureOptions options, double[] amounts)
    {
        var notices = new List<string>();
        if (profile.Features.IsEmpty)
            notices.Add("Nothing was classified in this sample: there is no community to measure.");
        if (profile.Format is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged)
            notices.Add("MetaPhlAn estimates shares of cells; Kraken, Bracken and 16S count reads: never compare the two.");
        if (profile.UnclassifiedShare is { } unclassified && unclassified > 0 && !profile.Features.IsEmpty)
            notices.Add(Format($"{unclassified * 100:0.##} % could not be classified; shares are of {(profile.Info.UnclassifiedIsApart ? "the rest" : "all reads")}."));
        if (profile.HostShare > 0)
            notices.Add(Format($"{profile.HostShare * 100:0.##} % of the {(profile.Info.UnclassifiedIsApart ? "classified reads" : "reads")} are human or of other vertebrates, and were left out."));
        if (profile.OrganelleShare > 0)
            notices.Add(Format($"{profile.OrganelleShare * 100:0.##} % of the reads are of chloroplasts or mitochondria (plants eaten, the host), and were left out."));
        AddUnclear(notices, profile, measures);
        AddCounts(notices, profile, measures, options, amounts);
        if (profile.Info.GeneraFromNames)
            notices.Add("The file has no lineages: genera were taken from the names of species, phyla are not known.");
        if (profile.Clades.IsEmpty && !profile.Features.IsEmpty)
            notices.Add("The file has no taxonomy: only diversity can be measured.");
        if (measures.FirmicutesBacteroidetes is not null)
            notices.Add(FirmicutesBacteroidetesRatio.Caveat);
        notices.AddRange(measures.Gmwi2.Notices);
        if (!profile.Features.IsEmpty)
            notices.Add(Laboratories);
        return [.. notices];
    }

    // What could not be told is said, so that nobody takes it for absent.
    private static void AddUnclear(List<string> notices, TaxonomicProfile profile, ProfileMeasures measures)
    {
        notices.AddRange(profile.Info.Notices);
        if (profile.UnclearNames is > 0 and var count)
        {
            string example = profile.Info.UnclearRows.Values.First();
            notices.Add($"{count} {(count == 1 ? "name" : "names")} in this sample could not be matched to a taxon (such as {FileFaults.Quote(example)}): what was not found is unknown, not 0.");
        }

        foreach (var clade in measures.Clades)
        {
            if (clade.Share is null && profile.UnclearNames == 0 && profile.Resolves(clade.Taxon.Rank) && profile.IsMentioned(clade.Taxon))
                notices.Add($"{clade.Taxon.Name} is in names that do not tell its rank: how much there is of it is unknown, not 0.");
        }
    }

    private static void AddCounts(List<string> notices, TaxonomicProfile profile, ProfileMeasures measures, MeasureOptions options, double[] amounts)
    {
        if (profile.Info.FeaturesAreTaxa && profile.Reads is { } all && measures.Depth is { } placed && placed < all && all > 0 && !measures.IsRarefied)
            notices.Add(Format($"{100 * placed / all:0.##} % of the classified reads are placed at the rank {measures.Level}; diversity is theirs."));
        if (measures.IsRarefied)
            notices.Add(Format($"Diversity was measured on {measures.Depth:0} reads drawn with seed {options.Seed}."));
        else if (options.RarefyTo is { } wanted)
            notices.Add(Format($"The sample could not be rarefied to {wanted} reads: it has fewer, or the file does not count reads."));
        else if (measures.Depth is > 0)
            notices.Add(Format($"Richness grows with depth; this is of {measures.Depth:0} reads."));
        if (profile.Format is TaxonomicFormat.KrakenReport or TaxonomicFormat.KrakenMpa && profile.Profiler != "Bracken")
            notices.Add("Kraken lists many species by single reads: richness without Bracken or a threshold is far too high.");
        if (measures.Chao1 is { } chao && amounts.Length > 0 && chao == measures.Richness && !amounts.Contains(1))
            notices.Add("No taxon was seen just once: Chao1 tells nothing (DADA2 removes single reads).");
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
