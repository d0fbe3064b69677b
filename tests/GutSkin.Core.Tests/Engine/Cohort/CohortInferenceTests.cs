using GutSkin.Core.RuleSets;
using GutSkin.Core.Scoring;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>Derived values, and what does not apply, over the rows of a table: the bits of each person alone (scoring model, section 9).</summary>
public class CohortInferenceTests
{
    private static readonly string[] All = ["age", "sex", "beans", "fruit", "juice", "fiber", "double-fiber", "height", "weight", "bmi", "bmi-z", "steps", "walks"];

    // Besides derivations a factor that does not apply without another, and a scored rule that reads it.
    private static readonly ScoringService Service = new(RuleSetComposer.Compose(
        RuleSetJson.Read(DerivationTests.Rules),
        RuleSetJson.Read("""
            {
              "id": "more", "version": "1.0.0", "title": "t", "extends": [{ "id": "derived", "version": "1.0.0" }],
              "factors": [{ "id": "walks", "name": "w", "kind": "boolean", "askWhen": { "any": [{ "factor": "fiber", "atLeast": 10 }, { "concern": "c" }] } }],
              "rules": [{ "id": "walks", "condition": "c", "title": "t", "factor": "walks", "levels": { "false": 1 }, "effect": { "oddsRatio": 3 }, "certainty": "high" }]
            }
            """)).GetValueOrThrow());

    /// <summary>Answers of which some are missing, with NaN of different bits.</summary>
    private static double[] Column(string factor, int rows, SplitMix64 random) => [.. Enumerable.Range(0, rows).Select(_ => (random.Next() % 3, factor) switch
    {
        (0, _) => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 + (long)(random.Next() % 2)),
        (_, "sex" or "fruit" or "juice" or "walks") => random.Next() % 2,
        (_, "beans") => random.Next() % 3,
        (_, "height") => random.Next() % 200 / 100.0,
        (_, "bmi") => 12 + (random.Next() % 20),
        (_, "bmi-z") => (random.Next() % 60 / 10.0) - 3,
        _ => random.Next() % 600 / 10.0,
    })];

    public static TheoryData<string[], bool> Cases => new()
    {
        { All, false },
        { ["age", "sex", "beans", "fruit", "juice"], false },
        { ["age", "sex", "beans", "fruit", "juice", "fiber"], true },
        { ["height", "weight", "age"], false },
        { ["walks"], true },
        { ["age"], false },
        { [], true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_is_its_person_alone_at_every_width_and_number_of_threads(string[] given, bool concerned)
    {
        var random = new SplitMix64(7);
        var buffer = Service.CreateBuffer();
        string[] factors = [.. given.Intersect(buffer.Factors)];
        foreach (int rows in (int[])[1, 7, 512, 1536])
        {
            var columns = factors.ToDictionary(f => f, f => Column(f, rows, random), StringComparer.Ordinal);
            var before = columns.ToDictionary(c => c.Key, c => c.Value.Select(BitConverter.DoubleToInt64Bits).ToArray(), StringComparer.Ordinal);
            var cohort = new CohortColumns(rows);
            foreach (var (factor, values) in columns)
                cohort.Add(factor, values);
            long[][] expected = [.. Enumerable.Range(0, rows).Select(r => Alone(buffer, columns, r, concerned))];
            foreach (int width in (int[])[128, 256, 512])
            {
                foreach (int threads in (int[])[1, 2])
                {
                    var results = Service.CreateResults(rows);
                    CohortScorer.ScoreTable(
                        cohort, results, new CohortOptions { Threads = threads, Concerns = concerned ? ["c"] : [] }, CancellationToken.None, width);
                    for (int r = 0; r < rows; r++)
                        new[] { CohortCase.Bits(results.Scores("c")[r]), CohortCase.Bits(results.Low("c")[r]), CohortCase.Bits(results.High("c")[r]) }
                            .Should().Equal(expected[r], "row {0} of {1}, {2} bits", r, rows, width);
                }
            }

            foreach (var (factor, values) in columns)
                values.Select(BitConverter.DoubleToInt64Bits).Should().Equal(before[factor], "a user's column is not written to");
        }
    }

    [Fact]
    public void ScoreTable_allocates_the_same_for_a_thousand_rows_and_for_twenty_thousand()
    {
        var random = new SplitMix64(9);
        var results = Service.CreateResults(20_000);
        CohortColumns Table(int rows) => All.Intersect(Service.CreateBuffer().Factors)
            .Aggregate(new CohortColumns(rows), (cohort, factor) => cohort.Add(factor, Column(factor, rows, random)));
        var few = Table(1_000);
        var many = Table(20_000);
        Allocated(many).Should().Be(Allocated(few));

        long Allocated(CohortColumns columns) => Enumerable.Range(0, 12).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Service.ScoreTable(columns, results);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    private static long[] Alone(ScoringBuffer buffer, Dictionary<string, double[]> columns, int row, bool concerned)
    {
        buffer.Clear();
        buffer.SetConcern("c", concerned);
        foreach (var (factor, values) in columns)
            buffer.Set(buffer.PositionOf(factor), values[row]);
        var scores = new ScoreResult[1];
        Service.Score(buffer, scores);
        return [CohortCase.Bits(scores[0].Score), CohortCase.Bits(scores[0].Interval.Low), CohortCase.Bits(scores[0].Interval.High)];
    }
}
