using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The generators are deterministic and reach every corner; the twin keeps the laws on what they make.</summary>
public sealed class NaiveReachTests
{
    private const int Seeds = 600;

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
    public void Generated_cases_reach_every_corner()
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void See(string what, int times = 1) => seen[what] = seen.GetValueOrDefault(what) + times;

        foreach (var (_, _, a) in Cases())
        {
            var triage = a["triage"]!.AsObject();
            See("triage " + triage.Text("level"));
            See("complete " + triage.Flag("complete"));
            See("enough " + a.Flag("enough"));
            See("levers", a.Objects("levers").Count());
            See("held", a.Objects("levers").Count(l => l.Texts("held").Count > 0));
            See("held without urgent", a.Objects("levers").Count(l => l.Texts("held").Count > 0 && triage.Text("level") != "refer-urgent"));
            foreach (var r in a.Objects("recommendations"))
            {
                See((r.Text("category") == "referral" ? "referral " : "status ") + r.Text("status"));
                See("ask", r.Texts("ask").Count);
                See("notice", r.Texts("notices").Count);
                See("trial", r.Objects("effects").Count(e => e["trial"] is not null));
                See("lever effect", r.Objects("effects").Count(e => e.Number("lever") != 0));
            }

            foreach (var q in a.Objects("nextQuestions"))
                See($"{(q["screen"] is null ? "factor" : "screen")} {q.Text("reason")}");
            See("twelve", a.Objects("nextQuestions").Count() == 12 ? 1 : 0);
            foreach (var c in a.Objects("conditions"))
            {
                See("open interval", c["interval"]!["low"]!.GetValue<double>() < c["interval"]!["high"]!.GetValue<double>() ? 1 : 0);
                See("mates", c.Objects("contributions").Count(x => !x.Flag("counted") && !x.Flag("informational")));
                See("informational", c.Objects("contributions").Count(x => x.Flag("informational")));
                See("protective", c.Objects("contributions").Count(x => x.Number("share") < 0));
            }
        }

        string[] wanted =
        [
            "triage none", "triage refer-routine", "triage refer-soon", "triage refer-urgent", "complete True", "complete False",
            "enough True", "enough False", "levers", "held", "held without urgent", "status recommended", "status caution",
            "status needs-check", "status deferred", "status blocked", "status no-expected-benefit", "referral recommended",
            "referral caution", "referral needs-check", "ask", "notice", "trial", "lever effect", "factor score", "factor safety",
            "screen score", "screen safety", "twelve", "open interval", "mates", "informational", "protective",
        ];
        var missing = wanted.Where(w => seen.GetValueOrDefault(w) < 3).ToList();
        missing.Should().BeEmpty("of {0}", string.Join(", ", seen.Select(s => $"{s.Key}: {s.Value}")));
    }

    [Fact]
    public void Every_score_lies_in_its_interval_and_under_its_ceiling()
    {
        foreach (var (seed, _, assessment) in Cases())
        {
            foreach (var c in assessment.Objects("conditions"))
            {
                var score = c.Number("score")!.Value;
                var (low, high) = (c["interval"]!["low"]!.GetValue<double>(), c["interval"]!["high"]!.GetValue<double>());
                score.Should().BeInRange(0, 100, "seed {0}", seed);
                (low <= score + 1e-9 && score <= high + 1e-9).Should().BeTrue("seed {0}", seed);
                high.Should().BeLessThanOrEqualTo(c.Number("ceiling")!.Value + 1e-9, "seed {0}", seed);
            }
        }
    }

    [Fact]
    public void The_interval_holds_the_score_of_every_completion()
    {
        var tried = 0;
        foreach (var (seed, rules, assessment) in Cases())
        {
            if (rules["rules"]!.ToJsonString().Contains("\"known\"", StringComparison.Ordinal))
                continue;
            tried++;
            for (var i = 0; i < 4; i++)
            {
                var complete = ProfileGenerator.Complete(rules, ProfileGenerator.Generate(rules, seed), i);
                foreach (var after in NaiveAssessor.Assess(rules, complete).Objects("conditions"))
                {
                    var interval = NaiveExample.Find(assessment, "conditions", "id", after.Text("id")!)["interval"]!.AsObject();
                    after.Number("score")!.Value.Should().BeInRange(
                        interval.Number("low")!.Value - 1e-9, interval.Number("high")!.Value + 1e-9, "seed {0}", seed);
                    after.Number("completeness").ShouldBe(1);
                }
            }
        }

        tried.Should().BeGreaterThan(100);
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
            foreach (var list in new[] { "rules", "interventions", "safety", "factors", "conditions" })
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
