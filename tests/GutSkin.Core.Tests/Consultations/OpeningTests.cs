using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>The start page: concerns, what a doctor has named, age and sex at once, as one step.</summary>
public class OpeningTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly Dictionary<string, FactorValue> AgeAndSex = new() { ["person.age"] = FactorValue.Number(30), ["person.sex"] = FactorValue.Choice("female") };

    private static Consultation Start => Consultation.Start(ScoringService.Default, [], Day);

    [Fact]
    public void It_shows_every_condition_and_the_items_of_the_first_form()
    {
        var page = Start.Opening!;

        page.Concerns.Select(c => c.Condition).Should().Equal(BuiltInRuleSet.Resolved.Data.Conditions.Select(c => c.Id));
        page.Concerns.Where(c => c.Kind == ConditionKind.SkinCondition).Should().OnlyContain(c => c.Presence == "condition." + c.Condition);
        page.Items.Select(i => i.Factor).Should().Equal("person.age", "person.sex");
        (page.Question, page.Title).Should().Be(("What brings you here?", "About you"));
        Consultation.Start(ScoringService.Default, [], Day, new AssessmentOptions { Culture = "de" }).Opening!.Question.Should().Be("Was führt Sie her?");
    }

    [Fact]
    public void What_it_says_is_one_step_that_saves_and_that_goes_back_to_the_page()
    {
        var begun = Start.Begin([SkinConditions.AcneVulgaris], [SkinConditions.AcneVulgaris], AgeAndSex).GetValueOrThrow();

        begun.Opening.Should().BeNull();
        begun.Progress.Asked.Should().Be(1);
        begun.Profile.Concerns.Should().Equal(SkinConditions.AcneVulgaris);
        begun.Profile.Observations.Keys.Should().BeEquivalentTo("condition.acne-vulgaris", "person.age", "person.sex");
        begun.Profile.Screened.Single().Items.Should().HaveCount(7);
        begun.Current!.Reason.Should().Be(QuestionReason.Urgent);
        begun.Back().Opening.Should().NotBeNull();
        begun.Back().ToJson().Should().Be(Start.ToJson());
        var read = Consultation.Read(begun.ToJson(), ScoringService.Default).GetValueOrThrow();
        (read.ToJson(), read.Assessment.ToJson()).Should().Be((begun.ToJson(), begun.Assessment.ToJson()));
        begun.Invoking(c => c.Begin([])).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void What_was_not_asked_or_not_answered_stays_open()
    {
        var begun = Start.Begin([SkinConditions.Rosacea]).GetValueOrThrow();

        begun.Profile.Observations.Should().BeEmpty();
        begun.Profile.Screened.Should().BeEmpty();
        var all = ScoringService.Default.Assess(begun.Profile, new AssessmentOptions { AllQuestions = true });
        all.NextQuestions.Should().Contain(q => q.Items.Any(i => i.Factor == "condition.rosacea")).And.Contain(q => q.Id == "you");
    }

    [Fact]
    public void A_condition_in_no_screen_that_is_not_named_is_a_no_of_its_own()
    {
        var begun = Consultation.Start(ConsultationTests.Small, []).Begin(["acne"], []).GetValueOrThrow();

        begun.Profile.Observations["condition.acne"].Value.Should().Be(FactorValue.Boolean(false));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_and_without_values()
    {
        var read = Start.Begin(["acne-vulgarus"], ["nothing"], new Dictionary<string, FactorValue>
        {
            ["person.age"] = FactorValue.Number(173), ["person.sex"] = FactorValue.Boolean(true), ["diet.milk"] = FactorValue.Number(2),
        });

        read.Success.Should().BeFalse();
        read.Diagnostics.Select(d => d.Code).Should().BeEquivalentTo("GS0502", "GS0502", "GS0507", "GS0503", "GS0504");
        string.Join('\n', read.Diagnostics).Should().NotContain("173").And.Contain("acne-vulgaris");
    }

    [Fact]
    public void A_newer_rule_set_drops_what_it_does_not_have_and_says_so()
    {
        string saved = Start.Begin([SkinConditions.AcneVulgaris, SkinConditions.Rosacea], [SkinConditions.Rosacea], AgeAndSex).GetValueOrThrow().ToJson()
            .Replace("\"rosacea\"", "\"rosacea-2\"", StringComparison.Ordinal).Replace("condition.rosacea", "condition.rosacea-2", StringComparison.Ordinal);

        var read = Consultation.Read(saved, ScoringService.Default);

        read.Value!.Profile.Concerns.Should().Equal(SkinConditions.AcneVulgaris);
        read.Diagnostics.Select(d => d.Code).Distinct().Should().Equal("GS1015");
        string.Join('\n', read.Diagnostics).Should().Contain("'rosacea-2'").And.Contain("'condition.rosacea-2'");
    }

    [Fact]
    public void Not_saying_ones_sex_is_one_choice_not_two()
    {
        var form = Consultation.Start(ScoringService.Default, [SkinConditions.AcneVulgaris], Day).Screened(Screens.All);
        while (form.Current!.Id != "you")
            form = form.Skip();

        form.Current.Items.Single(i => i.Factor == "person.sex").Choices.Select(c => c.Id).Should().Equal("female", "male", "intersex");
        form.Assessment.NextQuestions.Should().Contain(q => q.Id == "you" && q.Items.Any(i => i.Choices.Any(c => c.Id == "prefer-not-to-say")), "the assessment lists what the rule set has");
        var declined = form.Decline();
        declined.Profile.Observations["person.sex"].Value.Should().Be(FactorValue.Choice("prefer-not-to-say"));
        declined.Profile.Observations["person.age"].IsDeclined.Should().BeTrue();
        Consultation.Read(declined.ToJson(), ScoringService.Default).GetValueOrThrow().Profile.Should().Be(declined.Profile);
    }
}
