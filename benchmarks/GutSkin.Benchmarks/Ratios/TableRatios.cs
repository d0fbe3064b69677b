using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>Tables that leave the near caches, tables of few columns, and tables without a missing value.</summary>
internal static class TableRatios
{
    private const int Many = 400_000;

    public static IEnumerable<Ratio> Measure(Stopper stopper, ScoringService service, SampleCohort cohort, int people)
    {
        var hand = new HandIndex[SampleRuleSet.Conditions];
        var large = Columns(cohort, Many, SampleRuleSet.Factors, static x => x);
        var results = service.CreateResults(Many);
        var none = new CohortColumns(people);
        var few = Columns(cohort, people, SampleRuleSet.Factors / 10, static x => x);
        var full = Columns(cohort, people, SampleRuleSet.Factors, static x => double.IsNaN(x) ? 50 : x);
        int start = 0;
        var times = stopper.Time(
            () =>
            {
                start = (start + (people / 10)) % people;
                for (int i = start; i < start + (people / 10); i++)
                    HandWritten.Score(cohort.Hand[i], hand);
            },
            () => service.ScoreTable(cohort.Columns, cohort.Results),
            () => service.ScoreTable(large, results),
            () => service.ScoreTable(none, cohort.Results),
            () => service.ScoreTable(few, cohort.Results),
            () => service.ScoreTable(full, cohort.Results));
        double[] byHand = [.. times[0].Select(t => t * 10 / people)];
        double[][] rows = [.. times.Skip(1).Select((t, i) => t.Select(x => x / (i == 1 ? Many : people)).ToArray())];
        yield return Row("400,000 rows", rows[1], byHand, 1.0 / 15, 1.0 / 30);
        yield return new Ratio("ScoreTable of 400,000 rows over 20,000, a row", Stopper.Ratio(rows[1], rows[0]), "x", null);
        yield return new Ratio("ScoreTable of no column over sixty, a row", Stopper.Ratio(rows[2], rows[0]), "x", null, Note: Note(rows[2]));
        yield return new Ratio("ScoreTable of six columns over sixty, a row", Stopper.Ratio(rows[3], rows[0]), "x", null, Note: Note(rows[3]));
        yield return new Ratio("ScoreTable with nothing missing over a fifth missing, a row", Stopper.Ratio(rows[4], rows[0]), "x", null, Note: Note(rows[4]));
    }

    private static Ratio Row(string what, double[] times, double[] byHand, double target, double stretch) =>
        new($"ScoreTable, {what}, double, points and interval, a profile over the hand-written loop", Stopper.Ratio(times, byHand), "x", target, stretch, Note: $"{Stopper.Median(times):0} ns to {Stopper.Median(byHand):0} ns");

    private static string Note(double[] times) => $"{Stopper.Median(times):0} ns";

    private static CohortColumns Columns(SampleCohort cohort, int rows, int count, Func<double, double> answer)
    {
        var columns = new CohortColumns(rows);
        for (int f = 0; f < count; f++)
        {
            double[] column = new double[rows];
            for (int i = 0; i < rows; i++)
                column[i] = answer(cohort.Answers[i % cohort.Answers.Length][f]);
            columns.Add(SampleRuleSet.FactorId(f), column);
        }

        return columns;
    }
}
