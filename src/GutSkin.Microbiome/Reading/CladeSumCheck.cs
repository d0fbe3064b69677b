namespace GutSkin.Microbiome;

/// <summary>Whether the clades of a sample add up to what holds them: what was edited, filtered or cut off does not.</summary>
internal static class CladeSumCheck
{
    // MetaPhlAn rounds to five decimals; the samples at hand add up to within 0.00003.
    private const double Tolerance = 0.01;

    /// <summary>
    /// Percent: all together 100, the narrowest ranks complete, no clade holding more than it is. Single rows between may be missing
    /// or (in databases of MetaPhlAn 4 such as vOct22, whose taxonomy has faults) stand below another parent: that is how the
    /// profiler writes them, and it harms nothing where the species are complete.
    /// </summary>
    public static void Percent(TableBuilder builder, List<int> lineOfRow, int lastLine)
    {
        foreach (var (_, sample) in builder.Kept)
            Check(builder, sample, lineOfRow, lastLine);
    }

    private static void Check(TableBuilder builder, SampleValues sample, List<int> lineOfRow, int lastLine)
    {
        var bag = builder.Bag;
        var clades = Add(builder, sample, lineOfRow);
        var ranks = new double[(int)TaxonRank.Strain + 1];
        double classified = 0;
        for (int i = 0; i < clades.Lines.Length; i++)
        {
            classified += builder.Tree.ParentOf(i) < 0 ? clades.Amounts[i] : 0;
            ranks[(int)builder.Tree.RankOf(i)] += clades.Lines[i] > 0 ? clades.Amounts[i] : 0;
        }

        string of = sample.Name is null ? "" : $" of the sample {FileFaults.Quote(sample.Name)}";
        double total = classified + (double.IsNaN(sample.Unclassified) ? 0 : sample.Unclassified);
        int first = lineOfRow.Count > 0 ? lineOfRow[0] : Math.Max(1, lastLine);
        if (total == 0 && builder.Format == TaxonomicFormat.MetaPhlAnMerged)
            return;
        if (Math.Abs(total - 1) < 0.02)
        {
            bag.Add(MicrobiomeDiagnostics.FractionForPercent, first, 1, $"The amounts{of} add up to 1, not to 100.", "MetaPhlAn gives percent.");
            return;
        }

        if (Math.Abs(total - 100) > Tolerance)
            bag.Add(MicrobiomeDiagnostics.SumMismatch, first, 1, $"The widest clades{of} and the unclassified part do not add up to 100 percent.");
        var (species, strains) = (ranks[(int)TaxonRank.Species], ranks[(int)TaxonRank.Strain]);
        // One rank alone (--tax_lev) has nothing to be compared with.
        if (classified == 0 || ranks.Count(r => r > 0) == 1)
            return;
        if (species == 0 && strains == 0)
        {
            bag.Add(MicrobiomeDiagnostics.Truncated, lastLine, 1, $"The rows{of} break off before the species.");
            return;
        }

        bool whole = Math.Abs(species - classified) <= Tolerance && (strains == 0 || Math.Abs(strains - classified) <= Tolerance);
        if (!CheckParts(builder, clades, of, whole) && !whole)
            bag.Add(MicrobiomeDiagnostics.SumMismatch, lastLine, 1, $"The species{of} do not add up to what was classified.", "The file was cut or filtered.");
    }

    private static bool CheckParts(TableBuilder builder, Clades clades, string of, bool whole)
    {
        var (bag, tree) = (builder.Bag, builder.Tree);
        bool strict = !whole || builder.Profiler != "MetaPhlAn 4";
        bool found = false;
        for (int i = 0; i < clades.Lines.Length && !bag.IsFull; i++)
        {
            double amount = clades.Amounts[i], parts = clades.Parts[i];
            if (clades.Lines[i] == 0 || amount == 0 || (tree.RankOf(i) >= TaxonRank.Species && parts == 0))
                continue;
            bool nothing = parts == 0;
            if (clades.ListedParts[i] <= amount + Tolerance && (!strict || (!nothing && parts >= amount - Tolerance)))
                continue;
            found = true;
            string name = FileFaults.Quote(tree.NameOf(i));
            bag.Add(
                nothing ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.SumMismatch,
                clades.Lines[i],
                1,
                nothing ? $"Nothing follows of what {name}{of} holds." : $"What {name}{of} holds does not add up to it.",
                "The file was edited, cut or filtered.");
        }

        return found;
    }

    /// <summary>Counts: no clade holds more reads than it has.</summary>
    public static void Counts(TableBuilder builder, List<int> lineOfRow)
    {
        foreach (var (_, sample) in builder.Kept)
        {
            var clades = Add(builder, sample, lineOfRow);
            for (int i = 0; i < clades.Lines.Length && !builder.Bag.IsFull; i++)
            {
                if (clades.Lines[i] > 0 && clades.Parts[i] > clades.Amounts[i])
                    builder.Bag.Add(MicrobiomeDiagnostics.SumMismatch, clades.Lines[i], 1, $"What {FileFaults.Quote(builder.Tree.NameOf(i))} holds is more than it.");
            }
        }
    }

    // A clade without a row of its own is what it holds.
    private static Clades Add(TableBuilder builder, SampleValues sample, List<int> lineOfRow)
    {
        var tree = builder.Tree;
        var clades = new Clades(new double[tree.Count], new double[tree.Count], new double[tree.Count], new int[tree.Count]);
        for (int row = 0; row < builder.Rows; row++)
            clades.Lines[builder.TaxonOf(row)] = lineOfRow[row];
        for (int i = 0; i < sample.Count; i++)
            clades.Amounts[builder.TaxonOf(sample.Rows[i])] = sample.Values[i];
        for (int i = tree.Count - 1; i >= 0; i--)
        {
            bool listed = clades.Lines[i] > 0;
            if (!listed)
                clades.Amounts[i] = clades.Parts[i];
            if (tree.ParentOf(i) is not (>= 0 and var parent))
                continue;
            clades.Parts[parent] += clades.Amounts[i];
            clades.ListedParts[parent] += listed ? clades.Amounts[i] : 0;
        }

        return clades;
    }

    /// <summary>What each clade is, what it holds, how much of that has rows of its own, and the line of its row (0 = none).</summary>
    private readonly record struct Clades(double[] Amounts, double[] Parts, double[] ListedParts, int[] Lines);
}
