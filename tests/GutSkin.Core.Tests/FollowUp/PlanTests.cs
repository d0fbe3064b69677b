using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.FollowUp;

/// <summary>A plan is the best of all choices, scored jointly, and says what it leaves out.</summary>
public class PlanTests
{
    private const string Rules = """
        { "id": "small", "version": "1.0.0", "title": "t", "disclaimer": "This is not a diagnosis.",
          "conditions": [ { "id": "acne", "name": "Acne", "presence": "has.acne" } ],
          "factors": [
            { "id": "has.acne", "name": "Acne", "kind": "boolean" },
            { "id": "milk", "name": "Milk", "kind": "number", "min": 0, "max": 4, "modifiable": true },
            { "id": "sugar", "name": "Sugar", "kind": "number", "min": 0, "max": 10, "modifiable": true },
            { "id": "sleep", "name": "Sleep", "kind": "number", "min": 0, "max": 12, "modifiable": true },
            { "id": "weight", "name": "Weight", "kind": "number", "min": 20, "max": 200, "modifiable": true } ],
          "rules": [
            { "id": "acne.milk", "condition": "acne", "title": "Milk", "factor": "milk", "curve": [[0, 0], [2, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high", "overlap": "food" },
            { "id": "acne.sugar", "condition": "acne", "title": "Sugar", "factor": "sugar", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high", "overlap": "food" },
            { "id": "acne.sleep", "condition": "acne", "title": "Sleep", "factor": "sleep", "curve": [[6, 1], [8, 0]], "effect": { "logOdds": 0.2 }, "certainty": "high" } ],
          "interventions": [
            { "id": "cream", "category": "care", "name": "Cream", "indications": [ { "condition": "acne", "direction": "for", "strength": "strong", "text": "Use a cream." } ] },
            { "id": "less-milk", "category": "diet", "name": "Less milk", "effort": "low", "weeks": [4, 6], "changes": [ { "factor": "milk", "atMost": 0 } ] },
            { "id": "no-milk", "category": "diet", "name": "No milk", "effort": "high", "changes": [ { "factor": "milk", "atMost": 0 } ] },
            { "id": "less-sugar", "category": "diet", "name": "Less sugar", "effort": "low", "changes": [ { "factor": "sugar", "atMost": 0 } ] },
            { "id": "sleep-more", "category": "lifestyle", "name": "Sleep more", "effort": "low", "changes": [ { "factor": "sleep", "atLeast": 8 } ] },
            { "id": "weigh-less", "category": "diet", "name": "Weigh less", "effort": "low", "changes": [ { "factor": "weight", "atMost": 44 } ],
              "indications": [ { "condition": "acne", "direction": "for", "strength": "conditional", "text": "Weigh less." } ] } ],
          "safety": [ { "id": "thin", "kind": "contraindication", "when": { "factor": "weight", "below": 45 }, "interventions": ["weigh-less", "less-sugar"], "message": "Too thin." } ] }
        """;

    private static readonly ScoringService Scoring = new(RuleSetComposer.Compose(RuleSetJson.Read(Rules)).GetValueOrThrow());

    [Fact]
    public void A_plan_holds_what_is_suggested_and_nothing_else()
    {
        // Milk and sugar count once: leaving sugar out alone leaves milk.
        var plan = Scoring.Plan(Person(milk: 2, sugar: 8));
        plan.Assessment!.Recommendation("less-sugar")!.Status.Should().Be(RecommendationStatus.NoExpectedBenefit);
        plan.Steps.Select(s => s.Intervention).Should().Equal("less-milk");
        plan.Effects.Should().ContainSingle().Which.Lever.Should().BeApproximately(0.8 - 0.64, 1e-12);
    }

    [Fact]
    public void Care_is_never_dropped_and_takes_no_place()
    {
        var plan = Scoring.Plan(Person(milk: 2, sleep: 6), new PlanOptions { AtMost = 1 });
        plan.Care.Select(c => c.Intervention).Should().Equal("cream");
        plan.Steps.Select(s => s.Intervention).Should().Equal("less-milk");
        Left(plan, "sleep-more").Reason.Should().Be(PlanReason.Places);
    }

    [Fact]
    public void One_lever_is_pulled_once_by_the_lighter_one()
    {
        var plan = Scoring.Plan(Person(milk: 2, sleep: 6), new PlanOptions { Effort = Level.High });
        plan.Steps.Select(s => s.Intervention).Should().Equal("less-milk", "sleep-more");
        var left = Left(plan, "no-milk");
        (left.Reason, left.Because.Single()).Should().Be((PlanReason.SameLever, "less-milk"));
    }

    [Fact]
    public void What_would_make_a_contraindication_true_is_left_out_with_the_rule()
    {
        var plan = Scoring.Plan(Person(milk: 2).ToBuilder().With("weight", 60).Build());
        plan.Steps.Should().NotContain(s => s.Intervention == "weigh-less", "at 44 it would be contraindicated");
        var left = Left(plan, "weigh-less");
        (left.Reason, left.Because.Single()).Should().Be((PlanReason.NotSafeTogether, "thin"));
    }

    [Fact]
    public void Steps_begin_one_after_the_other_and_say_how_long()
    {
        var plan = Scoring.Plan(Person(milk: 2, sleep: 6), new PlanOptions { WeeksBetween = 3 });
        plan.Steps.Select(s => (s.FromWeek, s.ToWeek, s.WeeksKnown)).Should().Equal((0, 6, true), (3, 11, false));
        plan.Measures.Select(m => m.Week).Should().Equal(0, 6, 8, 11);
        plan.Measures[0].Factors.Should().Equal("milk", "sleep");
        plan.Measures[1].Factors.Should().Equal("milk");
        plan.ToText().Should().Contain("Week 0 to 6: Less milk").And.Contain("looking again after 8 weeks").And.Contain("Cream");
    }

    [Fact]
    public void The_joint_effect_is_that_of_the_changed_profile_scored_again()
    {
        int compared = 0;
        foreach (string file in Repository.SampleProfiles)
        {
            var profile = ProfileJson.Read(Repository.Read(file)).GetValueOrThrow();
            var plan = ScoringService.Default.Plan(profile, new PlanOptions { Effort = Level.High, AtMost = 4 });
            var changes = plan.Care.Concat(plan.Steps).SelectMany(s => s.Changes).DistinctBy(c => c.Factor).ToDictionary(c => c.Factor, c => c.To);
            if (changes.Count == 0 || plan.Assessment!.Derived.Length > 0)
                continue;
            foreach (var condition in ScoringService.Default.WhatIf(profile, changes).Conditions)
            {
                compared++;
                double lever = plan.Effects.FirstOrDefault(e => e.Condition == condition.Condition)?.Lever ?? 0;
                lever.Should().BeApproximately(condition.Gain ?? 0, 1e-12, "{0} of {1}", condition.Condition, file);
            }
        }

        compared.Should().BePositive();
    }

    [Fact]
    public void A_plan_of_500_small_cases_is_the_best_of_all()
    {
        int several = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            var ruleSet = WithMoreWays(RuleSetGenerator.Generate(seed), seed);
            var profile = ProfileGenerator.Complete(ruleSet, ProfileGenerator.Generate(ruleSet, seed), seed);
            var options = new PlanOptions { Effort = (Level)(seed % 3), AtMost = 1 + (seed % 4) };
            var (steps, levers, choices) = NaivePlan.Best(ruleSet, profile, options.Budget, options.AtMost);

            var plan = TwinTests.Service(ruleSet).Plan(TwinTests.Profile(profile), options);

            plan.Exact.Should().BeTrue();
            plan.Steps.Select(s => s.Intervention).Order(StringComparer.Ordinal).Should().Equal(steps, "seed {0}", seed);
            foreach (var (condition, lever) in levers)
                (plan.Effects.FirstOrDefault(e => e.Condition == condition)?.Lever ?? 0).Should().BeApproximately(lever, 1e-9, "{0}, seed {1}", condition, seed);
            several += steps.Count >= 2 ? 1 : 0;
            choices.Should().BeLessThanOrEqualTo(20_000);
        }

        several.Should().BeGreaterThan(40, "a plan of one step is no joint plan");
    }

    [Fact]
    public void An_assessment_gives_the_same_plan_as_its_profile_and_a_saved_one_none()
    {
        var person = Person(milk: 2, sleep: 6);
        var assessment = Scoring.Assess(person);
        Scoring.Plan(assessment).ToJson().Should().Be(Scoring.Plan(person).ToJson());
        Scoring.TryPlan(AssessmentJson.Read(assessment.ToJson()).GetValueOrThrow()).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0724");
        ScoringService.Default.TryPlan(assessment).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0723");
    }

    [Fact]
    public void An_urgent_flag_leaves_no_step()
    {
        var plan = ScoringService.Default.Plan(ProfileJson.Read(Repository.Profile("urgent-red-flag")).GetValueOrThrow());
        plan.Steps.Should().BeEmpty();
        plan.See.Should().NotBeEmpty();
        plan.LeftOut.Should().Contain(o => o.Reason == PlanReason.Deferred);
        plan.ToText().Should().Contain("No plan now");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(13, 2)]
    [InlineData(3, -1)]
    [InlineData(3, 27)]
    public void Options_out_of_their_range_throw(int atMost, int weeks) =>
        FluentActions.Invoking(() => Scoring.Plan(Person(), new PlanOptions { AtMost = atMost, WeeksBetween = weeks })).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Many_suggestions_are_searched_greedily_with_a_bound_that_holds()
    {
        // 30 levers of their own, and all pairs of one more: too many choices of six to look at all.
        string factors = string.Join(",", Enumerable.Range(10, 30).Select(i => $$"""{ "id": "f{{i}}", "name": "F", "kind": "number", "min": 0, "max": 1, "modifiable": true }"""));
        string rules = string.Join(",", Enumerable.Range(10, 30).Select(i => $$"""{ "id": "r{{i}}", "condition": "c", "title": "R", "factor": "f{{i}}", "curve": [[0, 0], [1, 1]], "effect": { "logOdds": 0.{{i}} }, "certainty": "high" }"""));
        string ways = string.Join(",", Enumerable.Range(10, 30).Select(i => $$"""{ "id": "i{{i}}", "category": "diet", "name": "I", "effort": "low", "changes": [ { "factor": "f{{i}}", "atMost": 0 } ] }"""));
        var many = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(
            $$"""{ "id": "many", "version": "1.0.0", "title": "t", "conditions": [ { "id": "c", "name": "C" } ], "factors": [{{factors}}], "rules": [{{rules}}], "interventions": [{{ways}}] }""")).GetValueOrThrow());
        var person = PersonProfile.Create();
        foreach (int i in Enumerable.Range(10, 30))
            person.With($"f{i}", 1);

        var plan = many.Plan(person.Build(), new PlanOptions { AtMost = 6, Effort = Level.High });

        plan.Exact.Should().BeFalse();
        plan.Reaches.Should().BeApproximately(1, 1e-9, "each lever stands alone, so the greatest six are the best");
        plan.Steps.Select(s => s.Intervention).Order(StringComparer.Ordinal).Should().Equal("i34", "i35", "i36", "i37", "i38", "i39");
        plan.ToText().Should().Contain("too many ways");
    }

    /// <summary>A generated rule set with more to do: one or two factors each, with different effort; and on every second seed nothing urgent.</summary>
    private static JsonObject WithMoreWays(JsonObject ruleSet, int seed)
    {
        var random = new SplitMix64((ulong)seed * 31);
        var factors = ruleSet["factors"]!.AsArray().Select(f => f!.AsObject())
            .Where(f => f["modifiable"]?.GetValue<bool>() == true && f["kind"]!.GetValue<string>() is "number" or "boolean").ToList();
        if (factors.Count == 0)
            return ruleSet;
        if (ruleSet["interventions"] is not JsonArray ways)
            ruleSet["interventions"] = ways = [];
        for (int i = 0; i < 6; i++)
        {
            var changes = random.Some(factors, random.From(1, 2)).Select(f => (JsonNode)(f["kind"]!.GetValue<string>() == "boolean"
                ? new JsonObject { ["factor"] = f["id"]!.GetValue<string>(), ["set"] = random.Chance(30) }
                : new JsonObject { ["factor"] = f["id"]!.GetValue<string>(), [random.Chance(50) ? "atMost" : "atLeast"] = Middle(f) }));
            ways.Add(new JsonObject
            {
                ["id"] = $"more-{i}",
                ["category"] = "diet",
                ["name"] = "More",
                ["effort"] = random.Pick(["low", "medium", "high"]),
                ["changes"] = new JsonArray([.. changes]),
            });
        }

        if (seed % 2 == 0 && ruleSet["safety"] is JsonArray safety)
            ruleSet["safety"] = new JsonArray([.. safety.Where(s => s!["kind"]!.GetValue<string>() != "red-flag").Select(s => s!.DeepClone())]);
        return ruleSet;
    }

    private static double Middle(JsonObject factor)
    {
        double? low = factor["min"]?.GetValue<double>(), high = factor["max"]?.GetValue<double>();
        return ((low ?? high - 2 ?? 0) + (high ?? low + 2 ?? 2)) / 2;
    }

    private static PlanOmission Left(Plan plan, string id) => plan.LeftOut.Single(o => o.Intervention == id);

    private static PersonProfile Person(double milk = 0, double sugar = 0, double sleep = 8) =>
        PersonProfile.Create().ConcernedAbout("acne").With("has.acne", true).With("milk", milk).With("sugar", sugar).With("sleep", sleep).With("weight", 50).Build();
}
