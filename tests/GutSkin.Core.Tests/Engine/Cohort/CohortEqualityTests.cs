using GutSkin.Core.Engine.Cohort;
using GutSkin.Core.Scoring;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>A table's row, one buffer and a whole assessment give the same bits.</summary>
public class CohortEqualityTests
{
    private static readonly int[] Widths = [128, 256, 512];

    [Fact]
    public void Score_is_what_the_assessment_says() => Cases.ForAll(seed =>
    {
        var all = new CohortCase(seed, 4);
        for (int i = 0; i < all.Profiles.Length; i++)
        {
            var conditions = all.Service.Assess(all.Profiles[i]).Conditions;
            long[] assessed =
            [
                .. conditions.OrderBy(c => c.Id, StringComparer.Ordinal)
                    .SelectMany(c => new[] { CohortCase.Bits(c.Score ?? double.NaN), CohortCase.Bits(c.Interval?.Low ?? double.NaN), CohortCase.Bits(c.Interval?.High ?? double.NaN) }),
            ];
            all.Score(all.Service.CreateBuffer(all.Profiles[i])).Should().Equal(assessed, "seed {0}, person {1}", seed, i);
        }
    });

    [Fact]
    public void A_small_table_is_what_Score_says_at_every_width_and_number_of_threads() => Cases.ForAll(
        seed =>
        {
            var all = new CohortCase(seed, 7);
            foreach (int rows in (int[])[0, 1, 3, 4, 7])
                CheckAll(all, rows, seed);
        },
        count: 150);

    [Fact]
    public void A_table_around_the_size_of_a_tile_is_what_Score_says() => Cases.ForAll(
        seed =>
        {
            var all = new CohortCase(seed, 31);
            foreach (int rows in (int[])[1023, 1024, 1025])
                CheckAll(all, rows, seed);
        },
        count: 12);

    [Theory]
    [InlineData(5)]
    [InlineData(77)]
    public void A_hundred_thousand_rows_are_what_Score_says(int seed)
    {
        var all = new CohortCase(seed, 61);
        all.Service.CreateResults(100_000).Output.Should().OnlyContain(column => column.IsFar, "they are written past the cache");
        CheckAll(all, 100_000, seed);
    }

    [Fact]
    public void A_table_of_few_columns_is_what_Score_says_where_the_others_are_missing() => Cases.ForAll(
        seed =>
        {
            var all = new CohortCase(seed, 5);
            var random = new Random(seed);
            // From most columns to none: what is left out stays left out.
            double[] shares = [0.7, 0.4, 0.1, 0];
            var kept = all.Factors.ToDictionary(f => f, _ => random.NextDouble(), StringComparer.Ordinal);
            foreach (double share in shares)
            {
                var columns = new CohortColumns(all.Answers.Length);
                var buffers = all.Profiles.Select(p => all.Service.CreateBuffer(p)).ToArray();
                for (int f = 0; f < all.Factors.Length; f++)
                {
                    int position = f;
                    bool isKept = kept[all.Factors[f]] < share;
                    if (isKept)
                        columns.Add(all.Factors[f], all.Answers.Select(a => a[position]).ToArray());
                    for (int row = 0; row < buffers.Length; row++)
                        buffers[row].Set(f, isKept ? all.Answers[row][f] : double.NaN);
                }

                foreach (int width in Widths)
                {
                    var results = all.Service.CreateResults(all.Answers.Length);
                    CohortScorer.ScoreTable(columns, results, new CohortOptions { Concerns = [.. all.Concerns] }, CancellationToken.None, width);
                    CheckRows(all.Service, buffers, results, $"seed {seed}, {share} of the columns, {width} bits");
                }
            }
        },
        60);

    [Fact]
    public void Tiles_in_which_nothing_is_missing_are_what_Score_says_beside_tiles_in_which_something_is() => Cases.ForAll(
        seed =>
        {
            // Of six people the first and the fourth answer everything: the first tiles have these two only, the last one has all.
            var all = new CohortCase(seed, 6);
            const int Rows = (2 * CohortScratch.TileRows) + 77;
            int[] people = [.. Enumerable.Range(0, Rows).Select(row => row < 2 * CohortScratch.TileRows ? 3 * (row % 2) : row % 6)];
            var columns = new CohortColumns(Rows);
            for (int f = 0; f < all.Factors.Length; f++)
                columns.Add(all.Factors[f], people.Select(p => all.Answers[p][f]).ToArray());
            foreach (int width in Widths)
            {
                foreach (int threads in (int[])[1, 2])
                {
                    var results = all.Service.CreateResults(Rows);
                    CohortScorer.ScoreTable(columns, results, new CohortOptions { Concerns = [.. all.Concerns], Threads = threads }, CancellationToken.None, width);
                    all.Check(results, people, $"seed {seed}, {width} bits, {threads} threads");
                }
            }
        },
        25);

    [Fact]
    public void Curves_of_any_numbers_end_where_they_say_whatever_the_rounding()
    {
        // A condition a rule, so that nothing hides a last bit; the numbers have all their digits.
        var random = new Random(16);
        List<string> conditions = [], rules = [];
        var values = new List<double> { -10, 10, double.NaN };
        for (int i = 0; i < 400; i++)
        {
            double[] at = [.. Enumerable.Range(0, 2 + (i % 2)).Select(_ => (20 * random.NextDouble()) - 10).Order()];
            double[] burden = [.. at.Select(_ => random.NextDouble()).Order()];
            if (i % 3 == 0)
                Array.Reverse(burden);
            values.AddRange(at.SelectMany(x => (double[])[Math.BitDecrement(x), x, Math.BitIncrement(x)]));
            string curve = string.Join(", ", at.Zip(burden, (x, y) => FormattableString.Invariant($"[{x}, {y}]")));
            conditions.Add($$"""{ "id": "c{{i}}", "name": "C" }""");
            rules.Add($$"""{ "id": "r{{i}}", "condition": "c{{i}}", "title": "t", "factor": "x", "curve": [{{curve}}], "effect": { "logOdds": 0.7 }, "certainty": "high" }""");
        }

        var service = new ScoringService(LintCases.Compose($$"""
            { "id": "curves", "version": "1.0.0", "title": "Curves", "factors": [ { "id": "x", "name": "X", "kind": "number", "min": -10, "max": 10 } ],
              "conditions": [ {{string.Join(", ", conditions)}} ], "rules": [ {{string.Join(", ", rules)}} ] }
            """).GetValueOrThrow());
        var buffers = values.Select(value =>
        {
            var buffer = service.CreateBuffer();
            buffer.Set(0, value);
            return buffer;
        }).ToArray();
        foreach (int width in Widths)
        {
            var columns = new CohortColumns(values.Count);
            columns.Add("x", values.ToArray());
            var results = service.CreateResults(values.Count);
            CohortScorer.ScoreTable(columns, results, new CohortOptions(), CancellationToken.None, width);
            CheckRows(service, buffers, results, $"{width} bits");
        }
    }

    [Theory]
    [InlineData(true, null, 3, 0.5)]
    [InlineData(false, null, 3, 0.5)]
    [InlineData(true, "g", 3, 2)]
    [InlineData(false, "g", 3, 2)]
    [InlineData(true, "g", 0.3, 0.5)]
    [InlineData(false, "g", 0.3, 0.5)]
    public void Classes_give_a_table_what_they_give_a_person(bool isGated, string? group, double size, double other)
    {
        var gate = isGated ? Core.RuleSets.Gates.Is("f.yes", true) : null;
        var service = SmallSet.Service(
            new TestRule { Compute = SmallSet.Mean, Gate = gate, Group = group, Size = Core.RuleSets.Effect.OddsRatio(size) },
            new TestRule { OwnId = "test.other", Compute = SmallSet.Mean, Gate = gate, Group = group, Size = Core.RuleSets.Effect.OddsRatio(other) });
        double[] answers = [double.NaN, 0, 1];
        var rows = (from yes in answers from a in (double[])[double.NaN, 0, 40, 100] from b in (double[])[double.NaN, 0, 7] select (yes, a, b)).ToArray();
        var known = rows.Where(r => !double.IsNaN(r.yes + r.a + r.b)).ToArray();
        foreach (int width in Widths)
        {
            Check(rows, width, "something missing");
            Check(known, width, "nothing missing");
        }

        void Check((double Yes, double A, double B)[] people, int width, string which)
        {
            var columns = new CohortColumns(people.Length);
            columns.Add("f.yes", people.Select(p => p.Yes).ToArray());
            columns.Add("f.a", people.Select(p => p.A).ToArray());
            columns.Add("f.b", people.Select(p => p.B).ToArray());
            var buffers = people.Select(person =>
            {
                var buffer = service.CreateBuffer();
                buffer.Set(buffer.PositionOf("f.yes"), person.Yes);
                buffer.Set(buffer.PositionOf("f.a"), person.A);
                buffer.Set(buffer.PositionOf("f.b"), person.B);
                return buffer;
            }).ToArray();
            var results = service.CreateResults(people.Length);
            CohortScorer.ScoreTable(columns, results, new CohortOptions(), CancellationToken.None, width);
            CheckRows(service, buffers, results, $"{width} bits, {which}");
        }
    }

    [Fact]
    public void The_built_in_rule_set_scores_a_table_as_it_assesses()
    {
        var service = ScoringService.Default;
        var profiles = Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json")
            .Order(StringComparer.Ordinal).Select(f => ProfileJson.Read(File.ReadAllBytes(f)).GetValueOrThrow()).ToArray();
        profiles.Should().HaveCountGreaterThan(8);
        foreach (var profile in profiles)
        {
            var buffer = service.CreateBuffer(profile);
            var columns = new CohortColumns(2);
            foreach (string factor in buffer.Factors)
            {
                double value = buffer.State.Values[buffer.PositionOf(factor)];
                columns.Add(factor, new[] { value, value });
            }

            var results = service.CreateResults(2);
            service.ScoreTable(columns, results, new CohortOptions { Concerns = [.. profile.Concerns] });
            foreach (var condition in service.Assess(profile).Conditions)
            {
                results.Scores(condition.Id)[1].Should().Be(condition.Score ?? double.NaN);
                results.Low(condition.Id)[1].Should().Be(condition.Interval?.Low ?? double.NaN);
                results.High(condition.Id)[1].Should().Be(condition.Interval?.High ?? double.NaN);
            }
        }
    }

    private static void CheckRows(ScoringService service, ScoringBuffer[] buffers, CohortResults results, string because)
    {
        var ids = service.RuleSet.ScoreOrder;
        var scores = new ScoreResult[ids.Length];
        for (int row = 0; row < buffers.Length; row++)
        {
            service.Score(buffers[row], scores);
            for (int c = 0; c < ids.Length; c++)
            {
                long[] found = [Bits(results.Scores(ids[c])[row]), Bits(results.Low(ids[c])[row]), Bits(results.High(ids[c])[row])];
                long[] expected = [Bits(scores[c].Score), Bits(scores[c].Interval.Low), Bits(scores[c].Interval.High)];
                if (!found.AsSpan().SequenceEqual(expected))
                    Assert.Fail($"{because}, row {row}, {ids[c]}: {string.Join(", ", found)} instead of {string.Join(", ", expected)}");
            }
        }

        static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
    }

    private static void CheckAll(CohortCase all, int rows, int seed)
    {
        var columns = all.Columns(rows);
        foreach (int width in Widths)
        {
            foreach (int threads in (int[])[1, 2])
            {
                var results = all.Service.CreateResults(rows);
                CohortScorer.ScoreTable(
                    columns, results, new CohortOptions { Threads = threads, Concerns = [.. all.Concerns] }, CancellationToken.None, width);
                all.Check(results, rows, $"seed {seed}, {width} bits, {threads} threads");
                results.Refused.Should().Be(0);
            }
        }
    }
}
