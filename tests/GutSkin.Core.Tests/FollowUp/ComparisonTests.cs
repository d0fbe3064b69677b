using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.FollowUp;

/// <summary>What a comparison says of small cases that can be worked out by hand, and what it refuses.</summary>
public class ComparisonTests
{
    private const string Rules = """
        { "id": "small", "version": "1.0.0", "title": "t", "disclaimer": "This is not a diagnosis.",
          "conditions": [ { "id": "acne", "name": "Acne" }, { "id": "facts-only", "name": "Facts only" } ],
          "factors": [
            { "id": "milk", "name": "Milk", "kind": "number", "unit": "{servings}/d", "min": 0, "max": 4, "modifiable": true, "reference": { "high": 0.5 } },
            { "id": "sugar", "name": "Sugar", "kind": "number", "min": 0, "max": 10, "modifiable": true, "measurementError": { "sd": 1 } },
            { "id": "smoke", "name": "Smoke", "kind": "boolean", "modifiable": true },
            { "id": "fever", "name": "Fever", "kind": "boolean" } ],
          "rules": [
            { "id": "acne.milk", "condition": "acne", "title": "Milk", "factor": "milk", "curve": [[0, 0], [2, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high", "overlap": "food" },
            { "id": "acne.sugar", "condition": "acne", "title": "Sugar", "factor": "sugar", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 0.5 }, "certainty": "high", "overlap": "food" },
            { "id": "acne.smoke", "condition": "acne", "title": "Smoke", "factor": "smoke", "effect": { "logOdds": 0.3 }, "certainty": "high" } ],
          "interventions": [
            { "id": "less-milk", "category": "diet", "name": "Less milk", "changes": [ { "factor": "milk", "atMost": 0.5 } ] },
            { "id": "less-sugar", "category": "diet", "name": "Less sugar", "changes": [ { "factor": "sugar", "atMost": 2 } ] },
            { "id": "doctor", "category": "referral", "name": "A doctor", "when": { "any": [] } } ],
          "safety": [ { "id": "flag.fever", "kind": "red-flag", "urgency": "soon", "when": { "factor": "fever", "equals": true }, "refer": ["doctor"], "message": "Fever." } ] }
        """;

    private static readonly ScoringService Scoring = Of(Rules);

    [Fact]
    public void What_changed_and_what_only_became_known_are_told_apart()
    {
        var comparison = Scoring.Compare(Person(("milk", 2.0)), Person(("milk", 1.0), ("smoke", true)));

        var acne = comparison.Condition("acne")!;
        acne.Movement.Should().Be(IndexMovement.Lower, "milk fell; that somebody smokes only became known");
        acne.Attributions.Select(a => (a.Rule, a.Cause)).Should().Equal(("acne.milk", AttributionCause.Changed), ("acne.smoke", AttributionCause.BecameKnown));
    }

    [Fact]
    public void A_rule_that_is_certain_both_times_has_changed()
    {
        var comparison = Scoring.Compare(Person(("milk", 2.0), ("sugar", 1.0), ("smoke", false)), Person(("milk", 1.0), ("sugar", 1.0), ("smoke", false)));

        var acne = comparison.Condition("acne")!;
        var milk = acne.Attributions.Should().ContainSingle().Which;
        (milk.Rule, milk.Cause, milk.Factor).Should().Be(("acne.milk", AttributionCause.Changed, "milk"));
        milk.Change.Should().BeApproximately(-0.4, 1e-12);
        (milk.From!.Value.AsNumber, milk.To!.Value.AsNumber).Should().Be((2, 1));
        acne.Change.Should().BeApproximately(-0.4, 1e-12);
        acne.Movement.Should().Be(IndexMovement.Lower);
        comparison.Condition("facts-only")!.Change.Should().BeNull();
    }

    [Fact]
    public void Of_an_overlap_group_one_line_says_who_counts_now()
    {
        var comparison = Scoring.Compare(Person(("milk", 2.0), ("sugar", 5.0), ("smoke", true)), Person(("milk", 0.0), ("sugar", 5.0), ("smoke", true)));

        var one = comparison.Condition("acne")!.Attributions.Should().ContainSingle().Which;
        (one.Rule, one.InsteadOf).Should().Be(("acne.sugar", "acne.milk"));
        (one.Before, one.After).Should().Be((0.8, 0.25));
    }

    [Fact]
    public void A_narrower_interval_alone_is_knowledge()
    {
        var comparison = Scoring.Compare(Person(("milk", 2.0), ("sugar", 1.0)), Person(("milk", 2.0), ("sugar", 1.0), ("smoke", false)));

        var acne = comparison.Condition("acne")!;
        (acne.Movement, acne.Change, acne.Attributions.Length).Should().Be((IndexMovement.KnowledgeOnly, 0, 0));
        acne.IntervalAfter!.Value.Width.Should().BeLessThan(acne.IntervalBefore!.Value.Width);
        comparison.ToText().Should().Contain("known to have changed").And.Contain("A narrower range").And.NotContain("makes it lower");
    }

    [Fact]
    public void A_difference_within_measurement_error_is_called_so()
    {
        var near = Scoring.Compare(Person(("sugar", 5.0)), Person(("sugar", 3.0))).Answers.Should().ContainSingle().Which;
        near.Detectable.Should().BeApproximately(1.959963984540054 * Math.Sqrt(2), 1e-12);
        near.WithinError.Should().BeTrue();
        Scoring.Compare(Person(("sugar", 6.0)), Person(("sugar", 3.0))).Answers[0].WithinError.Should().BeFalse();
        Scoring.Compare(Person(("milk", 2.0)), Person(("milk", 1.0))).Answers[0].WithinError.Should().BeNull("nothing says how far milk may be off");
    }

    [Fact]
    public void Suggestions_are_taken_up_whole_in_part_or_not_at_all()
    {
        SuggestionChangeKind? Became(string id, double milk, double sugar) => Scoring
            .Compare(Person(("milk", 2.0), ("sugar", 9.0), ("fever", false)), Person(("milk", milk), ("sugar", sugar), ("fever", false)))
            .Suggestions.FirstOrDefault(s => s.Intervention == id)?.Kind;

        Became("less-milk", 0.5, 9).Should().Be(SuggestionChangeKind.TakenUp);
        Became("less-milk", 1, 9).Should().Be(SuggestionChangeKind.TakenUpInPart);
        Became("less-milk", 2, 9).Should().BeNull();
        Became("less-milk", 3, 9).Should().BeNull("it moved the other way");
    }

    [Fact]
    public void Red_flags_are_new_resolved_or_open_again()
    {
        SafetyChange Flag(bool? was, bool? now) => Scoring.Compare(Fever(was), Fever(now)).Safety.Should().ContainSingle().Which;

        Flag(false, true).IsNew.Should().BeTrue();
        Flag(null, true).IsNew.Should().BeTrue();
        Flag(true, false).IsResolved.Should().BeTrue();
        var opened = Flag(true, null);
        (opened.IsResolved, opened.After).Should().Be((false, FindingState.Open));
        Scoring.Compare(Fever(true), Fever(null)).ToText().Should().Contain("Not known any more: Fever.");
    }

    [Fact]
    public void Two_people_the_wrong_order_and_faults_are_refused_all_at_once()
    {
        var refused = Scoring.TryCompare(
            Person().ToBuilder().WithId("a").AsOf(new DateOnly(2026, 2, 1)).Build(), Person().ToBuilder().WithId("b").AsOf(new DateOnly(2026, 1, 1)).Build());
        refused.Success.Should().BeFalse();
        refused.Diagnostics.Select(d => d.Code).Should().Equal("GS0721", "GS0722");
        refused.Diagnostics[1].ToString().Should().Contain("2026-02-01").And.Contain("Give the earlier one first.");

        var faulty = Scoring.TryCompare(Person(("milk", 9.0)), Person(("sugar", 99.0)));
        faulty.Diagnostics.Select(d => d.File).Should().Equal("before", "after");
        string.Join(' ', faulty.Diagnostics).Should().NotContain("99", "a message never shows a value");
    }

    [Fact]
    public void Two_rule_sets_are_never_compared_silently()
    {
        var other = Of(Rules.Replace("\"logOdds\": 0.8", "\"logOdds\": 0.9", StringComparison.Ordinal).Replace("1.0.0", "1.1.0", StringComparison.Ordinal));
        var person = Person(("milk", 2.0));
        Scoring.TryCompare(other.Assess(person), Scoring.Assess(person)).Diagnostics.Should().ContainSingle().Which.Message.Should().Contain("1.1.0");
        Scoring.TryCompare(other.Assess(person), other.Assess(person)).Diagnostics.Should().HaveCount(2);
        // Both profiles with one rule set.
        other.Compare(person, person).Condition("acne")!.Change.Should().Be(0);
    }

    [Fact]
    public void Assessments_that_were_saved_give_the_same_account_of_the_indices()
    {
        var (before, after) = (Person(("milk", 2.0), ("sugar", 5.0)), Person(("milk", 0.0), ("sugar", 5.0), ("smoke", true)));
        Assessment Saved(PersonProfile profile) => AssessmentJson.Read(Scoring.Assess(profile).ToJson()).GetValueOrThrow();

        var live = Scoring.Compare(before, after);
        var saved = Scoring.Compare(Saved(before), Saved(after));
        saved.Conditions.SequenceEqual(live.Conditions).Should().BeTrue();
        saved.Notices.Should().Contain("only-shown-answers");
        live.Notices.Should().NotContain("only-shown-answers");
    }

    [Fact]
    public void Measured_severity_stands_beside_and_changes_nothing()
    {
        InstrumentScore Poem(int each) => GutSkin.Core.Instruments.Poem.Score(new PoemInput(each, each, each, each, each, each, each)).GetValueOrThrow();
        var improved = SeverityChange.Of(InstrumentChange.Between(Poem(3), Poem(2)));
        var person = Person(("milk", 2.0));
        var with = Scoring.Compare(person, person, new ComparisonOptions { Severity = [improved] });

        var line = with.Severity.Should().ContainSingle().Which;
        (line.Before, line.After, line.Verdict, line.Condition).Should().Be((21m, 14m, ChangeVerdict.Improved, "atopic-dermatitis"));
        with.Conditions.Should().Equal(Scoring.Compare(person, person).Conditions);
        with.ToText().Should().Contain("21 → 14 points").And.Contain("never mixed with it");
        FluentActions.Invoking(() => SeverityChange.Of(InstrumentChange.Between(Poem(3), Poem(2)), "rosacea")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(null, "not a diagnosis")]
    [InlineData("de", "keine Diagnose")]
    public void Every_form_carries_the_disclaimer(string? culture, string disclaimer)
    {
        var comparison = ScoringService.Default.Compare(
            PersonProfile.Create().Build(), PersonProfile.Create().With(Factors.Diet.Milk, 1).Build(), new ComparisonOptions { Assessing = new AssessmentOptions { Culture = culture } });
        foreach (string text in new[] { comparison.ToText(), comparison.ToMarkdown(), comparison.ToHtml(), comparison.ToJson() })
            text.Should().Contain(disclaimer);
        comparison.ToString().Should().NotContain("milk");
    }

    [Fact]
    public void Samples_compared_with_each_other_add_up()
    {
        var profiles = Repository.SampleProfiles.Select(f => ProfileJson.Read(Repository.Read(f)).GetValueOrThrow().ToBuilder().WithId("one").AsOf(new DateOnly(2026, 11, 20)).Build()).ToList();
        foreach (var (before, after) in profiles.Zip(profiles.Skip(1)))
            ComparisonTwinTests.AddsUp(ScoringService.Default.Compare(before, after));
    }

    private static PersonProfile Fever(bool? fever) => fever is { } known ? Person(("fever", known)) : Person();

    private static PersonProfile Person(params (string Factor, FactorValue Value)[] answers)
    {
        var person = PersonProfile.Create();
        foreach (var (factor, value) in answers)
            person.With(factor, value);
        return person.Build();
    }

    private static ScoringService Of(string rules) => new(RuleSetComposer.Compose(RuleSetJson.Read(rules)).GetValueOrThrow());
}
