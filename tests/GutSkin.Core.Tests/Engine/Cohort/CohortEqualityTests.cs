using GutSkin.Core.Scoring;
using GutSkin.Core.Tests.Assessments;

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
    [InlineData(3)]
    [InlineData(77)]
    public void A_hundred_thousand_rows_are_what_Score_says(int seed) => CheckAll(new CohortCase(seed, 61), 100_000, seed);

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
