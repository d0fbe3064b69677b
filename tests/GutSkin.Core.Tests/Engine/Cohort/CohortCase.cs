using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>A generated rule set, some people, and what <c>Score</c> says of each.</summary>
internal sealed class CohortCase
{
    public CohortCase(int seed, int people)
    {
        var ruleSet = Cases.RuleSet(seed);
        Service = TwinTests.Service(ruleSet);
        Factors = [.. Service.CreateBuffer().Factors];
        // What a concern changes is the same for all rows of a table.
        Concerns = [.. TwinTests.Profile(Cases.Profile(ruleSet, seed)).Concerns];
        Profiles =
        [
            .. Enumerable.Range(0, people).Select(i =>
            {
                var profile = Cases.Profile(ruleSet, seed + i);
                profile["concerns"] = new JsonArray([.. Concerns.Select(c => JsonValue.Create(c))]);
                // A third of the people answer everything.
                return TwinTests.Profile(i % 3 == 0 ? ProfileGenerator.Complete(ruleSet, profile, seed + i) : profile);
            }),
        ];
        Buffers = [.. Profiles.Select(p => Service.CreateBuffer(p))];
        // A column has an answer or nothing: not what is too old, nor what was declined.
        foreach (var buffer in Buffers)
        {
            for (int f = 0; f < Factors.Length; f++)
                buffer.Set(f, buffer.State.Values[f]);
        }

        answers = [.. Buffers.Select(b => b.State.Answers.ToArray())];
        Expected = [.. Buffers.Select(Score)];
    }

    private readonly double[][] answers;

    /// <summary>What each person answered, by factor.</summary>
    public double[][] Answers => answers;

    public ScoringService Service { get; }

    public string[] Factors { get; }

    public string[] Concerns { get; }

    public PersonProfile[] Profiles { get; }

    public ScoringBuffer[] Buffers { get; }

    /// <summary>The bits of every condition's points, lower and upper bound, by person.</summary>
    public long[][] Expected { get; }

    /// <summary>A cohort in which row r is person r mod the number of people.</summary>
    public CohortColumns Columns(int rows)
    {
        var columns = new CohortColumns(rows);
        for (int f = 0; f < Factors.Length; f++)
        {
            double[] column = new double[rows];
            for (int r = 0; r < rows; r++)
                column[r] = answers[r % answers.Length][f];
            columns.Add(Factors[f], column);
        }

        return columns;
    }

    /// <summary>Asserts that every row of the results is its person's <c>Score</c>, bit for bit.</summary>
    public void Check(CohortResults results, int rows, string because) => Check(results, [.. Enumerable.Range(0, rows).Select(r => r % Expected.Length)], because);

    /// <summary>Asserts that every row of the results is the <c>Score</c> of the person it belongs to, bit for bit.</summary>
    public void Check(CohortResults results, int[] people, string because)
    {
        var conditions = results.Conditions;
        for (int c = 0; c < conditions.Length; c++)
        {
            var points = results.Scores(conditions[c]);
            var low = results.Low(conditions[c]);
            var high = results.High(conditions[c]);
            for (int r = 0; r < people.Length; r++)
            {
                long[] expected = Expected[people[r]];
                if (Bits(points[r]) != expected[3 * c] || Bits(low[r]) != expected[(3 * c) + 1] || Bits(high[r]) != expected[(3 * c) + 2])
                {
                    string wanted = string.Join(", ", expected.Skip(3 * c).Take(3).Select(BitConverter.Int64BitsToDouble));
                    Assert.Fail($"{because}: row {r} of {people.Length}, {conditions[c]}: {points[r]}, {low[r]}, {high[r]} instead of {wanted}");
                }
            }
        }
    }

    public static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    /// <summary>The bits of every condition's score and interval.</summary>
    public long[] Score(ScoringBuffer buffer)
    {
        var scores = new ScoreResult[buffer.Conditions.Length];
        Service.Score(buffer, scores);
        return [.. scores.SelectMany(s => new[] { Bits(s.Score), Bits(s.Interval.Low), Bits(s.Interval.High) })];
    }
}
