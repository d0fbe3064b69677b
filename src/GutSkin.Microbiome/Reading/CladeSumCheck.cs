namespace GutSkin.Microbiome;

/// <summary>Whether the clades of a sample add up to what holds them, as far as the program that wrote them makes them do.</summary>
internal static class CladeSumCheck
{
    // MetaPhlAn rounds to five decimals; the samples at hand add up to within 0.00003. Of little that was classified, less may be missing.
    private const double Rounding = 0.000005;
    private const double MaxDifference = 0.01;

    /// <summary>
    /// Percent: all together 100, the species complete, no clade holding more than it is. MetaPhlAn 4 takes a clade's name from NCBI and its
    /// place from its genome bin, so that clades between may lie below another parent (2,131 of them in vOct22) or have no row; strains may
    /// fall short of their species in every version. That is how the profiler writes them, and it harms nothing where the species are
    /// complete.
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

        double tolerance = (MaxDifference * Math.Min(1, classified)) + (Rounding * builder.Rows);
        string of = sample.Name is null ? "" : $" of the sample {FileFaults.Quote(sample.Name)}";
        double total = classified + (double.IsNaN(sample.Unclassified) ? 0 : sample.Unclassified);
        int first = lineOfRow.Count > 0 ? lineOfRow[0] : Math.Max(1, lastLine);
        if (total == 0 && ranks.All(r => r == 0) && builder.Format == TaxonomicFormat.MetaPhlAnMerged)
            return;
        if (Math.Abs(total - 1) < 0.02)
        {
            bag.Add(MicrobiomeDiagnostics.FractionForPercent, first, 1, $"The amounts{of} add up to 1, not to 100.", "MetaPhlAn gives percent.");
            return;
        }

        // Whatever the lineages of the database, no rank holds more than was classified.
        if (ranks.Any(r => r > classified + tolerance))
        {
            bag.Add(MicrobiomeDiagnostics.SumMismatch, first, 1, $"The rows of a rank{of} add up to more than was classified.", "Rows are missing, or numbers were changed: give the profiler's own output, whole.");
            if (builder.Profiler is not ("MetaPhlAn 2" or "MetaPhlAn 3"))
                return;
        }

        bool oneRank = ranks.Count(r => r > 0) == 1;
        if (Math.Abs(total - 100) > MaxDifference && !IsPart(builder, oneRank, total, of, first))
            bag.Add(MicrobiomeDiagnostics.SumMismatch, first, 1, $"The widest clades{of} and the unclassified part do not add up to 100 percent.", "Rows are missing or were added: give the profiler's own output, whole.");
        // One rank alone (--tax_lev) has nothing to be compared with.
        if (classified == 0 || oneRank)
            return;
        var (species, strains) = (ranks[(int)TaxonRank.Species], ranks[(int)TaxonRank.Strain]);
        if (species == 0 && strains == 0)
        {
            // Merged tables are often kept to genera or wider ranks; whole ranks only.
            double deepest = ranks.Last(r => r > 0);
            if (builder.Format == TaxonomicFormat.MetaPhlAnMerged && Math.Abs(deepest - classified) <= tolerance)
                return;
            bag.Add(MicrobiomeDiagnostics.Truncated, lastLine, 1, $"The rows{of} break off before the species.");
            return;
        }

        bool whole = Math.Abs(species - classified) <= tolerance && strains <= species + tolerance;
        bool exact = builder.Profiler is "MetaPhlAn 2" or "MetaPhlAn 3";
        if (whole && !exact)
        {
            if (CheckParts(builder, clades, of, tolerance, report: false))
                bag.Add(MicrobiomeDiagnostics.SumsOff, first, 1, $"Some clades between{of} do not add up, though the species do.", "Lineages of the database say so (as in MetaPhlAn's vOct22); shares of phyla to genera are as the file gives them.");
        }
        else if (!CheckParts(builder, clades, of, tolerance, report: true) && !whole)
        {
            bag.Add(MicrobiomeDiagnostics.SumMismatch, lastLine, 1, $"The species{of} do not add up to what was classified.", "Rows of species are missing: give the profiler's own output, whole.");
        }
    }

    // Rows of one rank taken out of a merged table: what was left out cannot be seen.
    private static bool IsPart(TableBuilder builder, bool oneRank, double total, string of, int line)
    {
        if (!oneRank || builder.Format != TaxonomicFormat.MetaPhlAnMerged || total > 100)
            return false;
        builder.Bag.Add(MicrobiomeDiagnostics.PartOfWhole, line, 1, $"The rows{of} add up to less than 100 percent.", "Shares are of the rows that are there.");
        return true;
    }

    private static bool CheckParts(TableBuilder builder, Clades clades, string of, double tolerance, bool report)
    {
        var (bag, tree) = (builder.Bag, builder.Tree);
        bool found = false;
        for (int i = 0; i < clades.Lines.Length && !bag.IsFull; i++)
        {
            double amount = clades.Amounts[i], parts = clades.Parts[i];
            // Strains may fall short; species without strains are complete.
            bool narrow = tree.RankOf(i) >= TaxonRank.Species;
            if (clades.Lines[i] == 0 || amount == 0)
                continue;
            if (clades.ListedParts[i] <= amount + tolerance && (narrow || parts >= amount - tolerance))
                continue;
            found = true;
            if (!report)
                return true;
            bool nothing = parts == 0;
            string name = FileFaults.Quote(tree.NameOf(i));
            bag.Add(
                nothing ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.SumMismatch,
                clades.Lines[i],
                1,
                nothing ? $"No row follows of what {name}{of} holds." : $"The rows below {name}{of} do not add up to it.",
                "Rows are missing, or numbers were changed: give the profiler's own output, whole.");
        }

        return found;
    }

    /// <summary>Counts: no clade holds more reads than it has, but for what rounding each number by itself makes (Bracken).</summary>
    public static void Counts(TableBuilder builder, List<int> lineOfRow)
    {
        foreach (var (_, sample) in builder.Kept)
        {
            var clades = Add(builder, sample, lineOfRow);
            for (int i = 0; i < clades.Lines.Length && !builder.Bag.IsFull; i++)
            {
                if (clades.Lines[i] > 0 && clades.Parts[i] > clades.Amounts[i] + clades.Children[i])
                    builder.Bag.Add(MicrobiomeDiagnostics.SumMismatch, clades.Lines[i], 1, $"The rows below {FileFaults.Quote(builder.Tree.NameOf(i))} have more reads than it has.");
            }
        }
    }

    // A clade without a row of its own is what it holds.
    private static Clades Add(TableBuilder builder, SampleValues sample, List<int> lineOfRow)
    {
        var tree = builder.Tree;
        var clades = new Clades(new double[tree.Count], new double[tree.Count], new double[tree.Count], new int[tree.Count], new int[tree.Count]);
        for (int row = 0; row < builder.Rows; row++)
            clades.Lines[builder.TaxonOf(row)] = lineOfRow[row];
        for (int i = 0; i < sample.Count; i++)
            clades.Amounts[builder.TaxonOf(sample.Rows[i])] += sample.Values[i];
        for (int i = tree.Count - 1; i >= 0; i--)
        {
            bool listed = clades.Lines[i] > 0;
            if (!listed)
                clades.Amounts[i] = clades.Parts[i];
            if (tree.ParentOf(i) is not (>= 0 and var parent))
                continue;
            clades.Parts[parent] += clades.Amounts[i];
            clades.Children[parent]++;
            clades.ListedParts[parent] += listed ? clades.Amounts[i] : 0;
        }

        return clades;
    }

    /// <summary>What each clade is, what it holds, how much of that has rows of its own, the line of its row (0 = none), how many clades are in it.</summary>
    private readonly record struct Clades(double[] Amounts, double[] Parts, double[] ListedParts, int[] Lines, int[] Children);
}
