using GutSkin.Core.RuleSets;
using GutSkin.Core.Scoring;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>A class that says what a rule says makes the same assessment, to the byte, and the same scores on every path.</summary>
public class EquivalenceTests
{
    private static readonly int[] Widths = [128, 256, 512];

    [Fact]
    public void Assessments_are_the_same_but_for_who_made_them()
    {
        int converted = 0;
        Cases.ForAll(seed =>
        {
            var (data, classes, count) = Services(seed);
            converted += count;
            for (int i = 0; i < 3; i++)
            {
                var profile = TwinTests.Profile(Cases.Profile(Cases.RuleSet(seed), seed + i));
                var expected = data.Assess(profile);
                var actual = classes.Assess(profile);
                WithoutErrors(actual with { RuleSet = expected.RuleSet }).Split('\n').Except(WithoutErrors(expected).Split('\n')).Should().BeEmpty("seed {0}", seed + i);
                var changes = expected.Levers.ToDictionary(l => l.Factor, l => l.To);
                classes.WhatIf(profile, changes).Conditions.Should().Equal(data.WhatIf(profile, changes).Conditions);
            }
        });
        converted.Should().BeGreaterThan(1000);
    }

    // A class is asked for its range with fixed facts alone, and may not be able to say as narrow a one as a curve does; and it has no
    // curve over which the error of a measurement or derivation would move it (section 4).
    private static string WithoutErrors(Assessment assessment) =>
        (assessment with { Conditions = [.. assessment.Conditions.Select(c => c with { Ceiling = null, Uncertainty = null })] }).ToJson();

    [Fact]
    public void A_table_and_a_buffer_score_as_the_data_does() => Cases.ForAll(
        seed =>
        {
            var (data, classes, _) = Services(seed);
            var ruleSet = Cases.RuleSet(seed);
            string[] concerns = [.. TwinTests.Profile(Cases.Profile(ruleSet, seed)).Concerns];
            const int rows = 21;
            var people = Enumerable.Range(0, rows).Select(i => TwinTests.Profile(Cases.Profile(ruleSet, seed + i)).ToBuilder().Build()).ToList();
            var columns = new CohortColumns(rows);
            var buffers = people.Select(p => data.CreateBuffer(p)).ToList();
            for (int f = 0; f < buffers[0].Factors.Length; f++)
                columns.Add(buffers[0].Factors[f], buffers.Select(b => b.State.Values[f]).ToArray());
            var options = new CohortOptions { Concerns = [.. concerns] };
            var expected = data.CreateResults(rows);
            data.ScoreTable(columns, expected, options);
            foreach (int width in Widths)
            {
                var actual = classes.CreateResults(rows);
                CohortScorer.ScoreTable(columns, actual, options, CancellationToken.None, width);
                foreach (string condition in expected.Conditions)
                {
                    actual.Scores(condition).ToArray().Should().Equal(expected.Scores(condition).ToArray(), "seed {0}, {1} bits", seed, width);
                    actual.Low(condition).ToArray().Should().Equal(expected.Low(condition).ToArray());
                    actual.High(condition).ToArray().Should().Equal(expected.High(condition).ToArray());
                }
            }

            foreach (var person in people)
            {
                var a = new ScoreResult[expected.Conditions.Length];
                var b = new ScoreResult[expected.Conditions.Length];
                data.Score(data.CreateBuffer(person), a);
                classes.Score(classes.CreateBuffer(person), b);
                b.Should().Equal(a);
            }
        },
        100);

    /// <summary>A generated rule set as data, and with most of its rules as classes.</summary>
    private static (ScoringService Data, ScoringService Classes, int Converted) Services(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var data = TwinTests.Service(Cases.RuleSet(seed));
        var set = data.RuleSet.Data;
        var factors = set.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var converted = set.Rules
            .Select(r => (Rule: r, Factor: r.Factor is { } id ? factors[id] : null))
            .Where(r => EquivalentRule.CanBe(r.Rule, r.Factor) && random.Chance(70)).ToList();
        var rest = set with { Rules = set.Rules.RemoveAll(r => converted.Any(c => c.Rule == r)) };
        var resolved = RuleSetComposer.Compose([RuleSetDocument.From(rest)], [.. converted.Select(c => new EquivalentRule(c.Rule, c.Factor))]);
        return (data, new ScoringService(resolved.GetValueOrThrow()), converted.Count);
    }
}
