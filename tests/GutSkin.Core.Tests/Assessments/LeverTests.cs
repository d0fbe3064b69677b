using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 5 of the scoring model: levers.</summary>
public class LeverTests
{
    [Fact]
    public void A_lever_names_every_condition_it_moves_in_the_order_of_the_rule_set_and_its_sum_is_over_those_advised_on()
    {
        var assessment = Small.Assess(Small.Milk, """ "f.milk": 35 """);

        var lever = assessment.Levers.Should().ContainSingle().Which;
        lever.To.AsNumber.Should().Be(10);
        lever.Effects.Select(e => e.Condition).Should().Equal("acne", "eczema");
        lever.Effects[0].Gain.Should().BeApproximately(0.3, 1e-12, "half of 0.8, at moderate certainty");
        lever.Effects[1].Gain.Should().BeApproximately(-0.1, 1e-12);
        lever.Effects[0].ScoreAfter.Should().Be(0);
        lever.IsFree.Should().BeTrue();
        Small.Assess(Small.Milk, """ "f.milk": 35 """, "\"eczema\"").Levers.Should().BeEmpty("it is worse for what is advised on");
    }

    [Theory]
    [InlineData("""{ "f.age": 30 }""", 20.0)]
    [InlineData("""{ "f.age": 10 }""", 5.0)]
    [InlineData("{ }", null)]
    public void Of_gated_references_the_first_that_is_true_counts_and_none_where_an_earlier_one_is_unknown(string known, double? target)
    {
        const string Gated = """
            , { "id": "f.salt", "name": "Salt", "kind": "number", "min": 0, "max": 100, "modifiable": true,
                "reference": [ { "when": { "factor": "f.age", "atLeast": 18 }, "high": 20 }, { "high": 5 } ] }
            """;
        const string Rules = """
            "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "f.salt", "curve": [[0, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ]
            """;
        string observations = known.Trim('{', '}', ' ') is { Length: > 0 } age ? age + ", \"f.salt\": 50" : "\"f.salt\": 50";

        var levers = Small.Assess(Rules, observations, factors: Gated).Levers;

        levers.Select(l => (double?)l.To.AsNumber).Should().Equal(target is null ? [] : [target]);
    }

    [Fact]
    public void An_integer_goes_to_the_nearest_whole_number_inside_the_range()
    {
        const string Rules = """
            "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[0, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ]
            """;

        Small.Assess(Rules, """ "f.cups": 9 """).Levers[0].To.AsNumber.Should().Be(2);
        Small.Assess(Rules, """ "f.cups": 2 """).Levers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"f.asked\": 12", null)]
    [InlineData("\"f.asked\": 12.5", 10.0)]
    [InlineData("\"f.guess\": 12", 10.0)]
    [InlineData("\"f.asked\": 60", 10.0)]
    public void An_estimate_is_outside_its_reference_only_by_more_than_its_error(string known, double? target)
    {
        const string Rules = """
            "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "f.guess", "curve": [[0, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ]
            """;

        Small.Assess(Rules, known).Levers.Select(l => (double?)l.To.AsNumber).Should().Equal(target is null ? [] : [target]);
    }

    [Theory]
    [InlineData("true", new[] { "no" }, new string[0])]
    [InlineData("null", new string[0], new[] { "no" })]
    [InlineData("false", new string[0], new string[0])]
    public void A_contraindication_on_the_movement_holds_a_lever_though_nothing_is_recommended(string yes, string[] held, string[] unresolved)
    {
        const string Safety = """
            , "safety": [
              { "id": "no", "kind": "contraindication", "when": { "factor": "f.yes", "equals": true }, "message": "m", "movements": [ { "factor": "f.milk", "direction": "down" } ] },
              { "id": "other-way", "kind": "contraindication", "when": { "all": [] }, "message": "m", "movements": [ { "factor": "f.milk", "direction": "up" } ] },
              { "id": "mind", "kind": "caution", "when": { "not": { "factor": "f.age", "below": 1 } }, "message": "m", "movements": [ { "factor": "f.milk", "direction": "any" } ] }
            ]
            """;

        var lever = Small.Assess(Small.Milk + Safety, $$""" "f.milk": 35, "f.age": 30, "f.yes": {{yes}} """).Levers[0];

        lever.Held.Should().Equal(held);
        lever.Unresolved.Should().Equal(unresolved);
        lever.Cautions.Should().Equal("mind");
    }

    [Fact]
    public void A_lever_is_held_where_all_that_moves_with_it_is_blocked_or_advised_against_and_names_what_does_it()
    {
        const string Two = """
            , "interventions": [
              { "id": "against", "category": "diet", "name": "A", "changes": [ { "factor": "f.milk", "atMost": 5 } ],
                "indications": [ { "direction": "against", "strength": "strong", "text": "t" } ] },
              { "id": "blocked", "category": "diet", "name": "B", "changes": [ { "factor": "f.milk", "atMost": 40 } ], "traits": ["live"] },
              { "id": "up", "category": "diet", "name": "U", "changes": [ { "factor": "f.milk", "atLeast": 90 } ] }
            ],
            "safety": [ { "id": "no-live", "kind": "contraindication", "when": { "factor": "f.yes", "equals": true }, "message": "m", "traits": ["live"] } ]
            """;

        var held = Small.Assess(Small.Milk + Two, """ "f.milk": 35, "f.yes": true """).Levers[0];
        held.Held.Should().Equal("against", "no-live");
        held.Unresolved.Should().BeEmpty();

        // B cannot lower milk from 35, but it could: the movement is what counts. It meets its change, so that nothing waits for its safety.
        var free = Small.Assess(Small.Milk + Two, """ "f.milk": 35 """);
        free.Recommendation("blocked")!.Status.Should().Be(RecommendationStatus.AlreadyMet);
        free.Levers[0].IsFree.Should().BeTrue();

        var open = Small.Assess(Small.Milk + Two, """ "f.milk": 55 """);
        open.Recommendation("blocked")!.Status.Should().Be(RecommendationStatus.NeedsCheck);
        open.Levers[0].Held.Should().BeEmpty();
        open.Levers[0].Unresolved.Should().Equal("against", "no-live");
    }

    [Fact]
    public void What_waits_for_its_room_makes_a_lever_unresolved_by_its_own_id()
    {
        const string Waiting = """
            , "interventions": [
              { "id": "waits", "category": "diet", "name": "W", "changes": [ { "factor": "f.milk", "atMost": 40 }, { "factor": "f.soap", "set": "mild" } ],
                "indications": [ { "direction": "for", "strength": "strong", "text": "t" } ] }
            ]
            """;

        Small.Assess(Small.Milk + Waiting, """ "f.milk": 35 """).Levers[0].Unresolved.Should().Equal("waits");
    }

    [Fact]
    public void An_urgent_flag_holds_and_one_not_answered_makes_unresolved()
    {
        const string Flag = """
            , "interventions": [ { "id": "er", "category": "referral", "name": "E", "when": { "any": [] } } ],
            "safety": [ { "id": "flag", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "f.yes", "equals": true }, "message": "m", "refer": ["er"] } ]
            """;

        Small.Assess(Small.Milk + Flag, """ "f.milk": 35, "f.yes": true """).Levers[0].Held.Should().Equal("flag");
        Small.Assess(Small.Milk + Flag, """ "f.milk": 35 """).Levers[0].Unresolved.Should().Equal("flag");
        Small.Assess(Small.Milk + Flag, """ "f.milk": 35, "f.yes": { "declined": true } """).Levers[0].Unresolved.Should().Equal("flag");
        Small.Assess(Small.Milk + Flag, """ "f.milk": 35, "f.yes": false """).Levers[0].IsFree.Should().BeTrue();
    }
}
