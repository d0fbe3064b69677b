using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>Gates of many operands, which are looked up and not compared one by one.</summary>
public class LargeGateTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(90)]
    public void Each_has_its_own_operands_also_where_others_have_them_too(int count)
    {
        string[] ids = [.. Enumerable.Range(0, count + 2).Select(i => FormattableString.Invariant($"f.n{i}"))];
        string Any(IEnumerable<string> of) => "{ \"any\": [" + string.Join(", ", of.Select(id => $$"""{ "factor": "{{id}}", "equals": true }""")) + "] }";
        string Rule(string id, string gate) =>
            $$"""{ "id": "{{id}}", "condition": "c.{{id}}", "title": "t", "when": {{gate}}, "factor": "f.on", "levels": { "true": 1 }, "effect": { "logOdds": 0.5 }, "certainty": "high" }""";
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read($$"""
            {
              "id": "large", "version": "1.0.0", "title": "large",
              "conditions": [ { "id": "c.first", "name": "1" }, { "id": "c.second", "name": "2" }, { "id": "c.twice", "name": "3" } ],
              "factors": [ { "id": "f.on", "name": "On", "kind": "boolean" }, {{string.Join(", ", ids.Select(id => $$"""{ "id": "{{id}}", "name": "{{id}}", "kind": "boolean" }"""))}} ],
              "rules": [ {{Rule("first", Any(ids[..count]))}}, {{Rule("second", Any(ids[1..]))}}, {{Rule("twice", Any([.. ids[1..], .. ids[1..]]))}} ]
            }
            """)).GetValueOrThrow());

        for (int yes = 0; yes < ids.Length; yes++)
        {
            var person = PersonProfile.Create().With("f.on", true);
            for (int i = 0; i < ids.Length; i++)
                person.With(ids[i], i == yes);
            var assessment = service.Assess(person.Build());
            (assessment.Condition("c.first")!.Score > 0).Should().Be(yes < count, "answer {0}", yes);
            (assessment.Condition("c.second")!.Score > 0).Should().Be(yes > 0, "answer {0}", yes);
            (assessment.Condition("c.twice")!.Score > 0).Should().Be(yes > 0, "answer {0}", yes);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2.5, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void One_of_some_numbers_is_held_to_a_range_too(double answer, bool holds)
    {
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read("""
            {
              "id": "some", "version": "1.0.0", "title": "some", "conditions": [ { "id": "c", "name": "C" } ], "factors": [ { "id": "f.on", "name": "On", "kind": "boolean" }, { "id": "f.x", "name": "X", "kind": "number" } ],
              "rules": [ { "id": "r", "condition": "c", "title": "t", "when": { "factor": "f.x", "in": [1, 2, 3, 4], "atLeast": 2, "atMost": 3 }, "factor": "f.on", "levels": { "true": 1 }, "effect": { "logOdds": 0.5 }, "certainty": "high" } ]
            }
            """)).GetValueOrThrow());
        (service.Assess(PersonProfile.Create().With("f.on", true).With("f.x", answer).Build()).Condition("c")!.Score > 0).Should().Be(holds);
    }
}
