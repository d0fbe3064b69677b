using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>Columns as users have them, of every type, with what is missing in them and what does not fit.</summary>
public class ColumnTests
{
    private static readonly RuleSet Rules = new()
    {
        Id = "test.columns",
        Version = "1.0.0",
        Title = "Columns",
        Conditions = [new SkinCondition { Id = "acne", Name = "Acne" }],
        Evidence = [new Evidence { Id = "study", Title = "A study" }],
        Factors =
        [
            new Factor { Id = "diet.fiber", Name = "Fiber", Kind = FactorKind.Number, Unit = "g/d", Min = 0, Max = 100, Conversions = [new UnitConversion { From = "mg/d", Multiply = 0.001 }] },
            new Factor { Id = "diet.meals", Name = "Meals", Kind = FactorKind.Integer, Unit = "/d", Min = 0, Max = 10 },
            new Factor { Id = "life.smokes", Name = "Smokes", Kind = FactorKind.Boolean },
            new Factor { Id = "life.stress", Name = "Stress", Kind = FactorKind.Choice, Choices = ["low", "some", "high"] },
        ],
        Rules =
        [
            Rule("r.fiber", "diet.fiber", Curve.Of((0, 1), (30, 0))),
            Rule("r.meals", "diet.meals", Curve.Of((1, 0), (2, 0.4), (6, 1))),
            Rule("r.smokes", "life.smokes", null),
            Rule("r.stress", "life.stress", null) with { Levels = new Dictionary<string, double> { ["low"] = 0.1, ["some"] = 0, ["high"] = 1 }.ToImmutableSortedDictionary(StringComparer.Ordinal) },
        ],
    };

    private readonly ScoringService service = new(RuleSetComposer.Compose(RuleSetDocument.From(Rules)).GetValueOrThrow());

    [Fact]
    public void What_a_factor_does_not_allow_is_found_at_every_place_and_width()
    {
        double missing = Scored("diet.fiber", [double.NaN], 128).Points[0];
        foreach (int width in (int[])[128, 256, 512])
        {
            foreach (int rows in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33])
            {
                for (int at = 0; at < rows; at++)
                {
                    foreach (double wrong in (double[])[-1, 101, double.PositiveInfinity])
                    {
                        double[] fiber = Numbers(rows, i => i == at ? wrong : 20);
                        var (points, refused) = Scored("diet.fiber", fiber, width);
                        (points[at], refused).Should().Be((missing, 1), "row {0} of {1}, {2} bits, {3}", at, rows, width, wrong);
                    }
                }
            }
        }

        Scored("life.stress", [0, 1, 2, 3], 256).Refused.Should().Be(1);
        Scored("life.smokes", [0, 1, 2], 256).Refused.Should().Be(1);

        (double[] Points, long Refused) Scored(string factor, double[] values, int width)
        {
            var results = service.CreateResults(values.Length);
            Core.Scoring.CohortScorer.ScoreTable(new CohortColumns(values.Length).Add(factor, values), results, new CohortOptions(), CancellationToken.None, width);
            return (results.Scores("acne").ToArray(), results.Refused);
        }
    }

    [Fact]
    public void A_plain_column_in_another_unit_is_converted()
    {
        double[] fiber = Numbers(40, i => i);
        var results = service.CreateResults(40);
        service.ScoreTable(new CohortColumns(40).Add(new NumberFactor("diet.fiber", "mg/d"), Numbers(40, i => i * 1000.0)), results);
        var expected = service.CreateResults(40);
        service.ScoreTable(new CohortColumns(40).Add("diet.fiber", fiber), expected);

        results.Refused.Should().Be(0);
        for (int i = 0; i < 40; i++)
            results.Scores("acne")[i].Should().BeApproximately(expected.Scores("acne")[i], 1e-9);
    }

    [Fact]
    public void A_plain_column_with_a_bitmap_has_only_what_that_says()
    {
        double[] fiber = Numbers(40, i => i);
        byte[] validity = [0b0101_0101, 0xFF, 0, 0b1000_0001, 0xFF];
        var results = service.CreateResults(40);
        service.ScoreTable(new CohortColumns(40).Add(new NumberFactor("diet.fiber", "g/d"), fiber, validity), results);
        var expected = service.CreateResults(40);
        service.ScoreTable(new CohortColumns(40).Add("diet.fiber", Numbers(40, i => (validity[i / 8] & (1 << (i % 8))) != 0 ? i : double.NaN)), expected);

        results.Scores("acne").ToArray().Should().Equal(expected.Scores("acne").ToArray());
        results.High("acne").ToArray().Should().Equal(expected.High("acne").ToArray());
    }

    [Fact]
    public void Every_type_of_column_scores_as_the_same_answer_in_a_buffer()
    {
        const int rows = 1_100;
        double[] fiber = Numbers(rows, i => i % 7 == 0 ? double.NaN : i % 97);
        float[] fiberMg = [.. fiber.Select(f => (float)(f * 1000))];
        int[] meals = [.. Enumerable.Range(0, rows).Select(i => i % 11)];
        bool[] smokes = [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0)];
        int[] stress = [.. Enumerable.Range(0, rows).Select(i => (i % 4) - 1)];
        byte[] validity = new byte[(rows + 7) / 8];
        for (int i = 0; i < rows; i++)
            validity[i / 8] |= (byte)(i % 5 == 0 ? 0 : 1 << (i % 8));
        var columns = new CohortColumns(rows)
            .Add(new NumberFactor("diet.fiber", "mg/d"), fiberMg)
            .Add(new IntegerFactor("diet.meals", "/d"), meals, validity)
            .Add(new BooleanFactor("life.smokes"), smokes, validity)
            .Add(new ChoiceFactor("life.stress", ["high", "low", "some"]), stress);
        var results = service.CreateResults(rows);
        service.ScoreTable(columns, results);
        results.Refused.Should().Be(0);

        var buffer = service.CreateBuffer();
        var scores = new ScoreResult[1];
        for (int i = 0; i < rows; i++)
        {
            buffer.Set(new NumberFactor("diet.fiber", "mg/d"), fiberMg[i]);
            buffer.Set(new IntegerFactor("diet.meals", "/d"), i % 5 == 0 ? null : meals[i]);
            buffer.Set(new BooleanFactor("life.smokes"), i % 5 == 0 ? null : smokes[i]);
            buffer.Set(new ChoiceFactor("life.stress", ["high", "low", "some"]), stress[i] switch { 0 => "high", 1 => "low", 2 => "some", _ => null });
            service.Score(buffer, scores);
            (results.Scores("acne")[i], results.Low("acne")[i], results.High("acne")[i]).Should().Be((scores[0].Score, scores[0].Interval.Low, scores[0].Interval.High), "row {0}", i);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(512)]
    [InlineData(600)]
    public void What_a_factor_does_not_allow_counts_as_missing_and_is_counted(int rows)
    {
        double[] fiber = Numbers(rows, i => i == 1 ? -1 : i == 2 ? 101 : 5);
        double[] meals = Numbers(rows, i => i == 0 ? 2.5 : 2);
        var results = service.CreateResults(rows);
        service.ScoreTable(new CohortColumns(rows).Add("diet.fiber", fiber).Add("diet.meals", meals), results);
        results.Refused.Should().Be(3);
        double[] gaps = Numbers(rows, i => i is 1 or 2 ? double.NaN : 5);
        double[] missing = Numbers(rows, i => i == 0 ? double.NaN : 2);
        var expected = service.CreateResults(rows);
        service.ScoreTable(new CohortColumns(rows).Add("diet.fiber", gaps).Add("diet.meals", missing), expected);
        expected.Refused.Should().Be(0);
        results.High("acne").ToArray().Should().Equal(expected.High("acne").ToArray());
        results.Scores("acne").ToArray().Should().Equal(expected.Scores("acne").ToArray());
        fiber[1].Should().Be(-1, "a user's column is never written to");
    }

    [Fact]
    public void Codes_that_mean_nothing_are_refused()
    {
        var results = service.CreateResults(4);
        service.ScoreTable(new CohortColumns(4).Add(new ChoiceFactor("life.stress", ["high", "low"]), new[] { 0, 1, 2, -1 }), results);
        results.Refused.Should().Be(1);
    }

    [Fact]
    public void Columns_that_do_not_fit_are_told_by_name()
    {
        var results = service.CreateResults(2);
        double[] two = [1, 2];
        Fails(() => new CohortColumns(3).Add("diet.fiber", two), "*diet.fiber*shorter*");
        Fails(() => Score(new CohortColumns(2).Add("diet.fibre", two)), "*diet.fibre*diet.fiber*");
        Fails(() => Score(new CohortColumns(2).Add("diet.fiber", two).Add("diet.fiber", two)), "*two columns*diet.fiber*");
        Fails(() => Score(new CohortColumns(2).Add(new NumberFactor("diet.fiber", "lb/d"), two)), "*lb/d*");
        Fails(() => Score(new CohortColumns(2).Add(new ChoiceFactor("life.stress", ["none"]), new[] { 0, 0 })), "*none*");
        Fails(() => service.ScoreTable(new CohortColumns(3), results), "*room*");
        Fails(() => service.ScoreTable(new CohortColumns(2), results, new CohortOptions { Concerns = ["rosacea"] }), "*rosacea*");
        Fails(() => service.ScoreTable(new CohortColumns(2), results, new CohortOptions { Threads = 0 }), "*");
        Fails(() => service.ScoreTable(new CohortColumns(2), new ScoringService(LintCases.Compose(LintBase.Json).GetValueOrThrow()).CreateResults(2)), "*another rule set*");
        Fails(() => results.Scores("rosacea"), "*rosacea*");

        void Score(CohortColumns columns) => service.ScoreTable(columns, results);
        static void Fails(Action action, string message) => action.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        foreach (int threads in (int[])[1, 2])
        {
            Action run = () => service.ScoreTable(new CohortColumns(5_000), service.CreateResults(5_000), new CohortOptions { Threads = threads }, source.Token);
            run.Should().Throw<OperationCanceledException>();
        }
    }

    private static double[] Numbers(int rows, Func<int, double> make) => [.. Enumerable.Range(0, rows).Select(make)];

    private static ScoringRule Rule(string id, string factor, Curve? curve) => new()
    {
        Id = id,
        Condition = "acne",
        Title = "A rule",
        Factor = factor,
        Curve = curve,
        Effect = Effect.OddsRatio(1.7),
        Certainty = Certainty.Moderate,
        Evidence = ["study"],
    };
}
