using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Section 7 of the scoring model, as composing reads it: what else a change moves, and which way.</summary>
public class MovementGraphTests
{
    // Fiber is worked out from beans, upward, and from bread, downward; gas from fiber, downward.
    [Theory]
    [InlineData("f.beans", "up", "f.beans up", "f.fiber up", "f.gas down")]
    [InlineData("f.bread", "up", "f.bread up", "f.fiber down", "f.gas up")]
    [InlineData("f.fiber", "down", "f.beans down", "f.bread up", "f.fiber down", "f.gas up")]
    [InlineData("f.gas", "down", "f.beans up", "f.bread down", "f.fiber up", "f.gas down")]
    [InlineData("f.beans", "both", "f.beans both", "f.fiber both", "f.gas both")]
    [InlineData("f.milk", "down", "f.milk down")]
    [InlineData("f.soap", "both", "f.soap both")]
    public void A_change_moves_what_is_worked_out_from_it_and_what_it_is_worked_out_from(string factor, string way, params string[] moved)
    {
        var to = way != "both" ? (FactorValue?)null : factor == "f.soap" ? FactorValue.Choice("none") : 5;
        Moved(Small.Service(Small.Milk).RuleSet.Data, factor, way, to).Should().Equal(moved);
    }

    // A choice has no direction; of a z-score the value turns one way, what it is compared at either way.
    [Theory]
    [InlineData("k.sum", "down", "k.kind both", "k.sum down", "k.yes both")]
    [InlineData("k.kind", "both", "k.kind both", "k.sum both")]
    [InlineData("k.mass", "up", "k.mass up", "k.z up")]
    [InlineData("k.age", "up", "k.age up", "k.z both")]
    [InlineData("k.z", "down", "k.age both", "k.mass down", "k.z down")]
    public void A_choice_and_a_place_in_a_table_have_no_direction(string factor, string way, params string[] moved)
    {
        var set = LintCases.Compose("""
            {
              "id": "kinds", "version": "1.0.0", "title": "kinds", "conditions": [ { "id": "acne", "name": "Acne" } ],
              "factors": [
                { "id": "k.kind", "name": "Kind", "kind": "choice", "choices": ["a", "b"], "scores": { "a": 0, "b": 1 }, "modifiable": true, "reference": { "value": "a" } },
                { "id": "k.yes", "name": "Yes", "kind": "boolean", "modifiable": true, "reference": { "value": false } },
                { "id": "k.sum", "name": "Sum", "kind": "number" },
                { "id": "k.mass", "name": "Mass", "kind": "number", "min": 1, "max": 300, "modifiable": true, "reference": { "low": 50 } },
                { "id": "k.age", "name": "Age", "kind": "number", "min": 0, "max": 120, "modifiable": true, "reference": { "low": 50 } },
                { "id": "k.z", "name": "Z", "kind": "number" } ],
              "derivations": [
                { "id": "sum", "factor": "k.sum", "items": ["k.kind", "k.yes"], "cases": [ { "linear": { "terms": { "k.kind": 1, "k.yes": { "levels": { "true": 2 } } } } } ] },
                { "id": "z", "factor": "k.z", "items": ["k.mass", "k.age"], "cases": [ { "lms": { "value": "k.mass", "at": { "terms": { "k.age": 1 } }, "knots": [[0, 1, 3, 0.1], [20, 1, 70, 0.1]] } } ] } ],
              "rules": [ { "id": "acne.kind", "condition": "acne", "title": "t", "factor": "k.kind", "levels": { "b": 1 }, "effect": { "logOdds": 0.2 }, "certainty": "low" } ]
            }
            """).GetValueOrThrow().Data;
        Moved(set, factor, way, way == "both" ? FactorValue.Choice("a") : null).Should().Equal(moved);
    }

    // A yes or no is moved where its two answers are told apart; what nobody can change is not moved at all.
    [Theory]
    [InlineData("2", "0", "k.sum up", "k.yes both")]
    [InlineData("0", "2", "k.sum up", "k.yes both")]
    [InlineData("2", "2", "k.sum up")]
    public void A_yes_or_no_is_moved_where_its_levels_differ(string ifNo, string ifYes, params string[] moved)
    {
        var set = LintCases.Compose($$"""
            {
              "id": "yes", "version": "1.0.0", "title": "yes", "conditions": [ { "id": "acne", "name": "Acne" } ],
              "factors": [
                { "id": "k.yes", "name": "Yes", "kind": "boolean", "modifiable": true, "reference": { "value": false } },
                { "id": "k.born", "name": "Born", "kind": "number" },
                { "id": "k.sum", "name": "Sum", "kind": "number", "modifiable": true, "reference": { "low": 1 } } ],
              "derivations": [
                { "id": "sum", "factor": "k.sum", "items": ["k.yes", "k.born"], "cases": [ { "linear": { "terms": { "k.yes": { "levels": { "false": {{ifNo}}, "true": {{ifYes}} } }, "k.born": 1 } } } ] } ]
            }
            """).GetValueOrThrow().Data;
        Moved(set, "k.sum", "up", null).Should().Equal(moved);
    }

    // A curve that is level for a while goes one way all the same; one that turns goes both; what does not change it moves nothing.
    [Theory]
    [InlineData("\"curve\": [[0, 0], [1, 0], [2, 1]]", "k.item up", "k.sum up")]
    [InlineData("\"curve\": [[0, 1], [1, 1], [2, 0]]", "k.item up", "k.sum down")]
    [InlineData("\"curve\": [[0, 0], [1, 1], [2, 0]]", "k.item up", "k.sum both")]
    [InlineData("\"curve\": [[0, 1], [2, 1]]", "k.item up")]
    public void A_curve_goes_the_way_that_it_goes_anywhere(string term, params string[] moved)
    {
        var set = LintCases.Compose($$"""
            {
              "id": "curve", "version": "1.0.0", "title": "curve", "conditions": [ { "id": "acne", "name": "Acne" } ],
              "factors": [ { "id": "k.item", "name": "Item", "kind": "number" }, { "id": "k.sum", "name": "Sum", "kind": "number" } ],
              "derivations": [ { "id": "sum", "factor": "k.sum", "items": ["k.item"], "cases": [ { "linear": { "terms": { "k.item": { {{term}} } } } } ] } ]
            }
            """).GetValueOrThrow().Data;
        Moved(set, "k.item", "up", null).Should().Equal(moved);
    }

    [Theory]
    [InlineData("None", false, false, false)]
    [InlineData("Up", true, false, true)]
    [InlineData("Down", false, true, true)]
    [InlineData("Both", true, true, true)]
    public void A_movement_meets_a_direction_that_it_has(string way, bool up, bool down, bool any)
    {
        var ways = Enum.Parse<Ways>(way);
        MovementGraph.Meets(ways, MovementDirection.Up).Should().Be(up);
        MovementGraph.Meets(ways, MovementDirection.Down).Should().Be(down);
        MovementGraph.Meets(ways, MovementDirection.Any).Should().Be(any);
    }

    private static IEnumerable<string> Moved(RuleSet set, string factor, string way, FactorValue? to)
    {
        var change = new FactorChange { Factor = factor, AtLeast = way == "up" ? 5 : null, AtMost = way == "down" ? 5 : null, Set = to };
        return new MovementGraph(set.Factors, set.Derivations).MovedBy(new Intervention { Id = "i", Category = "diet", Name = "I", Changes = [change] })
            .Select(m => $"{m.Key} {m.Value.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal);
    }
}
