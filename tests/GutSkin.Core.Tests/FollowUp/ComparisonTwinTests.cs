using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.FollowUp;

/// <summary>The library and the naive twin agree on what changed, and every account of a change is complete.</summary>
public class ComparisonTwinTests
{
    private const int Size = 128;

    /// <summary>What the twin does not give, and what is a text.</summary>
    private static readonly HashSet<string> Ignored =
    [
        .. NaiveComparer.Ignored,
        "schema", "culture", "profileId", "asOfBefore", "asOfAfter", "days", "ruleSet", "intendedUse", "disclaimer", "triageBefore", "triageAfter", "triageComplete",
        "severity", "notices", "name", "title", "kind", "message", "urgency", "factors", "derivedBefore", "derivedAfter", "detectable", "withinError",
        "intervalBefore", "intervalAfter", "settledBefore", "settledAfter", "bandBefore", "bandAfter", "logOddsBefore", "logOddsAfter", "completenessBefore", "completenessAfter",
    ];

    public static TheoryData<int> Starts => new(Enumerable.Range(0, 6).Select(b => b * Size));

    [Theory]
    [MemberData(nameof(Starts))]
    public void Generated_pairs_agree_and_add_up(int firstSeed)
    {
        for (int seed = firstSeed; seed < firstSeed + Size; seed++)
        {
            var ruleSet = RuleSetGenerator.Generate(seed);
            var (before, after) = Pair(ruleSet, seed);
            var comparison = TwinTests.Service(ruleSet).Compare(TwinTests.Profile(before), TwinTests.Profile(after));
            AddsUp(comparison);
            var actual = JsonNode.Parse(comparison.ToJson())!.AsObject();
            var expected = NaiveComparison.Compare(ruleSet, before, after);
            InOrderOfIds(actual);
            NaiveComparer.Differences(expected, actual, Ignored).Should().BeEmpty("seed {0}", seed);
            KindsAgree(expected, actual, seed);
        }
    }

    /// <summary>The pairs are no trivial ones.</summary>
    [Fact]
    public void Generated_pairs_reach_everything_that_a_comparison_says()
    {
        var causes = new HashSet<AttributionCause>();
        var movements = new HashSet<IndexMovement>();
        var kinds = new HashSet<SuggestionChangeKind>();
        int instead = 0, findings = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            var ruleSet = RuleSetGenerator.Generate(seed);
            var (before, after) = Pair(ruleSet, seed);
            var comparison = TwinTests.Service(ruleSet).Compare(TwinTests.Profile(before), TwinTests.Profile(after));
            causes.UnionWith(comparison.Conditions.SelectMany(c => c.Attributions).Select(a => a.Cause));
            movements.UnionWith(comparison.Conditions.Select(c => c.Movement));
            kinds.UnionWith(comparison.Suggestions.Select(s => s.Kind));
            instead += comparison.Conditions.SelectMany(c => c.Attributions).Count(a => a.InsteadOf is not null);
            findings += comparison.Safety.Length;
        }

        causes.Should().HaveCount(3);
        movements.Should().HaveCount(4);
        kinds.Should().HaveCount(5);
        instead.Should().BePositive();
        findings.Should().BePositive();
    }

    /// <summary>The contributions add up to the change in log odds, part by part.</summary>
    internal static void AddsUp(Comparison comparison)
    {
        foreach (var condition in comparison.Conditions.Where(c => c.Change is not null))
        {
            double sum = 0;
            foreach (var attribution in condition.Attributions)
                sum += attribution.Change;
            sum.Should().BeApproximately(condition.Change!.Value, 1e-12, condition.Id);
            (condition.ByChange + condition.ByKnowing + condition.ByForgetting).Should().BeApproximately(condition.Change!.Value, 1e-12, condition.Id);
            (condition.LogOddsAfter - condition.LogOddsBefore).Should().Be(condition.Change);
        }
    }

    /// <summary>A profile, and another of the same person: some answers are others, some are gone, some are new.</summary>
    internal static (JsonObject Before, JsonObject After) Pair(JsonObject ruleSet, int seed)
    {
        var random = new SplitMix64((ulong)seed * 977);
        var before = ProfileGenerator.Generate(ruleSet, seed);
        var other = ProfileGenerator.Generate(ruleSet, seed + 1_000_000);
        var after = before.DeepClone().AsObject();
        var answers = after["observations"] as JsonObject ?? [];
        after["observations"] = answers;
        foreach (var (factor, answer) in other["observations"] as JsonObject ?? [])
        {
            if (random.Chance(40))
                answers[factor] = answer?.DeepClone();
        }

        foreach (string factor in answers.Select(a => a.Key).ToList())
        {
            if (random.Chance(10))
                answers.Remove(factor);
        }

        if (other["screened"] is { } screened && random.Chance(40))
            after["screened"] = screened.DeepClone();
        if (other["concerns"] is { } concerns && random.Chance(20))
            after["concerns"] = concerns.DeepClone();
        // Days of answers must not lie after the day of the profile: both have the same, or none.
        return (before, after);
    }

    private static void InOrderOfIds(JsonObject comparison)
    {
        foreach (var condition in comparison.Objects("conditions"))
            condition["attributions"] = NaiveJson.Array([.. condition.Objects("attributions").Select(a => a.DeepClone().AsObject()).OrderBy(a => a.Text("rule"), StringComparer.Ordinal)]);
        comparison["safety"] = NaiveJson.Array([.. comparison.Objects("safety").Select(a => a.DeepClone().AsObject()).OrderBy(a => a.Text("rule"), StringComparer.Ordinal)]);
        comparison["suggestions"] = NaiveJson.Array([.. comparison.Objects("suggestions").Select(a => a.DeepClone().AsObject()).OrderBy(a => a.Text("intervention"), StringComparer.Ordinal)]);
    }

    /// <summary><c>kind</c> means several things in a comparison; here those that the twin gives.</summary>
    private static void KindsAgree(JsonObject expected, JsonObject actual, int seed)
    {
        foreach (var (list, id) in new[] { ("answers", "factor"), ("suggestions", "intervention"), ("safety", "rule") })
        {
            string[] Kinds(JsonObject of) => [.. of.Objects(list).Select(x => $"{x.Text(id)} {x.Text("kind")}")];
            Kinds(actual).Should().Equal(Kinds(expected), "seed {0}", seed);
        }
    }
}
