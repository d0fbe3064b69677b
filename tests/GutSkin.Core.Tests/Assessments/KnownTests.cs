using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 1 of the scoring model: what is known, what is too old, what a screen says, and what does not apply.</summary>
public class KnownTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private const string Rules = """
        {
          "id": "known", "version": "1.0.0", "title": "t",
          "conditions": [{ "id": "c", "name": "c", "presence": "has.c" }, { "id": "facts", "name": "facts" }],
          "factors": [
            { "id": "has.c", "name": "c", "kind": "boolean" },
            { "id": "pregnant", "name": "pregnant", "kind": "boolean", "maxAgeDays": 30 },
            { "id": "twins", "name": "twins", "kind": "boolean", "askWhen": { "factor": "pregnant", "equals": true } },
            { "id": "first-time", "name": "first", "kind": "boolean" },
            { "id": "late", "name": "late", "kind": "boolean", "askWhen": { "factor": "twins", "equals": true }, "modifiable": true },
            { "id": "fever", "name": "fever", "kind": "boolean", "maxAgeDays": 7, "modifiable": true },
            { "id": "smoking", "name": "smoking", "kind": "boolean", "modifiable": true },
            { "id": "iron", "name": "iron", "kind": "number", "min": 0, "max": 100, "maxAgeDays": 10 },
            { "id": "age", "name": "age", "kind": "number", "min": 0, "max": 120 }
          ],
          "screens": [
            { "id": "today", "title": "t", "factors": ["fever", "pregnant"] },
            { "id": "again", "title": "t", "factors": ["fever"] },
            { "id": "of-pregnancy", "title": "t", "factors": ["first-time"], "when": { "factor": "pregnant", "equals": true } }
          ],
          "rules": [
            { "id": "fever", "condition": "c", "title": "t", "factor": "fever", "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "iron", "condition": "c", "title": "t", "factor": "iron", "curve": [[0, 1], [50, 0]], "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "known-iron", "condition": "c", "title": "t", "when": { "known": "iron" }, "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "late", "condition": "c", "title": "t", "factor": "late", "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "smoking", "condition": "c", "title": "t", "factor": "smoking", "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "old", "condition": "c", "title": "t", "factor": "age", "curve": [[0, 0], [100, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "only-seen", "condition": "facts", "title": "t", "factor": "age", "curve": [[0, 0], [100, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high", "informational": true }
          ]
        }
        """;

    private static readonly ScoringService Service = new(RuleSetComposer.Compose(RuleSetJson.Read(Rules)).GetValueOrThrow());

    private static PersonProfileBuilder Person(DateOnly? asOf) => PersonProfile.Create().AsOf(asOf);

    private static DateOnly DaysAgo(int days) => Today.AddDays(-days);

    /// <summary>What a factor counts as, by the rule of its name: yes, no, or missing.</summary>
    private static string Of(string factor, PersonProfile profile)
    {
        var rule = Service.Assess(profile).Condition("c")!.Contributions.Single(c => c.Rule == factor);
        return rule.Value?.ToString() ?? "missing";
    }

    private static string[] Notices(PersonProfile profile) =>
        [.. Service.Assess(profile).Notices.Select(n => $"{n.Code} {n.Factor ?? n.Screen ?? n.Derivation}".TrimEnd())];

    [Fact]
    public void An_answer_as_old_as_allowed_counts_and_one_a_day_older_does_not()
    {
        Of("fever", Person(Today).With("fever", true, DaysAgo(7)).Build()).Should().Be("true");
        var old = Person(Today).With("fever", true, DaysAgo(8)).Build();
        Of("fever", old).Should().Be("missing");
        Notices(old).Should().Equal("too-old fever");
    }

    [Fact]
    public void Without_a_day_nothing_is_too_old_and_a_dated_answer_gives_one_notice()
    {
        var profile = Person(null).With("fever", true, DaysAgo(800)).With("iron", 10.0, DaysAgo(900)).Build();
        Of("fever", profile).Should().Be("true");
        Notices(profile).Should().Equal("no-date");
        Notices(Person(null).With("fever", true).Build()).Should().BeEmpty();
    }

    [Fact]
    public void A_screen_speaks_for_the_items_it_showed_and_without_items_for_all()
    {
        Of("fever", Person(Today).Screened("today").Build()).Should().Be("false");
        Of("fever", Person(Today).Screened("today", ["pregnant"]).Build()).Should().Be("missing");
        Of("fever", Person(Today).Screened("today", ["fever"]).Build()).Should().Be("false");
        Of("fever", Person(Today).Screened("today").With("fever", true).Build()).Should().Be("true", "an entry of its own wins");
    }

    [Fact]
    public void Of_several_screens_the_latest_counts()
    {
        var profile = Person(Today).Screened("today", DaysAgo(60)).Screened("again", DaysAgo(3)).Build();
        Of("fever", profile).Should().Be("false");
        Notices(profile).Should().Equal("too-old today");
        var old = Person(Today).Screened("today", DaysAgo(60)).Screened("again", DaysAgo(30)).Build();
        Of("fever", old).Should().Be("missing");
        Notices(old).Should().Equal("too-old again", "too-old today");
    }

    [Fact]
    public void An_entry_that_is_too_old_yields_to_a_later_screen()
    {
        var entry = Person(Today).With("fever", true, DaysAgo(10));
        Of("fever", entry.Screened("today", DaysAgo(2)).Build()).Should().Be("false");
        Of("fever", entry.Screened("today", DaysAgo(9)).Build()).Should().Be("missing", "the screen is too old itself");
        Of("fever", entry.Screened("today", DaysAgo(10)).Build()).Should().Be("missing", "the screen was not answered later");
        Notices(entry.Screened("today", DaysAgo(2)).Build()).Should().Equal("too-old fever");
    }

    [Fact]
    public void A_declined_entry_yields_only_to_a_later_screen_that_names_it()
    {
        PersonProfile Declined(string screen) => ProfileJson.Read(
            $$"""{ "asOf": "2026-11-20", "screened": [{{screen}}], "observations": { "fever": { "declined": true, "on": "2026-11-01" } } }""").GetValueOrThrow();
        Of("fever", Declined("""{ "id": "today", "on": "2026-11-18", "items": ["fever"] }""")).Should().Be("false");
        Of("fever", Declined("""{ "id": "today", "on": "2026-11-18" }""")).Should().Be("missing");
        Of("fever", Declined("""{ "id": "today", "on": "2026-11-01", "items": ["fever"] }""")).Should().Be("missing");
        Notices(Declined("""{ "id": "again", "on": "2025-11-01", "items": [] }""")).Should().BeEmpty("declined answers do not age");
    }

    [Fact]
    public void Known_is_unknown_of_what_is_too_old_and_false_of_what_was_never_answered()
    {
        Contribution? Rule(PersonProfile profile) => Service.Assess(profile).Condition("c")!.Contributions.SingleOrDefault(c => c.Rule == "known-iron");
        Rule(Person(Today).Build()).Should().BeNull("its gate is false");
        Rule(Person(Today).With("iron", 10.0, DaysAgo(5)).Build())!.Determined.Should().BeTrue();
        Rule(Person(Today).With("iron", 10.0, DaysAgo(11)).Build())!.Range.Should().Be(new Interval(0, Math.Log(2)));
        Rule(ProfileJson.Read("""{ "observations": { "iron": { "declined": true } } }""").GetValueOrThrow()).Should().BeNull();
    }

    [Fact]
    public void What_does_not_apply_is_false_along_the_dependencies_and_is_listed()
    {
        var assessment = Service.Assess(Person(Today).With("pregnant", false).Build());
        assessment.Inapplicable.Should().Equal("first-time", "late", "twins");
        assessment.Condition("c")!.Contributions.Single(c => c.Rule == "late").Value!.Value.AsBoolean.Should().BeFalse();
        Service.Assess(Person(Today).Build()).Inapplicable.Should().BeEmpty("nobody knows whether it applies");
        Service.Assess(Person(Today).Screened("today").Build()).Inapplicable.Should().Equal("first-time", "late", "twins");
        Service.Assess(Person(Today).With("pregnant", false, DaysAgo(40)).Build()).Inapplicable.Should().BeEmpty("what decides it is too old");
    }

    [Fact]
    public void A_known_or_declined_entry_wins_over_what_does_not_apply()
    {
        Of("late", Person(Today).With("pregnant", false).With("late", true).Build()).Should().Be("true");
        var declined = Person(Today).With("pregnant", false).Declined("late").Build();
        Of("late", declined).Should().Be("missing");
        Service.Assess(declined).Inapplicable.Should().Equal("first-time", "twins");
    }

    [Fact]
    public void A_condition_without_a_scored_rule_has_facts_and_no_index()
    {
        var facts = Service.Assess(Person(Today).With("age", 50.0).Build()).Conditions[^1];
        facts.Id.Should().Be("facts");
        facts.Should().BeEquivalentTo(new { Score = (double?)null, LogOdds = (double?)null, Interval = (Interval?)null, Uncertainty = (Interval?)null, Ceiling = (double?)null, Settled = (bool?)null, Completeness = (double?)null, Band = (string?)null });
        facts.Contributions.Should().ContainSingle().Which.Informational.Should().BeTrue();
        var written = JsonNode.Parse(Service.Assess(Person(Today).Build()).ToJson())!["conditions"]!.AsArray()[^1]!.AsObject();
        written.Select(p => p.Key).Should().Equal("id", "name", "kind", "concern", "contributions", "mechanisms");
        var scores = new ScoreResult[2];
        Service.Score(Service.CreateBuffer(), scores);
        scores[1].Should().Be(new ScoreResult(double.NaN, new Interval(double.NaN, double.NaN)));
    }

    [Fact]
    public void The_ceiling_is_what_could_still_be_for_somebody_of_these_fixed_facts()
    {
        double All(int rules) => 100 * (1 - Math.Pow(2, -rules));
        double Ceiling(PersonProfileBuilder person) => Service.Assess(person.Build()).Condition("c")!.Ceiling!.Value;
        Ceiling(Person(Today)).Should().BeApproximately(All(5), 1e-9, "known iron is false where nobody answered");
        Ceiling(Person(Today).With("smoking", false)).Should().BeApproximately(All(5), 1e-9, "smoking can change");
        Ceiling(Person(Today).With("age", 0.0)).Should().BeApproximately(All(4), 1e-9, "age cannot");
        Ceiling(Person(Today).With("pregnant", false)).Should().BeApproximately(All(4), 1e-9, "what does not apply is fixed, modifiable or not");
        Ceiling(Person(Today).With("iron", 10.0, DaysAgo(11))).Should().BeApproximately(All(6), 1e-9, "known of what is too old is unknown");
    }

    [Fact]
    public void A_narrow_interval_is_settled()
    {
        var open = Service.Assess(Person(Today).Build()).Condition("c")!;
        open.Settled.Should().BeFalse();
        var all = Person(Today).With("fever", false).With("iron", 50.0).With("late", false).With("smoking", false).With("age", 0.0);
        Service.Assess(all.Build()).Condition("c")!.Settled.Should().BeTrue();
        // A fifth of ln 2 by age is all that is open: 100 × (1 − 2^−1) − 0 is 50 points wide, 100 × (1 − 2^−0.2) is 12.9.
        var little = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(Rules.Replace("[100, 1]", "[100, 0.2]", StringComparison.Ordinal))).GetValueOrThrow());
        little.Assess(all.Without("age").Build()).Condition("c")!.Settled.Should().BeTrue();
        Service.Assess(all.Without("age").Build()).Condition("c")!.Settled.Should().BeFalse();
    }
}
