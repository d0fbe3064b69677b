using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>Works out the amounts of all taxa of one sample from its rows, without the host and the organelles.</summary>
internal sealed class TaxonAmounts
{
    private readonly TableInfo info;
    private readonly bool[] isOut;

    private TaxonAmounts(TableInfo info, SampleValues sample)
    {
        this.info = info;
        var taxa = info.Set.Taxa;
        Amounts = new double[taxa.Length];
        isOut = new bool[taxa.Length];
        double unplaced = info.RowsAreClades ? FillClades(sample) : FillParts(sample);
        double apart = double.IsNaN(sample.Unclassified) ? 0 : sample.Unclassified;
        if (info.RowsAreClades)
            (apart, unplaced) = (apart + unplaced, 0);
        double whole = unplaced;
        foreach (var taxon in taxa)
            whole += taxon.Parent is null ? Amounts[taxon.Index] : 0;
        UnclassifiedShare = ShareOfUnclassified(sample, unplaced, apart, whole);
        Host = TakeOut(info.Set.Host);
        Organelles = TakeOut(info.Set.Organelles);
        Whole = Math.Max(0, whole - Host - Organelles);
        Level = info.FeaturesAreTaxa ? DeepestRank() : info.RowRank;
        Features = info.FeaturesAreTaxa ? AtLevel() : FromRows(sample);
        Unclear = CountUnclear(sample);
    }

    /// <summary>The amount of each taxon with all it holds.</summary>
    public double[] Amounts { get; }

    /// <summary>What shares are of.</summary>
    public double Whole { get; }

    /// <summary>The amount of the host.</summary>
    public double Host { get; }

    /// <summary>The amount of chloroplasts and mitochondria.</summary>
    public double Organelles { get; }

    public double? UnclassifiedShare { get; }

    public TaxonRank? Level { get; }

    public ImmutableArray<TaxonAbundance> Features { get; }

    /// <summary>How many rows with an amount have names that were not understood.</summary>
    public int Unclear { get; }

    /// <summary>A part of the whole; rounded percentages of a clade may exceed it by a little.</summary>
    public static double Share(double amount, double whole) => whole > 0 ? Math.Min(1, amount / whole) : 0;

    public static TaxonAmounts Of(TableInfo info, SampleValues sample) => new(info, sample);

    // Rows give the amounts; a clade without a row is the sum of what it holds.
    private double FillClades(SampleValues sample)
    {
        var taxa = info.Set.Taxa;
        var hasRow = new bool[taxa.Length];
        double unplaced = 0;
        foreach (int taxon in info.RowTaxon)
        {
            if (taxon >= 0)
                hasRow[taxon] = true;
        }

        for (int i = 0; i < sample.Count; i++)
        {
            int taxon = info.RowTaxon[sample.Rows[i]];
            if (taxon < 0)
                unplaced += sample.Values[i];
            else
                Amounts[taxon] += sample.Values[i];
        }

        for (int i = taxa.Length - 1; i >= 0; i--)
        {
            if (taxa[i].Parent is { } parent && !hasRow[parent.Index])
                Amounts[parent.Index] += Amounts[i];
        }

        return unplaced;
    }

    private double FillParts(SampleValues sample)
    {
        var taxa = info.Set.Taxa;
        double unplaced = 0;
        for (int i = 0; i < sample.Count; i++)
        {
            int taxon = info.RowTaxon[sample.Rows[i]];
            if (taxon < 0)
                unplaced += sample.Values[i];
            else
                Amounts[taxon] += sample.Values[i];
        }

        for (int i = taxa.Length - 1; i >= 0; i--)
        {
            if (taxa[i].Parent is { } parent)
                Amounts[parent.Index] += Amounts[i];
        }

        return unplaced;
    }

    private double? ShareOfUnclassified(SampleValues sample, double unplaced, double apart, double whole)
    {
        if (info.RowsAreClades && apart == 0 && double.IsNaN(sample.Unclassified))
            return null;
        if (info.RowsAreClades && info.Unit == AbundanceUnit.Percent)
            return Math.Min(1, apart / 100);
        if (info.UnclassifiedIsApart)
            return whole + apart > 0 ? (unplaced + apart) / (whole + apart) : 0;
        return info.RowRank is null && whole > 0 && info.Set.Taxa.Length > 0 ? unplaced / whole : null;
    }

    private double TakeOut(List<int> found)
    {
        double sum = 0;
        if (found.Count == 0)
            return sum;
        foreach (int index in found)
        {
            double amount = Amounts[index];
            sum += amount;
            isOut[index] = true;
            for (var taxon = info.Set.Taxa[index]; taxon is not null; taxon = taxon.Parent)
                Amounts[taxon.Index] = Math.Max(0, Amounts[taxon.Index] - amount);
        }

        foreach (var taxon in info.Set.Taxa)
        {
            if (taxon.Parent is { } parent && isOut[parent.Index])
            {
                isOut[taxon.Index] = true;
                Amounts[taxon.Index] = 0;
            }
        }

        return sum;
    }

    private TaxonRank? DeepestRank()
    {
        var deepest = TaxonRank.None;
        foreach (var taxon in info.Set.Taxa)
        {
            if (Amounts[taxon.Index] > 0 && taxon.Rank > deepest && taxon.Rank <= TaxonRank.Species)
                deepest = taxon.Rank;
        }

        return deepest == TaxonRank.None ? null : deepest;
    }

    private ImmutableArray<TaxonAbundance> AtLevel() =>
        [.. info.Set.Taxa.Where(t => t.Rank == Level && Amounts[t.Index] > 0).Select(t => new TaxonAbundance(t, Amounts[t.Index], Share(Amounts[t.Index], Whole), null))];

    private ImmutableArray<TaxonAbundance> FromRows(SampleValues sample)
    {
        var features = ImmutableArray.CreateBuilder<TaxonAbundance>(sample.Count);
        for (int i = 0; i < sample.Count; i++)
        {
            int row = sample.Rows[i];
            int taxon = info.RowTaxon[row];
            if (sample.Values[i] > 0 && (taxon < 0 || !isOut[taxon]))
                features.Add(new TaxonAbundance(taxon < 0 ? null : info.Set.Taxa[taxon], sample.Values[i], Share(sample.Values[i], Whole), info.RowFeature[row]));
        }

        return features.ToImmutable();
    }

    private int CountUnclear(SampleValues sample)
    {
        int count = 0;
        for (int i = 0; info.UnclearRows.Count > 0 && i < sample.Count; i++)
            count += sample.Values[i] > 0 && info.UnclearRows.ContainsKey(sample.Rows[i]) ? 1 : 0;
        return count;
    }
}
