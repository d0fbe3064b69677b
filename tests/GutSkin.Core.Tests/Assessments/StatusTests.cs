namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 6 of the scoring model: tiers and statuses.</summary>
public class StatusTests
{
    private const string Less = """, "changes": [ { "factor": "f.milk", "atMost": 10 } ]""";
    private const string Much = "\"f.milk\": 60";

    [Theory]
    [InlineData("strong", 1)]
    [InlineData("conditional", 2)]
    public void An_active_recommendation_for_it_gives_the_tier_without_any_benefit(string strength, int tier)
    {
        var recommendation = Small.One(Indications(For(strength)), "");

        recommendation.Tier.Should().Be(tier);
        recommendation.Status.Should().Be(RecommendationStatus.Recommended);
        recommendation.Indications.Should().ContainSingle().Which.Text.Should().Be("t");
    }

    [Theory]
    [InlineData("\"has.acne\": true", "\"acne\"", 1)]
    [InlineData("", "\"acne\"", 1)]
    [InlineData("\"has.acne\": false", "\"acne\"", 3)]
    [InlineData("\"has.acne\": true", "\"eczema\"", 3)]
    public void A_recommendation_for_a_condition_concerns_those_who_ask_about_it_and_may_have_it(string known, string concerns, int tier) =>
        Small.One(Indications(For("strong", "\"condition\": \"acne\",")), known, concerns).Tier.Should().Be(tier);

    [Theory]
    [InlineData("\"f.yes\": true", RecommendationStatus.Recommended)]
    [InlineData("\"f.yes\": false", RecommendationStatus.NoExpectedBenefit)]
    [InlineData("", RecommendationStatus.NotAssessed)]
    public void Where_the_gate_of_what_speaks_for_it_is_unknown_it_is_not_assessed(string known, RecommendationStatus status) =>
        Small.One(Indications(For("strong", When)), known).Status.Should().Be(status);

    [Theory]
    [InlineData("strong", "strong", RecommendationStatus.AdvisedAgainst)]
    [InlineData("conditional", "strong", RecommendationStatus.AdvisedAgainst)]
    [InlineData("strong", "conditional", RecommendationStatus.Caution)]
    [InlineData(null, "conditional", RecommendationStatus.AdvisedAgainst)]
    public void A_recommendation_against_it_counts_where_it_is_at_least_as_strong(string? @for, string against, RecommendationStatus status)
    {
        string indications = Indications(@for is null ? [Against(against)] : [For(@for), Against(against)]);

        var recommendation = Small.One(Less + indications, Much);

        recommendation.Status.Should().Be(status);
        recommendation.Notices.Should().Equal("advised-against");
    }

    [Theory]
    [InlineData("strong", "strong", RecommendationStatus.NeedsCheck)]
    [InlineData("strong", "conditional", RecommendationStatus.Recommended)]
    [InlineData(null, "conditional", RecommendationStatus.NeedsCheck)]
    public void It_waits_for_an_unknown_recommendation_against_it_that_would_count(string? @for, string against, RecommendationStatus status)
    {
        string indications = Indications(@for is null ? [Against(against, When)] : [For(@for), Against(against, When)]);

        var recommendation = Small.One(Less + indications, Much);

        recommendation.Status.Should().Be(status);
        recommendation.Ask.Should().Equal(status == RecommendationStatus.NeedsCheck ? ["f.yes"] : []);
    }

    [Fact]
    public void Evidence_said_to_be_insufficient_is_a_notice_and_changes_nothing()
    {
        var recommendation = Small.One(Less + Indications("""{ "direction": "none", "strength": "strong", "text": "t" }"""), Much);

        recommendation.Status.Should().Be(RecommendationStatus.Recommended);
        recommendation.Tier.Should().Be(3);
        recommendation.Notices.Should().Equal("insufficient-evidence");
    }

    [Theory]
    [InlineData("\"f.yes\": true", RecommendationStatus.Blocked, "", "")]
    [InlineData("\"f.yes\": false", RecommendationStatus.Recommended, "", "")]
    [InlineData("", RecommendationStatus.NeedsCheck, "f.yes", "")]
    [InlineData("\"f.yes\": { \"declined\": true }", RecommendationStatus.NeedsCheck, "", "f.yes")]
    public void A_contraindication_blocks_where_it_is_true_and_waits_where_it_is_unknown(string known, RecommendationStatus status, string ask, string declined)
    {
        var recommendation = Small.One(Less, known.Length == 0 ? Much : $"{Much}, {known}", more: """
            , "safety": [ { "id": "no", "kind": "contraindication", "when": { "factor": "f.yes", "equals": true }, "message": "m", "interventions": ["i"] } ]
            """);

        recommendation.Status.Should().Be(status);
        recommendation.Ask.Should().Equal(Listed(ask));
        recommendation.Declined.Should().Equal(Listed(declined));
    }

    [Fact]
    public void An_unknown_caution_asks_and_changes_no_status()
    {
        var recommendation = Small.One(Less, Much, more: """
            , "safety": [ { "id": "mind", "kind": "caution", "when": { "factor": "f.yes", "equals": true }, "message": "m", "interventions": ["i"] } ]
            """);

        recommendation.Status.Should().Be(RecommendationStatus.Recommended);
        recommendation.Ask.Should().Equal("f.yes");
        recommendation.Safety.Should().ContainSingle().Which.State.Should().Be(SafetyState.Unknown);
    }

    [Fact]
    public void It_waits_for_its_room_where_something_speaks_for_it_and_asks_what_is_missing()
    {
        var recommendation = Small.One(Less + Indications(For("conditional")), "");

        recommendation.Room.Should().Be(Room.Unknown);
        recommendation.Status.Should().Be(RecommendationStatus.NeedsCheck);
        recommendation.Ask.Should().Equal("f.milk");
        Small.One(Less, "").Status.Should().Be(RecommendationStatus.NotAssessed, "nothing speaks for it");
        Small.One(Less + Indications(For("conditional")), "\"f.milk\": { \"declined\": true }").Declined.Should().Equal("f.milk");
    }

    [Fact]
    public void An_urgent_flag_defers_all_but_referrals_and_one_that_is_open_makes_all_wait()
    {
        const string Flag = """
            , "safety": [ { "id": "flag", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "f.yes", "equals": true }, "message": "m", "refer": ["er"] } ]
            """;
        string sections = $$"""
            {{Small.Milk}}, "interventions": [
              { "id": "er", "category": "referral", "name": "E", "when": { "any": [] } },
              { "id": "gp", "category": "referral", "name": "G", "when": { "factor": "f.nut", "equals": true } },
              { "id": "i", "category": "diet", "name": "I"{{Less}} } ]{{Flag}}
            """;

        var up = Small.Assess(sections, $"{Much}, \"f.yes\": true");
        up.Recommendations.Select(r => (r.Intervention, r.Status)).Should().Equal(
            ("er", RecommendationStatus.Recommended), ("gp", RecommendationStatus.NeedsCheck), ("i", RecommendationStatus.Deferred));
        up.Recommendations[1].Ask.Should().Equal("f.nut");
        up.Recommendations[2].Ask.Should().BeEmpty();

        var open = Small.Assess(sections, Much);
        open.Recommendation("er").Should().BeNull("only the flag calls for it");
        open.Recommendation("i")!.Status.Should().Be(RecommendationStatus.NeedsCheck);
        open.Recommendation("i")!.Ask.Should().Equal("f.yes");
        open.Recommendation("gp")!.Ask.Should().Equal(["f.nut"], "a referral waits for nothing but its own gate");
        open.Notices.Should().BeEmpty();

        var declined = Small.Assess(sections, $"{Much}, \"f.yes\": {{ \"declined\": true }}");
        declined.Recommendation("i")!.Status.Should().Be(RecommendationStatus.NeedsCheck);
        declined.Recommendation("i")!.Declined.Should().Equal("f.yes");
        declined.Notices.Should().ContainSingle(n => n.Code == "declined-safety").Which.Rule.Should().Be("flag");
    }

    [Fact]
    public void Products_stand_under_what_is_suggested_and_without_those_that_speak_against_themselves()
    {
        const string Products = """
            , "products": [ { "id": "p.plain", "intervention": "i" }, { "id": "p.nuts", "intervention": "i", "allergens": ["f.nut"] } ]
            """;

        Small.One(Less, Much, more: Products).Products.Select(p => (p.Id, string.Join(",", p.Check))).Should().Equal(("p.nuts", "f.nut"), ("p.plain", ""));
        Small.One(Less, $"{Much}, \"f.nut\": true", more: Products).Products.Select(p => p.Id).Should().Equal("p.plain");
        Small.One(Less, $"{Much}, \"f.nut\": false", more: Products).Products.Should().OnlyContain(p => p.Check.IsEmpty);
        Small.One(Less, "\"f.milk\": 5", more: Products).Products.Should().BeEmpty();
    }

    [Fact]
    public void What_two_conditions_speak_for_stands_before_what_is_for_health_in_general() => Small.Assess(
        $$"""
        {{Small.Milk}}, "interventions": [
          { "id": "a", "category": "diet", "name": "A"{{Indications(For("strong"))}} },
          { "id": "z", "category": "diet", "name": "Z"{{Indications(For("strong", "\"condition\": \"acne\","), For("strong", "\"condition\": \"eczema\","))}} } ]
        """,
        "", "\"acne\", \"eczema\"").Recommendations.Select(r => r.Intervention).Should().Equal("z", "a");

    [Fact]
    public void Of_what_it_could_change_it_asks_only_what_is_meant_for_the_person() => Small.One(
        """, "changes": [ { "factor": "f.milk", "atMost": 10 }, { "factor": "f.cups", "when": { "factor": "f.age", "below": 6 }, "atMost": 2 } ]"""
        + Indications(For("conditional")),
        "\"f.age\": 30").Ask.Should().Equal("f.milk");

    [Theory]
    [InlineData("\"f.yes\": true, \"f.nut\": true", RecommendationStatus.Caution)]
    [InlineData("\"f.yes\": true, \"f.nut\": false", RecommendationStatus.Recommended)]
    public void A_referral_that_something_true_warns_of_is_made_with_a_caution(string known, RecommendationStatus status) => Small.Assess(
        """
        "interventions": [ { "id": "i", "category": "referral", "name": "I", "when": { "factor": "f.yes", "equals": true } } ],
        "safety": [ { "id": "mind", "kind": "caution", "when": { "factor": "f.nut", "equals": true }, "message": "m", "interventions": ["i"] } ]
        """,
        known).Recommendation("i")!.Status.Should().Be(status);

    [Fact]
    public void A_referral_is_as_urgent_as_the_gravest_of_the_flags_that_call_for_it()
    {
        string Flag(string id, string urgency, string refer) => $$"""{ "id": "{{id}}", "kind": "red-flag", "urgency": "{{urgency}}", "when": { "factor": "f.yes", "equals": true }, "message": "m", "refer": [{{refer}}] }""";
        Small.Assess(
            $$"""
            "interventions": [ { "id": "a.doctor", "category": "referral", "name": "A" }, { "id": "b.doctor", "category": "referral", "name": "B" } ],
            "safety": [ {{Flag("now", "urgent", "\"b.doctor\"")}}, {{Flag("soon", "soon", "\"a.doctor\", \"b.doctor\"")}} ]
            """,
            "\"f.yes\": true").Recommendations.Select(r => r.Intervention).Should().Equal("b.doctor", "a.doctor");
    }

    [Fact]
    public void It_waits_for_two_open_recommendations_against_it_as_for_one() =>
        Small.One(Less + Indications(Against("strong", When), Against("conditional", When)), Much).Status.Should().Be(RecommendationStatus.NeedsCheck);

    private const string When = """ "when": { "factor": "f.yes", "equals": true }, """;

    private static string[] Listed(string id) => id.Length == 0 ? [] : [id];

    private static string Indications(params string[] indications) => $$""", "indications": [ {{string.Join(", ", indications)}} ]""";

    private static string For(string strength, string more = "") => $$"""{ {{more}} "direction": "for", "strength": "{{strength}}", "text": "t" }""";

    private static string Against(string strength, string more = "") => $$"""{ {{more}} "direction": "against", "strength": "{{strength}}", "text": "t" }""";
}
