namespace GutSkin.Microbiome;

/// <summary>
/// Whether the reads of a Kraken report add up as its program writes them. Kraken 2: a clade is its own reads and those below it, and
/// percentages are of all sequences, of which some may be in no row (github.com/DerrickWood/kraken2 issues 176, 573, 868). Bracken: nothing
/// is placed above the level it re-estimates, and each number is cut to a whole one by itself; at genus level the genera have no reads "of
/// their own" (github.com/jenniferlu717/Bracken, est_abundance.py).
/// </summary>
internal sealed class KrakenSumCheck(TableBuilder builder, List<KrakenReportReader.Row> rows)
{
    // Two decimals are written; a little more for programs that cut instead of rounding.
    private const double PercentRounding = 0.0101;

    // Reads of a clade that are in no row below it, at most: of its own, or of all (Bracken before 2019 left out rare species).
    private const double MaxLost = 0.05;
    private const double MaxLostOfAll = 0.001;

    private readonly FileFaults bag = builder.Bag;
    private readonly TaxonTreeBuilder tree = builder.Tree;
    private readonly double[] parts = new double[builder.Tree.Count];
    private readonly int[] children = new int[builder.Tree.Count];
    private readonly int[] below = new int[builder.Tree.Count];
    private double total;
    private double lost;
    private bool isBracken;

    public void Run()
    {
        foreach (var row in rows)
        {
            if (row.Taxon < 0 || tree.ParentOf(row.Taxon) is not (>= 0 and var parent))
            {
                total += row.Clade;
                continue;
            }

            parts[parent] += row.Clade;
            children[parent]++;
        }

        // Parents come before what lies in them.
        for (int i = tree.Count - 1; i >= 0; i--)
        {
            if (tree.ParentOf(i) is >= 0 and var parent)
                below[parent] += 1 + below[i];
        }

        bool estimated = rows.TrueForAll(r => r.Taxon < 0 || children[r.Taxon] == 0 || r.Own == 0);
        var level = estimated ? LevelWithoutOwn() : TaxonRank.None;
        isBracken = level != TaxonRank.None;
        foreach (var row in rows)
        {
            if (bag.IsFull)
                return;
            if (row.Taxon >= 0)
                CheckClade(row, estimated, level);
        }

        if (bag.HasErrors)
            return;
        CheckPercent();
        if (isBracken)
            builder.Profiler = "Bracken";
        if (lost > 0 && !bag.HasErrors)
            bag.Add(MicrobiomeDiagnostics.ReadsLost, rows[0].Line, 1, "Some clades have reads that are in no row below them.", "Shares are of the reads in the rows.");
    }

    // The one rank at which nothing lies below and no reads are "own": that of Bracken's genus-level reports.
    private TaxonRank LevelWithoutOwn()
    {
        var leaves = rows.Where(r => r.Taxon >= 0 && children[r.Taxon] == 0 && r.Clade > 0).ToList();
        var level = leaves.Count > 0 ? tree.RankOf(leaves[0].Taxon) : TaxonRank.None;
        return leaves.TrueForAll(r => r.Own == 0 && tree.RankOf(r.Taxon) == level) ? level : TaxonRank.None;
    }

    private void CheckClade(KrakenReportReader.Row row, bool estimated, TaxonRank level)
    {
        double difference = row.Clade - row.Own - parts[row.Taxon];
        bool leaf = children[row.Taxon] == 0;
        if (difference == 0 || (leaf && row.Own == 0 && level != TaxonRank.None && tree.RankOf(row.Taxon) == level))
            return;
        if (estimated && Math.Abs(difference) <= below[row.Taxon])
        {
            isBracken = true;
            return;
        }

        if (difference > 0 && ((!leaf && difference <= MaxLost * row.Clade) || difference <= MaxLostOfAll * total))
        {
            lost += difference;
            return;
        }

        bool last = leaf && row.Line == rows[^1].Line;
        string name = FileFaults.Quote(tree.NameOf(row.Taxon));
        bag.Add(
            last ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.SumMismatch,
            row.Line,
            1,
            last ? "The report breaks off after this row."
            : difference < 0 ? $"The rows below {name} have more reads than it has."
            : leaf ? $"{name} has reads that are not its own, and no row below it: rows are missing."
            : $"The reads of {name} are not its own and those of the rows below it: rows are missing.",
            "Give the report as the program wrote it, whole.");
    }

    // Every row limits how many sequences there were; all rows must allow the same number.
    private void CheckPercent()
    {
        double least = 0, most = double.PositiveInfinity;
        foreach (var row in rows)
        {
            if (row.Clade == 0)
                continue;
            least = Math.Max(least, 100 * row.Clade / (row.Percent + PercentRounding));
            most = Math.Min(most, row.Percent > PercentRounding ? 100 * row.Clade / (row.Percent - PercentRounding) : double.PositiveInfinity);
        }

        if (total == 0 || (least <= most && total <= most * 1.0001))
        {
            if (total > 0 && least > total * 1.0001 && !IsFraction(least))
                bag.Add(MicrobiomeDiagnostics.ReadsLost, rows[0].Line, 1, FormattableString.Invariant($"{100 - (100 * total / least):0.##} % of the sequences are in no row of the report."), "Kraken 2 leaves some out; shares are of the reads in the rows.");
            return;
        }

        if (IsFraction(least))
            return;
        foreach (var row in rows)
        {
            if (Math.Abs(row.Percent - (100 * row.Clade / total)) <= 2 * PercentRounding)
                continue;
            bag.Add(MicrobiomeDiagnostics.SumMismatch, row.Line, 1, "The percentage does not fit the reads.", "Give the report as the program wrote it.");
            return;
        }
    }

    private bool IsFraction(double least)
    {
        if (least < total * 50 || rows.Exists(r => r.Percent > 1.0001 || Math.Abs(r.Percent - (r.Clade / total)) > 0.0002 + (0.01 * r.Percent)))
            return false;
        bag.Add(MicrobiomeDiagnostics.FractionForPercent, rows[0].Line, 1, "The shares are fractions, not percent.", "Multiply them by 100, or give the report as the program wrote it.");
        return true;
    }
}
