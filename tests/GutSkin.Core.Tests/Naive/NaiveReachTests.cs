using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The generators are deterministic and reach every corner; the twin keeps the laws on what they make.</summary>
public sealed class NaiveReachTests
{
    private const int Seeds = 400;

    [Fact]
    public void The_same_seed_gives_the_same_documents()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var rules = RuleSetGenerator.Generate(seed);
            RuleSetGenerator.Generate(seed).ToJsonString().Should().Be(rules.ToJsonString());
            ProfileGenerator.Generate(rules, seed).ToJsonString().Should().Be(ProfileGenerator.Generate(rules, seed).ToJsonString());
        }
    }

    [Fact]
    public void SplitMix64_gives_its_published_numbers()
    {
        var random = new SplitMix64(1234567);
        new[] { random.Next(), random.Next(), random.Next() }.Should()
            .Equal(6457827717110365317, 3203168211198807973, 9817491932198370423);
    }

    [Fact]
    public void Generated_cases_reach_every_feature()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rules = RuleSetGenerator.Generate(seed);
            var profile = ProfileGenerator.Generate(rules, seed);
            foreach (var feature in NaiveFeatures.Of(rules, profile, NaiveAssessor.Assess(rules, profile)))
                seen[feature] = seen.GetValueOrDefault(feature) + 1;
        }

        var tooRare = NaiveFeatures.Wanted.Where(w => seen.GetValueOrDefault(w.Key) * 1000.0 / Seeds < w.Value)
            .Select(w => $"{w.Key}: {seen.GetValueOrDefault(w.Key)} of {Seeds}");
        tooRare.Should().BeEmpty();
    }

    [Fact]
    public void Every_score_lies_in_its_interval()
    {
        foreach (var (seed, _, assessment) in Cases())
        {
            foreach (var c in assessment.Objects("conditions").Where(c => c["score"] is not null))
            {
                var score = c.Number("score")!.Value;
                var (low, high) = (c["interval"]!["low"]!.GetValue<double>(), c["interval"]!["high"]!.GetValue<double>());
                score.Should().BeInRange(0, 100, "seed {0}", seed);
                (low <= score + 1e-9 && score <= high + 1e-9).Should().BeTrue("seed {0}", seed);
            }
        }
    }

    [Fact]
    public void The_interval_holds_the_score_of_every_completion()
    {
        var tried = 0;
        foreach (var (seed, rules, assessment) in Cases())
        {
            if (rules.ToJsonString().Contains("\"known\"", StringComparison.Ordinal))
                continue;
            tried++;
            for (var i = 0; i < 3; i++)
            {
                var complete = ProfileGenerator.Complete(rules, ProfileGenerator.Generate(rules, seed), i);
                foreach (var after in NaiveAssessor.Assess(rules, complete).Objects("conditions").Where(c => c["score"] is not null))
                {
                    var interval = NaiveExample.Find(assessment, "conditions", "id", after.Text("id")!)["interval"]!.AsObject();
                    after.Number("score")!.Value.Should().BeInRange(
                        interval.Number("low")!.Value - 1e-9, interval.Number("high")!.Value + 1e-9, "seed {0}", seed);
                    after.Number("completeness").ShouldBe(1);
                }
            }
        }

        tried.Should().BeGreaterThan(30);
    }

    [Fact]
    public void A_true_contraindication_is_never_recommended_and_an_urgent_flag_defers()
    {
        foreach (var (seed, _, assessment) in Cases())
        {
            var urgent = assessment["triage"]!["level"]!.GetValue<string>() == "refer-urgent";
            foreach (var r in assessment.Objects("recommendations").Where(r => r.Text("category") != "referral"))
            {
                if (urgent)
                    r.Text("status").Should().Be("deferred", "seed {0}", seed);
                else if (r.Objects("safety").Any(s => s.Text("kind") == "contraindication" && s.Text("state") == "true"))
                    r.Text("status").Should().Be("blocked", "seed {0}", seed);
            }
        }
    }

    [Fact]
    public void The_order_of_rules_and_observations_changes_nothing()
    {
        foreach (var (seed, rules, assessment) in Cases().Take(100))
        {
            var profile = ProfileGenerator.Generate(rules, seed);
            foreach (var list in new[] { "rules", "interventions", "safety", "factors", "derivations", "products" })
                rules[list] = new JsonArray([.. rules[list]!.AsArray().Reverse().Select(n => n!.DeepClone())]);
            if (profile["observations"] is JsonObject observations)
                profile["observations"] = new JsonObject(observations.Reverse().Select(o => KeyValuePair.Create(o.Key, o.Value?.DeepClone())));
            NaiveComparer.Differences(assessment, NaiveAssessor.Assess(rules, profile)).Should().BeEmpty("seed {0}", seed);
        }
    }

    private static IEnumerable<(int Seed, JsonObject Rules, JsonObject Assessment)> Cases() =>
        from seed in Enumerable.Range(0, Seeds)
        let rules = RuleSetGenerator.Generate(seed / 3)
        select (seed, rules, NaiveAssessor.Assess(rules, ProfileGenerator.Generate(rules, seed)));
}
