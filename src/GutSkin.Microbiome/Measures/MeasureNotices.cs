using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Microbiome;

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
