using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 7 of the scoring model: what a contraindication or caution reaches.</summary>
public class SafetyReachTests
{
    [Theory]
    [InlineData("up", """ "factor": "f.milk", "atLeast": 50 """, true)]
    [InlineData("down", """ "factor": "f.milk", "atLeast": 50 """, false)]
    [InlineData("any", """ "factor": "f.milk", "atLeast": 50 """, true)]
    [InlineData("down", """ "factor": "f.milk", "atMost": 5 """, true)]
    [InlineData("up", """ "factor": "f.milk", "atMost": 5 """, false)]
    [InlineData("up", """ "factor": "f.milk", "set": 5 """, true)]
    [InlineData("down", """ "factor": "f.milk", "set": 5 """, true)]
    [InlineData("any", """ "factor": "f.cups", "set": 5 """, false)]
    public void A_movement_reaches_what_can_move_the_factor_so_whatever_its_value_is_now(string direction, string change, bool reached) =>
        Reaches("f.milk", direction, change).Should().Be(reached);

    [Fact]
    public void A_movement_of_a_choice_is_any() => Reaches("f.soap", "any", """ "factor": "f.soap", "set": "none" """).Should().BeTrue();

    [Theory]
    [InlineData("f.fiber", "up", """ "factor": "f.beans", "atLeast": 5 """, true)]
    [InlineData("f.fiber", "down", """ "factor": "f.beans", "atLeast": 5 """, false)]
    [InlineData("f.fiber", "down", """ "factor": "f.bread", "atLeast": 5 """, true)]
    [InlineData("f.fiber", "up", """ "factor": "f.bread", "atLeast": 5 """, false)]
    [InlineData("f.gas", "down", """ "factor": "f.beans", "atLeast": 5 """, true)]
    [InlineData("f.gas", "up", """ "factor": "f.beans", "atLeast": 5 """, false)]
    public void A_change_on_what_a_derivation_needs_counts_on_its_target_directly_or_through_others(string factor, string direction, string change, bool reached) =>
        Reaches(factor, direction, change).Should().Be(reached);

    [Theory]
    [InlineData("f.beans", "down", """ "factor": "f.fiber", "atMost": 5 """, true)]
    [InlineData("f.beans", "up", """ "factor": "f.fiber", "atMost": 5 """, false)]
    [InlineData("f.bread", "up", """ "factor": "f.fiber", "atMost": 5 """, true)]
    [InlineData("f.beans", "up", """ "factor": "f.gas", "atMost": 5 """, true)]
    [InlineData("f.beans", "down", """ "factor": "f.gas", "atMost": 5 """, false)]
    [InlineData("f.bread", "any", """ "factor": "f.beans", "atMost": 5 """, false)]
    public void A_change_on_a_target_counts_on_what_can_be_changed_for_it_and_not_both_ways_in_turn(string factor, string direction, string change, bool reached) =>
        Reaches(factor, direction, change).Should().Be(reached);

    [Fact]
    public void A_derivation_that_turns_between_its_cases_moves_its_target_either_way()
    {
        const string More = """
            , { "id": "f.salt", "name": "Salt", "kind": "number", "modifiable": true }, { "id": "f.z", "name": "Z", "kind": "number" }, { "id": "f.sum", "name": "S", "kind": "number" }
            """;
        foreach (string direction in (string[])["up", "down"])
        {
            var service = Service("f.sum", direction, """ "factor": "f.salt", "atLeast": 5 """, More, """
                { "id": "turns", "factor": "f.sum", "items": ["f.salt"], "cases": [
                  { "when": { "factor": "f.yes", "equals": true }, "linear": { "terms": { "f.salt": 1 } } }, { "linear": { "terms": { "f.salt": -1 } } } ] }
                """);
            Blocked(service).Should().BeTrue(direction);
        }

        foreach (var (direction, reached) in (ReadOnlySpan<(string, bool)>)[("up", true), ("down", false)])
        {
            var service = Service("f.z", direction, """ "factor": "f.salt", "atLeast": 5 """, More, """
                { "id": "score", "factor": "f.z", "items": ["f.salt", "f.age"], "cases": [ { "lms": { "value": "f.salt", "at": { "terms": { "f.age": 1 } }, "knots": [[0, 1, 10, 0.1]] } } ] }
                """);
            Blocked(service).Should().Be(reached, direction);
        }
    }

    [Theory]
    [InlineData("food.*", true, false)]
    [InlineData("food.less-milk", true, false)]
    [InlineData("fo*", true, true)]
    [InlineData("*", true, true)]
    [InlineData("food.more*", false, false)]
    public void A_star_reaches_all_that_begin_so(string target, bool milk, bool foil)
    {
        var assessment = Small.Assess(
            $$"""
            "interventions": [ { "id": "food.less-milk", "category": "diet", "name": "A" }, { "id": "foil", "category": "diet", "name": "B" } ],
            "safety": [ { "id": "no", "kind": "contraindication", "when": { "all": [] }, "message": "m", "interventions": ["{{target}}"] } ]
            """,
            "");

        (assessment.Recommendation("food.less-milk")!.Status == RecommendationStatus.Blocked).Should().Be(milk);
        (assessment.Recommendation("foil")!.Status == RecommendationStatus.Blocked).Should().Be(foil);
    }

    [Fact]
    public void A_rule_that_reaches_the_parent_reaches_the_variant()
    {
        string sections = $$"""
            {{Small.Milk}}, "interventions": [
              { "id": "parent", "category": "diet", "name": "P", "traits": ["live"] },
              { "id": "child", "category": "diet", "name": "C", "variantOf": "parent", "changes": [ { "factor": "f.milk", "atMost": 10 } ] },
              { "id": "grandchild", "category": "diet", "name": "G", "variantOf": "child", "changes": [ { "factor": "f.milk", "atMost": 10 } ] } ],
            "safety": [ { "id": "no", "kind": "contraindication", "when": { "all": [] }, "message": "m", "traits": ["live"] } ]
            """;

        var assessment = Small.Assess(sections, """ "f.milk": 60 """);

        assessment.Recommendations.Should().OnlyContain(r => r.Status == RecommendationStatus.Blocked);
        assessment.Recommendation("grandchild")!.VariantOf.Should().Be("child");
    }

    [Theory]
    [InlineData("down", false)]
    [InlineData("up", true)]
    public void A_lever_is_held_by_a_movement_of_what_is_worked_out_from_its_factor(string direction, bool free)
    {
        const string More = """
            , { "id": "f.eggs", "name": "Eggs", "kind": "number", "min": 0, "max": 100, "modifiable": true, "reference": { "high": 10 } },
            { "id": "f.lipid", "name": "Lipids", "kind": "number" }
            """;
        var service = Small.Service(
            $$"""
            "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "f.eggs", "curve": [[0, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ],
            "safety": [ { "id": "no", "kind": "contraindication", "when": { "all": [] }, "message": "m", "movements": [ { "factor": "f.lipid", "direction": "{{direction}}" } ] } ]
            """,
            More);

        var lever = With(service, """{ "id": "lipids", "factor": "f.lipid", "items": ["f.eggs"], "cases": [ { "linear": { "terms": { "f.eggs": 3 } } } ] }""")
            .Assess(Small.Person(""" "f.eggs": 50 """)).Levers[0];

        lever.Held.Should().Equal(free ? [] : ["no"]);
        service.Assess(Small.Person(""" "f.eggs": 50 """)).Levers[0].IsFree.Should().BeTrue("nothing ties the two");
    }

    [Theory]
    [InlineData("x.number", """ { "curve": [[0, 0], [1, 1], [2, 2]] } """, "up")]
    [InlineData("x.number", """ { "curve": [[0, 2], [1, 1], [2, 0]] } """, "down")]
    [InlineData("x.number", """ { "curve": [[0, 0], [1, 1], [2, 0]] } """, "up down")]
    [InlineData("x.number", """ { "curve": [[0, 1], [1, 1], [2, 1]] } """, "")]
    [InlineData("x.number", "-2", "down")]
    [InlineData("x.yes", """ { "levels": { "true": 2 } } """, "up down")]
    [InlineData("x.yes", """ { "levels": { "false": 2 } } """, "up down")]
    [InlineData("x.yes", """ { "levels": { "true": 2, "false": 2 } } """, "")]
    [InlineData("x.choice", """ { "levels": { "a": 1, "b": 2, "c": 2 } } """, "up down")]
    [InlineData("x.choice", """ { "levels": { "a": 1, "b": 1, "c": 1 } } """, "")]
    [InlineData("x.choice", "1", "up down")]
    public void A_term_turns_a_movement_as_its_numbers_rise_and_fall(string need, string term, string directions)
    {
        string change = need == "x.number" ? """ "factor": "x.number", "atLeast": 2 """ : $$""" "factor": "{{need}}", "set": {{(need == "x.yes" ? "true" : "\"c\"")}} """;
        string derivation = $$"""{ "id": "d", "factor": "x.target", "items": ["{{need}}"], "cases": [ { "linear": { "terms": { "{{need}}": {{term}} } } } ] }""";
        foreach (string direction in (string[])["up", "down"])
            Blocked(Service("x.target", direction, change, Needs, derivation)).Should().Be(directions.Contains(direction, StringComparison.Ordinal), direction);
    }

    [Fact]
    public void Cases_that_turn_alike_and_changes_that_add_up_move_their_target_that_way()
    {
        const string Cases = """
            { "id": "d", "factor": "x.target", "items": ["x.number"], "cases": [
              { "when": { "factor": "f.yes", "equals": true }, "linear": { "terms": { "x.number": 1 } } }, { "linear": { "terms": { "x.number": 2 } } } ] }
            """;
        Blocked(Service("x.target", "up", """ "factor": "x.number", "atLeast": 2 """, Needs, Cases)).Should().BeTrue();
        Blocked(Service("x.target", "down", """ "factor": "x.number", "atLeast": 2 """, Needs, Cases)).Should().BeFalse();
        Reaches("f.fiber", "up", """ "factor": "f.beans", "atLeast": 5 }, { "factor": "f.bread", "atMost": 2 """).Should().BeTrue("more beans and less bread both raise it");
        Reaches("f.fiber", "down", """ "factor": "f.beans", "atLeast": 5 }, { "factor": "f.bread", "atMost": 2 """).Should().BeFalse();
    }

    [Fact]
    public void A_change_on_a_target_counts_on_nothing_that_cannot_be_changed()
    {
        const string Fixed = """{ "id": "d", "factor": "x.target", "items": ["x.fixed", "x.number"], "cases": [ { "linear": { "terms": { "x.fixed": 1, "x.number": 1 } } } ] }""";
        Blocked(Service("x.number", "up", """ "factor": "x.target", "atLeast": 2 """, Needs, Fixed)).Should().BeTrue();
        Blocked(Service("x.fixed", "up", """ "factor": "x.target", "atLeast": 2 """, Needs, Fixed)).Should().BeFalse();
    }

    [Theory]
    [InlineData("up", false)]
    [InlineData("down", true)]
    [InlineData("any", true)]
    public void A_lever_is_held_by_what_speaks_against_moving_that_way(string direction, bool held) => Small.Assess(
        $$"""
        {{Small.Milk}}, "safety": [ { "id": "no", "kind": "contraindication", "when": { "all": [] }, "message": "m", "movements": [ { "factor": "f.milk", "direction": "{{direction}}" } ] } ]
        """,
        "\"f.milk\": 60").Levers.Single().Held.Should().Equal(held ? ["no"] : []);

    private const string Needs = """
        , { "id": "x.number", "name": "N", "kind": "number", "min": 0, "max": 9, "modifiable": true }, { "id": "x.yes", "name": "Y", "kind": "boolean", "modifiable": true },
        { "id": "x.choice", "name": "C", "kind": "choice", "choices": ["a", "b", "c"], "scores": { "a": 0, "b": 1, "c": 2 }, "modifiable": true },
        { "id": "x.fixed", "name": "F", "kind": "number" }, { "id": "x.target", "name": "T", "kind": "number", "modifiable": true }
        """;

    private static bool Reaches(string factor, string direction, string change) => Blocked(Service(factor, direction, change, "", null));

    private static bool Blocked(ScoringService service) =>
        service.Assess(Small.Person("")).Recommendation("i")!.Status == RecommendationStatus.Blocked;

    private static ScoringService Service(string factor, string direction, string change, string factors, string? derivation)
    {
        var service = Small.Service($$"""
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { {{change}} } ] } ],
            "safety": [ { "id": "no", "kind": "contraindication", "when": { "all": [] }, "message": "m", "movements": [ { "factor": "{{factor}}", "direction": "{{direction}}" } ] } ]
            """, factors);
        return derivation is null ? service : With(service, derivation);
    }

    /// <summary>The same rules with one more derivation.</summary>
    private static ScoringService With(ScoringService service, string derivation)
    {
        var overlay = RuleSetJson.Read(
            $$"""{ "id": "over", "version": "1.0.0", "title": "o", "extends": [ { "id": "small", "version": ">=1.0.0 <2.0.0" } ], "derivations": [ {{derivation}} ] }""");
        return new ScoringService(RuleSetComposer.Compose(RuleSetDocument.From(service.RuleSet.Data), overlay).GetValueOrThrow());
    }
}
