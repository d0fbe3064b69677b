namespace GutSkin.Core.Microbiome;

/// <summary>Whether the clades of a sample add up to what holds them: what was edited, filtered or cut off does not.</summary>
internal static class CladeSumCheck
{
    // MetaPhlAn rounds to five decimals and its own outputs add up to within 0.0001.
    private const double Tolerance = 0.05;

    /// <summary>Percent: all together 100, parts as much as their whole, every clade going down to a species.</summary>
    public static void Percent(TableBuilder builder, List<int> lineOfRow, int lastLine)
    {
        foreach (var (_, sample) in builder.Kept)
            Check(builder, sample, lineOfRow, lastLine);
    }

    private static void Check(TableBuilder builder, SampleValues sample, List<int> lineOfRow, int lastLine)
    {
        var bag = builder.Bag;
        var tree = builder.Tree;
        var (amounts, parts, lines) = Add(builder, sample, lineOfRow);
        double total = double.IsNaN(sample.Unclassified) ? 0 : sample.Unclassified;
        var (widest, narrowest) = (TaxonRank.Strain, TaxonRank.None);
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree.ParentOf(i) < 0)
                total += amounts[i];
            if (lines[i] == 0 || amounts[i] == 0)
                continue;
            widest = tree.RankOf(i) < widest ? tree.RankOf(i) : widest;
            narrowest = tree.RankOf(i) > narrowest ? tree.RankOf(i) : narrowest;
        }

        if (total == 0 && builder.Format == TaxonomicFormat.MetaPhlAnMerged)
            return;
        string of = sample.Name is null ? "" : $" of the sample {DiagnosticBag.Quote(sample.Name)}";
        if (Math.Abs(total - 1) < 0.02)
        {
            bag.Add(MicrobiomeDiagnostics.FractionForPercent, FirstLine(lineOfRow, lastLine), 1, $"The amounts{of} add up to 1, not to 100.", "MetaPhlAn gives percent.");
            return;
        }

        if (Math.Abs(total - 100) > Tolerance)
            bag.Add(MicrobiomeDiagnostics.SumMismatch, FirstLine(lineOfRow, lastLine), 1, $"The widest clades{of} and the unclassified part do not add up to 100 percent.");
        if (widest == narrowest)
            return;
        if (narrowest < TaxonRank.Species)
        {
            bag.Add(MicrobiomeDiagnostics.Truncated, lastLine, 1, $"The rows{of} break off before the species.");
            return;
        }

        for (int i = 0; i < tree.Count && !bag.IsFull; i++)
        {
            if (lines[i] == 0 || amounts[i] == 0 || (tree.RankOf(i) >= TaxonRank.Species && parts[i] == 0))
                continue;
            if (parts[i] == 0)
                bag.Add(MicrobiomeDiagnostics.Truncated, lines[i], 1, $"Nothing follows of what {Name(tree, i)}{of} holds.", "The file was cut or filtered.");
            else if (Math.Abs(parts[i] - amounts[i]) > Tolerance)
                bag.Add(MicrobiomeDiagnostics.SumMismatch, lines[i], 1, $"What {Name(tree, i)}{of} holds does not add up to it.");
        }
    }

    /// <summary>Counts: no clade holds more reads than it has.</summary>
    public static void Counts(TableBuilder builder, List<int> lineOfRow)
    {
        foreach (var (_, sample) in builder.Kept)
        {
            var (amounts, parts, lines) = Add(builder, sample, lineOfRow);
            for (int i = 0; i < builder.Tree.Count && !builder.Bag.IsFull; i++)
            {
                if (lines[i] > 0 && parts[i] > amounts[i])
                    builder.Bag.Add(MicrobiomeDiagnostics.SumMismatch, lines[i], 1, $"What {Name(builder.Tree, i)} holds is more than it.");
            }
        }
    }

    // A clade without a row of its own is what it holds.
    private static (double[] Amounts, double[] Parts, int[] Lines) Add(TableBuilder builder, SampleValues sample, List<int> lineOfRow)
    {
        var tree = builder.Tree;
        var (amounts, parts, lines) = (new double[tree.Count], new double[tree.Count], new int[tree.Count]);
        for (int row = 0; row < builder.Rows; row++)
            lines[builder.TaxonOf(row)] = lineOfRow[row];
        for (int i = 0; i < sample.Count; i++)
            amounts[builder.TaxonOf(sample.Rows[i])] = sample.Values[i];
        for (int i = tree.Count - 1; i >= 0; i--)
        {
            if (lines[i] == 0)
                amounts[i] = parts[i];
            if (tree.ParentOf(i) is >= 0 and var parent)
                parts[parent] += amounts[i];
        }

        return (amounts, parts, lines);
    }

    private static int FirstLine(List<int> lineOfRow, int lastLine) => lineOfRow.Count > 0 ? lineOfRow[0] : Math.Max(1, lastLine);

    private static string Name(TaxonTreeBuilder tree, int taxon) => DiagnosticBag.Quote(tree.NameOf(taxon));
}
