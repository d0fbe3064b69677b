using System.Diagnostics;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool.Tests;

public sealed class DiffVerbTests
{
    private const string Looser = """
        { "id": "looser", "version": "1.0.0", "title": "t", "extends": [{ "id": "practice" }],
          "safety": [{ "id": "practice.minor", "kind": "caution", "when": { "factor": "person.age", "below": 10 }, "interventions": ["diet.*"], "message": "m", "evidence": ["n"] }] }
        """;

    private const string Practice = """
        { "id": "practice", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "evidence": [{ "id": "n", "title": "n" }],
          "safety": [{ "id": "practice.minor", "kind": "caution", "when": { "factor": "person.age", "below": 18 }, "interventions": ["diet.*"], "message": "m", "evidence": ["n"] }] }
        """;

    [Fact]
    public void A_thousand_people_give_an_impact_table()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", string.Concat(Enumerable.Range(0, 1000).Select(i =>
            $"{{ \"concerns\": [\"acne-vulgaris\"], \"observations\": {{ \"diet.milk\": {i % 5}, \"person.age\": {12 + (i % 40)}, \"diet.fiber\": {i % 45} }} }}\n")));
        var watch = Stopwatch.StartNew();

        var outcome = Programs.Gutskin("diff", "gutskin.evidence", "samples/02.CustomRules/clinic.example.json", "--profiles", cohort);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("Of 1000 people 0 (0 %) change a band").And.Contain("Nobody loses a safety finding.")
            .And.Contain("+ practice.late-meals-acne  Late meals and acne");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "5 s on a machine that does nothing else");
    }

    [Fact]
    public void The_table_of_a_thousand_people_counts_what_assessing_each_of_them_gives()
    {
        // Two real rule sets: the built-in one, and a practice's that weighs a dozen of its rules otherwise and takes two out.
        var built = BuiltInRuleSet.Document.RuleSet!;
        var changed = built.Rules.Where(r => r.IsScored && r.Effect.LogOdds != 0).Where((_, i) => i % 9 == 0).ToList();
        var other = new RuleSet
        {
            Id = "practice.other",
            Version = "1.0.0",
            Title = "Weighed otherwise",
            Extends = [new RuleSetDependency { Id = BuiltInRuleSet.Id }],
            Rules = [.. changed.Skip(2).Select(r => r with { Certainty = r.Certainty == Certainty.High ? Certainty.VeryLow : Certainty.High })],
            Remove = RuleSetRemovals.None with { Rules = [.. changed.Take(2).Select(r => r.Id)] },
        };
        var random = new Random(7);
        string[] people = [.. Enumerable.Range(0, 1000).Select(_ => Person(built, random))];
        using var folder = new TemporaryFolder();
        string file = folder.Write("other.json", RuleSetJson.Write(other)), cohort = folder.Write("cohort.jsonl", string.Join('\n', people) + "\n");

        var outcome = Programs.Gutskin("diff", "gutskin.evidence", file, "--profiles", cohort);

        var before = ScoringService.Default;
        var after = new ScoringService(RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(other)).GetValueOrThrow());
        var pairs = people.Select(p => ProfileJson.Read(p).GetValueOrThrow()).Select(p => (Old: before.Assess(p), New: after.Assess(p))).ToList();
        int bands = pairs.Count(p => p.Old.Conditions.Any(c => c.Concern && c.Band != p.New.Condition(c.Id)!.Band));
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        bands.Should().BeGreaterThan(20);
        outcome.Output.Should().Contain($"Of 1000 people {bands} (");
        foreach (string condition in pairs[0].Old.Conditions.Where(c => c.Score is not null).Select(c => c.Id))
        {
            double[] moves = [.. pairs.Select(p => p.New.Condition(condition)!.Score!.Value - p.Old.Condition(condition)!.Score!.Value)];
            string? row = outcome.Output.Split('\n').FirstOrDefault(l => l.StartsWith($"  {condition} ", StringComparison.Ordinal) && !l.Contains('~', StringComparison.Ordinal));
            if (moves.All(m => m == 0))
            {
                row.Should().BeNull();
                continue;
            }

            int moved = pairs.Count(p => p.Old.Condition(condition)!.Band != p.New.Condition(condition)!.Band);
            row!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..4].Should().Equal(
                FormattableString.Invariant($"{moved}"), FormattableString.Invariant($"{moves.Count(m => m > 0)}"), FormattableString.Invariant($"{moves.Count(m => m < 0)}"));
        }

        // On any number of threads the same.
        var profiles = people.Select(p => ProfileJson.Read(p).GetValueOrThrow()).ToList();
        var one = RuleSetDiff.Compare(before.RuleSet, after.RuleSet, profiles);
        var three = RuleSetDiff.Compare(before.RuleSet, after.RuleSet, profiles, threads: 3);
        three.Impact.Should().BeEquivalentTo(one.Impact, o => o.WithStrictOrdering());
    }

    private static string Person(RuleSet set, Random random)
    {
        var person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).ConcernedAbout(SkinConditions.Psoriasis);
        int share = random.Next(10, 95);
        foreach (var factor in set.Factors.Where(_ => random.Next(100) < share))
        {
            double low = factor.Min ?? 0, high = factor.Max ?? 100;
            switch (factor.Kind)
            {
                case FactorKind.Boolean:
                    person.With(factor.Id, random.Next(5) == 0);
                    break;
                case FactorKind.Choice:
                    person.With(factor.Id, factor.Choices[random.Next(factor.Choices.Length)]);
                    break;
                case FactorKind.Integer:
                    person.With(factor.Id, Math.Floor(low + ((high - low) * random.NextDouble())));
                    break;
                default:
                    person.With(factor.Id, low + ((high - low) * Math.Pow(random.NextDouble(), 3)));
                    break;
            }
        }

        return JsonSerializer.Serialize(JsonDocument.Parse(ProfileJson.Write(person.Build())).RootElement);
    }

    [Fact]
    public void Whoever_loses_a_safety_finding_makes_it_exit_1()
    {
        using var folder = new TemporaryFolder();
        string old = folder.Write("practice.json", Practice), now = folder.Write("looser.json", Looser);
        string cohort = folder.Write("cohort.jsonl", "{ \"observations\": { \"person.age\": 30 } }\n\n{ \"observations\": { \"person.age\": 15 } }\n");

        var outcome = Programs.Gutskin("diff", old, now, "--rules", old, "--profiles", cohort, "--format", "json");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Bytes);
        var lost = json.RootElement.GetProperty("impact").GetProperty("safetyLost");
        lost.GetArrayLength().Should().BePositive();
        lost.EnumerateArray().Should().OnlyContain(l => l.GetProperty("person").GetInt32() == 2 && l.GetProperty("rule").GetString() == "practice.minor");
        Programs.Gutskin("diff", old, now, "--rules", old, "--profiles", cohort, "--format", "markdown").Output.Should().Contain("safety findings are lost");
    }

    [Fact]
    public void A_cohort_with_faults_names_their_lines_and_no_value()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", "{}\n{ \"observations\": 4711 }\nno json\n");

        var outcome = Programs.Gutskin("diff", "gutskin.evidence", "gutskin.evidence", "--profiles", cohort);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("cohort.jsonl(2,").And.Contain("cohort.jsonl(3,").And.NotContain("4711");
        outcome.Bytes.Should().BeEmpty();
    }

    [Theory]
    [InlineData(3, "no-such.json", "gutskin.evidence")]
    [InlineData(3, "gutskin.evidence", "gutskin.evidence", "--profiles", "no-such.jsonl")]
    [InlineData(2, "gutskin.evidence")]
    [InlineData(1, "gutskin.evidence", "tests/schemas/bad/ruleset/no-title.json")]
    public void What_cannot_be_compared_is_refused(int exitCode, params string[] arguments) =>
        Programs.Gutskin(["diff", .. arguments]).ExitCode.Should().Be(exitCode);

    [Fact]
    public void Sarif_lists_what_is_excused_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("x.json", """
            { "id": "x", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "evidence": [{ "id": "n", "title": "n", "x-lint": { "GS1004": "to be read" } }] }
            """);

        using var log = JsonDocument.Parse(Programs.Gutskin("lint", file, "--format", "sarif").Bytes);

        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        result.GetProperty("suppressions")[0].GetProperty("kind").GetString().Should().Be("inSource");
        result.GetProperty("suppressions")[0].GetProperty("justification").GetString().Should().Be("to be read");
        log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0]
            .GetProperty("shortDescription").GetProperty("text").GetString().Should().Be("An evidence entry that nothing uses");
    }
}
