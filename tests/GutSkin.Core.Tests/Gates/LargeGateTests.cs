using GutSkin.Core.Tests.RuleSets.Composing;
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

    [Fact]
    public void Comparisons_written_together_all_hold()
    {
        (string Json, Func<int, bool> Holds)[] comparisons =
        [
            ("\"atLeast\": 2", x => x >= 2), ("\"above\": 2", x => x > 2), ("\"atMost\": 4", x => x <= 4), ("\"below\": 4", x => x < 4),
            ("\"between\": [1, 3]", x => x is >= 1 and <= 3), ("\"equals\": 3", x => x == 3), ("\"equals\": 5", x => x == 5), ("\"in\": [0, 3, 5]", x => x is 0 or 3 or 5),
        ];
        int tried = 0;
        foreach (var one in comparisons)
        {
            foreach (var other in comparisons.Where(c => c.Json[..5] != one.Json[..5]))
            {
                var composed = LintCases.Compose($$"""
                    { "id": "two", "version": "1.0.0", "title": "Two", "conditions": [ { "id": "c", "name": "C" } ], "factors": [ { "id": "x", "name": "X", "kind": "integer", "min": 0, "max": 6 } ],
                      "rules": [ { "id": "r", "condition": "c", "title": "t", "when": { "factor": "x", {{one.Json}}, {{other.Json}} }, "effect": { "logOdds": 1 }, "certainty": "high" } ] }
                    """);
                if (!composed.Success)
                    continue;
                tried++;
                var service = new ScoringService(composed.GetValueOrThrow());
                for (int x = 0; x <= 6; x++)
                    (service.Assess(PersonProfile.Create().With("x", x).Build()).Conditions.Single().Score > 50).Should().Be(one.Holds(x) && other.Holds(x), "{0}, {1} of {2}", one.Json, other.Json, x);
            }
        }

        tried.Should().BeGreaterThan(20);
    }
}
