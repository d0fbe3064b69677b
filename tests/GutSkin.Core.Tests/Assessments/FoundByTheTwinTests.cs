using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>The smallest cases in which the library and the naive twin once differed, and the page said that the library was wrong.</summary>
public class FoundByTheTwinTests
{
    private const string Contraindication =
        ", \"safety\": [ { \"id\": \"s\", \"kind\": \"contraindication\", \"when\": { \"factor\": \"f.lab\", \"equals\": true }, \"interventions\": [\"i\"], \"message\": \"m\" } ]";

    private const string Flag =
        "\"safety\": [ { \"id\": \"s\", \"kind\": \"red-flag\", \"urgency\": \"urgent\", \"when\": { \"factor\": \"f.lab\", \"equals\": true }, \"message\": \"m\" } ]";

    private const string GivesGas =
        "\"rules\": [ { \"id\": \"r\", \"condition\": \"acne\", \"title\": \"t\", \"factor\": \"f.gas\", \"curve\": [[0, 0], [1, 1]], \"effect\": { \"logOdds\": 0.8 }, \"certainty\": \"high\" } ]";

    [Fact]
    public void A_declined_measurement_that_decides_is_listed_as_declined()
    {
        var advised = Small.One(", \"indications\": [ { \"direction\": \"for\", \"strength\": \"strong\", \"text\": \"x\" } ]", "\"f.lab\": { \"declined\": true }", more: Contraindication);
        advised.Status.Should().Be(RecommendationStatus.NeedsCheck);
        advised.Ask.Should().BeEmpty();
        advised.Declined.Should().Equal("f.lab");
        var open = Small.Assess(Flag, "\"f.lab\": { \"declined\": true }");
        open.Triage.Unresolved.Single().Declined.Should().Equal("f.lab");
        open.Triage.Complete.Should().BeTrue("nobody can ask for a measurement");
    }

    [Fact]
    public void A_measured_target_whose_item_was_declined_is_asked_for_as_a_test_and_the_item_listed()
    {
        var advised = Small.One(
            ", \"changes\": [ { \"factor\": \"f.fiber\", \"atLeast\": 30 } ], \"indications\": [ { \"direction\": \"for\", \"strength\": \"strong\", \"text\": \"x\" } ]",
            "\"f.beans\": { \"declined\": true }");
        advised.Room.Should().Be(Room.Unknown);
        advised.Ask.Should().Equal("f.fiber");
        advised.Declined.Should().Equal("f.beans");
    }

    [Fact]
    public void A_test_is_worth_nothing_for_a_target_that_was_declined()
    {
        Small.Assess(GivesGas, "\"f.beans\": { \"declined\": true }").Tests.Select(t => t.Factor).Should().Equal("f.fiber", "f.gas");
        Small.Assess(GivesGas, "\"f.beans\": { \"declined\": true }, \"f.gas\": { \"declined\": true }").Tests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(25, true)] // 2.5 cups: inside the reference and as few as the change wants
    [InlineData(26, false)]
    public void A_whole_number_worked_out_between_two_is_judged_by_what_is_written(double asked, bool isMet)
    {
        const string document = """
            {
              "id": "t.cups", "version": "1.0.0", "title": "Cups",
              "conditions": [ { "id": "acne", "name": "Acne" } ],
              "factors": [ { "id": "f.asked", "name": "Asked", "kind": "number" },
                           { "id": "f.cups", "name": "Cups", "kind": "integer", "modifiable": true, "reference": { "high": 2.5 } } ],
              "derivations": [ { "id": "c", "factor": "f.cups", "items": ["f.asked"], "cases": [ { "linear": { "terms": { "f.asked": 0.1 } } } ] } ],
              "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ],
              "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.cups", "atMost": 2.5 } ] } ]
            }
            """;
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(document)).GetValueOrThrow());
        var assessment = service.Assess(PersonProfile.Create().With("f.asked", asked).Build());
        assessment.Recommendations.Single().Room.Should().Be(isMet ? Room.Met : Room.Open);
        assessment.Levers.Select(l => l.To.ToString()).Should().Equal(isMet ? [] : ["2"]);
    }

    /// <summary>Case 20,015,657: 14 − 10.8 is less than 3.2 in the last bit, and 14 − 3.2 is 10.8.</summary>
    [Fact]
    public void An_estimate_on_the_edge_of_its_error_is_judged_by_its_distance_whether_it_meets_or_moves()
    {
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read("""
            { "id": "t", "version": "1.0.0", "title": "T",
              "factors": [ { "id": "f", "name": "F", "kind": "integer" }, { "id": "total", "name": "T", "kind": "integer", "modifiable": true, "reference": { "high": 7.6 } } ],
              "derivations": [ { "id": "d", "factor": "total", "standing": "estimate", "items": [], "cases": [ { "product": { "powers": { "f": 1 }, "times": 3.6 } } ], "error": { "sd": 3.2 } } ],
              "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "total", "atMost": 14 } ] },
                                 { "id": "j", "category": "diet", "name": "J", "changes": [ { "factor": "total", "atLeast": 7.6 } ] } ] }
            """)).GetValueOrThrow());

        var said = service.Assess(PersonProfile.Create().With("f", FactorValue.Number(3)).Build());

        said.Recommendations.Single(r => r.Intervention == "i").Room.Should().Be(Room.Open);
        said.Recommendations.Single(r => r.Intervention == "i").Changes.Should().BeEmpty("it lies within its error of the change");
        said.Recommendations.Single(r => r.Intervention == "j").Room.Should().Be(Room.Met, "10.8 − 7.6 is 3.2 and more");
    }

    /// <summary>A choice whose choices all score the same, read by a derivation: its movement is one on the target all the same.</summary>
    [Theory]
    [InlineData(20_030_801)]
    public void A_case_of_a_long_run_no_longer_differs(int seed)
    {
        var ruleSet = Naive.RuleSetGenerator.Generate(seed);
        TwinTests.Differences(ruleSet, Naive.ProfileGenerator.Generate(ruleSet, seed)).Should().BeEmpty();
    }

    /// <summary>Found by a million damaged rule sets: a burden of 5e-324 made a share infinite, and an assessment that cannot be written.</summary>
    [Fact]
    public void A_share_of_hardly_any_sum_is_none()
    {
        var assessment = Small.Assess(
            "\"rules\": [ { \"id\": \"r\", \"condition\": \"acne\", \"title\": \"t\", \"factor\": \"f.gas\", \"curve\": [[0, 5e-324], [1, 5e-324]], \"effect\": { \"logOdds\": 0.8 }, \"certainty\": \"high\" }, "
            + "{ \"id\": \"p\", \"condition\": \"acne\", \"title\": \"t\", \"effect\": { \"logOdds\": -0.8 }, \"certainty\": \"high\" } ]",
            "\"f.gas\": 1");
        assessment.Conditions.Single(c => c.Id == "acne").Contributions.Single(c => c.Rule == "p").Share.Should().Be(0);
        assessment.ToJson().Should().Contain("\"share\": 0");
    }
}
