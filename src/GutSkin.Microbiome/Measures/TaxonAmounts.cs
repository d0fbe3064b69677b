using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>Works out the amounts of all taxa of one sample from its rows.</summary>
internal sealed class TaxonAmounts
{
    /// <summary>The amount of each taxon with all it holds, without the host.</summary>
    public required double[] Amounts { get; init; }

    /// <summary>What shares are of.</summary>
    public required double Whole { get; init; }

    /// <summary>The amount of the host.</summary>
    public required double Host { get; init; }

    public required double? UnclassifiedShare { get; init; }

    public required TaxonRank? Level { get; init; }

    public required ImmutableArray<TaxonAbundance> Features { get; init; }

    public static TaxonAmounts Of(TableInfo info, SampleValues sample)
    {
        var taxa = info.Set.Taxa;
        var amounts = new double[taxa.Length];
        double unplaced = info.RowsAreClades ? FillClades(info, sample, amounts) : FillParts(info, sample, amounts);
        double whole = unplaced;
        foreach (var taxon in taxa)
            whole += taxon.Parent is null ? amounts[taxon.Index] : 0;
        var isHost = TakeHost(info.Set, amounts, out double host);
        double? unclassified = null;
        if (!info.RowsAreClades)
            unclassified = info.RowRank is null && whole > 0 && taxa.Length > 0 ? unplaced / whole : null;
        else if (!double.IsNaN(sample.Unclassified))
            unclassified = info.Unit == AbundanceUnit.Percent ? sample.Unclassified / 100 : sample.Unclassified / Math.Max(1, whole + sample.Unclassified);
        whole = Math.Max(0, whole - host);
        var level = info.RowsAreClades ? DeepestRank(taxa, amounts) : info.RowRank;
        return new TaxonAmounts
        {
            Amounts = amounts,
            Whole = whole,
            Host = host,
            UnclassifiedShare = unclassified,
            Level = level,
            Features = info.RowsAreClades ? AtLevel(taxa, amounts, level, whole) : FromRows(info, sample, isHost, whole),
        };
    }

    // Rows give the amounts; a clade without a row is the sum of what it holds.
    private static double FillClades(TableInfo info, SampleValues sample, double[] amounts)
    {
        var taxa = info.Set.Taxa;
        var hasRow = new bool[taxa.Length];
        foreach (int taxon in info.RowTaxon)
            hasRow[taxon] = true;
        for (int i = 0; i < sample.Count; i++)
            amounts[info.RowTaxon[sample.Rows[i]]] = sample.Values[i];
        for (int i = taxa.Length - 1; i >= 0; i--)
        {
            if (taxa[i].Parent is { } parent && !hasRow[parent.Index])
                amounts[parent.Index] += amounts[i];
        }

        return 0;
    }

    private static double FillParts(TableInfo info, SampleValues sample, double[] amounts)
    {
        var taxa = info.Set.Taxa;
        double unplaced = 0;
        for (int i = 0; i < sample.Count; i++)
        {
            int taxon = info.RowTaxon[sample.Rows[i]];
            if (taxon < 0)
                unplaced += sample.Values[i];
            else
                amounts[taxon] += sample.Values[i];
        }

        for (int i = taxa.Length - 1; i >= 0; i--)
        {
            if (taxa[i].Parent is { } parent)
                amounts[parent.Index] += amounts[i];
        }

        return unplaced;
    }

    private static bool[]? TakeHost(TaxonSet set, double[] amounts, out double host)
    {
        host = 0;
        var found = set.Find(KnownTaxa.HomoSapiens);
        if (found.Count == 0)
            return null;
        var isHost = new bool[amounts.Length];
        foreach (int index in found)
        {
            double amount = amounts[index];
            host += amount;
            isHost[index] = true;
            for (var taxon = set.Taxa[index]; taxon is not null; taxon = taxon.Parent)
                amounts[taxon.Index] = Math.Max(0, amounts[taxon.Index] - amount);
        }

        foreach (var taxon in set.Taxa)
        {
            if (taxon.Parent is { } parent && isHost[parent.Index])
            {
                isHost[taxon.Index] = true;
                amounts[taxon.Index] = 0;
            }
        }

        return isHost;
    }

    private static TaxonRank? DeepestRank(Taxon[] taxa, double[] amounts)
    {
        var deepest = TaxonRank.None;
        foreach (var taxon in taxa)
        {
            if (amounts[taxon.Index] > 0 && taxon.Rank > deepest && taxon.Rank <= TaxonRank.Species)
                deepest = taxon.Rank;
        }

        return deepest == TaxonRank.None ? null : deepest;
    }

    private static ImmutableArray<TaxonAbundance> AtLevel(Taxon[] taxa, double[] amounts, TaxonRank? level, double whole) =>
        [.. taxa.Where(t => t.Rank == level && amounts[t.Index] > 0).Select(t => new TaxonAbundance(t, amounts[t.Index], amounts[t.Index] / whole, null))];

    private static ImmutableArray<TaxonAbundance> FromRows(TableInfo info, SampleValues sample, bool[]? isHost, double whole)
    {
        var features = ImmutableArray.CreateBuilder<TaxonAbundance>(sample.Count);
        for (int i = 0; i < sample.Count; i++)
        {
            int row = sample.Rows[i];
            int taxon = info.RowTaxon[row];
            if (sample.Values[i] > 0 && (taxon < 0 || isHost is null || !isHost[taxon]))
                features.Add(new TaxonAbundance(taxon < 0 ? null : info.Set.Taxa[taxon], sample.Values[i], sample.Values[i] / whole, info.RowFeature[row]));
        }

        return features.ToImmutable();
    }
}
