namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 6 of the scoring model: what an intervention moves, and whether there is room.</summary>
public class ChangeTests
{
    [Theory]
    [InlineData(""" "factor": "f.milk", "atMost": 10 """, "\"f.milk\": 60", 10.0)]
    [InlineData(""" "factor": "f.milk", "atMost": 10, "limit": 20 """, "\"f.milk\": 60", 40.0)]
    [InlineData(""" "factor": "f.milk", "atMost": 10, "limit": 80 """, "\"f.milk\": 60", 10.0)]
    [InlineData(""" "factor": "f.milk", "atMost": 10, "limitPercent": 25 """, "\"f.milk\": 60", 45.0)]
    [InlineData(""" "factor": "f.milk", "atLeast": 50, "limitPercent": 25 """, "\"f.milk\": 20", 25.0)]
    [InlineData(""" "factor": "f.milk", "set": 50, "limit": 1 """, "\"f.milk\": 20", 21.0)]
    [InlineData(""" "factor": "f.milk", "set": 50, "limit": 1 """, "\"f.milk\": 90", 89.0)]
    [InlineData(""" "factor": "f.cups", "atMost": 4.5 """, "\"f.cups\": 9", 4.0)]
    [InlineData(""" "factor": "f.cups", "atLeast": 4.5 """, "\"f.cups\": 2", 5.0)]
    [InlineData(""" "factor": "f.cups", "atMost": 2, "limitPercent": 25 """, "\"f.cups\": 10", 8.0)]
    [InlineData(""" "factor": "f.cups", "atLeast": 20, "limit": 2.7 """, "\"f.cups\": 10", 12.0)]
    [InlineData(""" "factor": "f.cups", "atMost": 2, "limit": 0.5 """, "\"f.cups\": 10", null)]
    public void A_value_moves_to_the_aim_but_no_farther_than_the_limit(string change, string known, double? moved)
    {
        var recommendation = Small.One($$""", "changes": [ { {{change}} } ]""", known);

        recommendation.Room.Should().Be(Room.Open);
        recommendation.Changes.Select(c => (double?)c.To.AsNumber).Should().Equal(moved is null ? [] : [moved]);
    }

    [Theory]
    [InlineData("\"f.milk\": 10, \"f.soap\": \"mild\"", Room.Met)]
    [InlineData("\"f.milk\": 10", Room.Unknown)]
    [InlineData("\"f.milk\": 11", Room.Open)]
    [InlineData("\"f.soap\": \"harsh\"", Room.Open)]
    [InlineData("\"f.milk\": 10, \"f.soap\": \"harsh\"", Room.Open)]
    [InlineData("", Room.Unknown)]
    public void Room_is_met_where_all_is_known_and_met_and_open_where_something_known_is_not(string known, Room room) =>
        Small.One(""", "changes": [ { "factor": "f.milk", "atMost": 10 }, { "factor": "f.soap", "set": "mild" } ]""", known).Room.Should().Be(room);

    [Theory]
    [InlineData("atMost", 8.0, Room.Met, null)]
    [InlineData("atMost", 9.0, Room.Open, null)]
    [InlineData("atMost", 12.0, Room.Open, null)]
    [InlineData("atMost", 12.5, Room.Open, 10.0)]
    [InlineData("atLeast", 12.0, Room.Met, null)]
    [InlineData("atLeast", 11.0, Room.Open, null)]
    [InlineData("atLeast", 7.0, Room.Open, 10.0)]
    [InlineData("set", 12.0, Room.Met, null)]
    [InlineData("set", 13.0, Room.Open, 10.0)]
    public void An_estimate_meets_a_change_only_by_its_error_and_stays_where_it_is_within_it(string aim, double asked, Room room, double? moved)
    {
        var recommendation = Small.One($$""", "changes": [ { "factor": "f.guess", "{{aim}}": 10 } ]""", FormattableString.Invariant($"\"f.asked\": {asked}"));

        recommendation.Room.Should().Be(room);
        recommendation.Changes.Select(c => (double?)c.To.AsNumber).Should().Equal(moved is null ? [] : [moved]);
    }

    [Fact]
    public void What_was_measured_meets_a_change_whatever_its_error() => Small.Assess(
        $$"""{{Small.Milk}}, "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.sugar", "atMost": 10 } ] } ]""",
        "\"f.sugar\": 9",
        factors: """, { "id": "f.sugar", "name": "Sugar", "kind": "number", "min": 0, "max": 100, "modifiable": true, "measurementError": { "sd": 5 } }""")
        .Recommendation("i")!.Room.Should().Be(Room.Met);

    [Fact]
    public void Without_changes_there_is_room() => Small.One("", "").Room.Should().Be(Room.Open);

    [Theory]
    [InlineData("\"f.age\": 30, \"f.milk\": 60", Room.Open, 10.0)]
    [InlineData("\"f.age\": 8, \"f.milk\": 60", Room.Open, 30.0)]
    [InlineData("\"f.milk\": 60", Room.Unknown, null)]
    public void Of_several_changes_the_first_whose_gate_is_true_counts(string known, Room room, double? moved)
    {
        var recommendation = Small.One(
            """, "changes": [ { "factor": "f.milk", "when": { "factor": "f.age", "atLeast": 18 }, "atMost": 10 }, { "factor": "f.milk", "atMost": 30 } ]""", known);

        recommendation.Room.Should().Be(room);
        recommendation.Changes.Select(c => (double?)c.To.AsNumber).Should().Equal(moved is null ? [] : [moved]);
    }

    [Fact]
    public void A_factor_on_which_no_change_is_meant_for_the_person_is_left_out() =>
        Small.One(""", "changes": [ { "factor": "f.milk", "when": { "factor": "f.age", "below": 6 }, "atMost": 10 } ]""", "\"f.age\": 30")
            .Room.Should().Be(Room.Open);

    [Fact]
    public void What_is_met_already_is_never_recommended_however_strong_the_recommendation()
    {
        var recommendation = Small.One(
            """, "changes": [ { "factor": "f.milk", "atMost": 10 } ], "indications": [ { "direction": "for", "strength": "strong", "text": "t" } ]""", "\"f.milk\": 5");

        recommendation.Status.Should().Be(RecommendationStatus.AlreadyMet);
        recommendation.Tier.Should().Be(1);
        recommendation.Benefit.Should().Be(0);
    }
}
