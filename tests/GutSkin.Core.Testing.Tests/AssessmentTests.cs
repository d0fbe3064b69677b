namespace GutSkin.Core.Testing.Tests;

/// <summary>Assertions on assessments, made by hand and by the service; what they say never holds an answer.</summary>
public class AssessmentTests
{
    private static readonly Assessment Urgent = ScoringService.Default.Assess(SampleProfiles.Get("urgent-red-flag"));

    private static readonly Assessment Made = new AssessmentBuilder()
        .WithScore(SkinConditions.AcneVulgaris, 42, low: 30, high: 55)
        .WithScore(SkinConditions.Rosacea, 60)
        .WithRecommendation(Interventions.DietReduceMilk, RecommendationStatus.Recommended, benefit: 0.2)
        .WithRecommendation(Interventions.DietReduceAlcohol, RecommendationStatus.Blocked)
        .WithRedFlag(Urgent.Triage.Flags[0].Rule, Urgency.Urgent)
        .Asking("diet.milk", "person.sex")
        .Build();

    [Fact]
    public void What_is_made_by_hand_reads_like_what_the_service_makes()
    {
        Made.Conditions.Select(c => c.Id).Should().Equal(SkinConditions.Rosacea, SkinConditions.AcneVulgaris);
        Made.Condition(SkinConditions.AcneVulgaris)!.Band.Should().Be(BuiltInRuleSet.Resolved.Model.BandOf(42));
        Made.Triage.Level.Should().Be(TriageLevel.ReferUrgent);
        Made.Disclaimer.Should().Contain("not a diagnosis");
        Made.NextQuestions[1].Items[0].Choices.Should().NotBeEmpty();
        Made.ToText().Should().Contain("not a diagnosis").And.Contain(Made.Triage.Flags[0].Message[..20]);
        ScoringService.Default.ReadAssessment(Made.ToJson()).GetValueOrThrow().ToJson().Should().Be(Made.ToJson());
    }

    [Fact]
    public void An_entry_that_is_not_there_and_an_index_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => new AssessmentBuilder().WithScore("acne", 1)).Should().Throw<ArgumentException>().WithMessage("*no condition 'acne'*");
        FluentActions.Invoking(() => new AssessmentBuilder().WithScore(SkinConditions.Rosacea, 101)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessmentBuilder().WithScore(SkinConditions.Rosacea, double.NaN)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessmentBuilder().WithScore(SkinConditions.Rosacea, 10, low: 20)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessmentBuilder().WithRedFlag("x", Urgency.Soon)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessmentBuilder().WithRecommendation("x", RecommendationStatus.Caution)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessmentBuilder().Asking("x")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_holds_passes()
    {
        AssessmentAssert.ScoreIsBetween(Made, SkinConditions.AcneVulgaris, 42, 42);
        AssessmentAssert.Suggests(Made, Interventions.DietReduceMilk);
        AssessmentAssert.DoesNotSuggest(Made, Interventions.DietReduceAlcohol);
        AssessmentAssert.HasStatus(Made, Interventions.DietReduceAlcohol, RecommendationStatus.Blocked);
        AssessmentAssert.HasRedFlag(Urgent, Urgent.Triage.Flags[0].Rule, Urgency.Urgent);
        AssessmentAssert.HasNoRedFlag(new AssessmentBuilder().Build(), complete: true);
        var smoker = ScoringService.Default.Assess(SampleProfiles.Get("psoriasis-smoker"));
        AssessmentAssert.Counts(smoker, SkinConditions.Psoriasis, "psoriasis.smoking");
    }

    [Fact]
    public void What_does_not_hold_says_what_is()
    {
        Failure(() => AssessmentAssert.ScoreIsBetween(Made, SkinConditions.AcneVulgaris, 0, 10)).Should().Be("The index of acne-vulgaris was expected between 0 and 10, and is 42.0.");
        Failure(() => AssessmentAssert.ScoreIsBetween(Made, "eczema", 0, 10)).Should().Contain("no index of 'eczema'").And.Contain("rosacea");
        Failure(() => AssessmentAssert.Suggests(Made, Interventions.DietReduceAlcohol)).Should().Contain("is Blocked");
        Failure(() => AssessmentAssert.Suggests(Made, "nothing")).Should().Contain("not among");
        Failure(() => AssessmentAssert.DoesNotSuggest(Made, Interventions.DietReduceMilk)).Should().Contain("is Recommended");
        Failure(() => AssessmentAssert.HasStatus(Made, Interventions.DietReduceMilk, RecommendationStatus.Caution)).Should().Contain("expected to be Caution");
        Failure(() => AssessmentAssert.HasRedFlag(Made, "nothing")).Should().Contain(Made.Triage.Flags[0].Rule);
        Failure(() => AssessmentAssert.HasRedFlag(Made, Made.Triage.Flags[0].Rule, Urgency.Soon)).Should().Contain("is Urgent");
        Failure(() => AssessmentAssert.HasNoRedFlag(Made)).Should().Contain("up are");
        Failure(() => AssessmentAssert.HasNoRedFlag(ScoringService.Default.Assess(PersonProfile.Create().Build()), complete: true)).Should().Contain("open are");
        Failure(() => AssessmentAssert.Counts(Made, SkinConditions.AcneVulgaris, "acne.milk")).Should().Contain("these do: none");
    }

    [Fact]
    public void A_kept_assessment_is_compared_line_by_line()
    {
        GoldenAssessment.Matches(Made, "Golden/made-by-hand.txt");
        if (Repository.Update)
            return;
        Failure(() => GoldenAssessment.Matches(Made with { Conditions = [] }, "Golden/made-by-hand.txt")).Should().Contain("- index rosacea 60.00").And.Contain("GUTSKIN_UPDATE=1");
        Failure(() => GoldenAssessment.Matches(Made, "Golden/none.txt")).Should().Contain("Nothing is kept");
    }

    private static string Failure(Action action) => action.Should().Throw<GutSkinAssertionException>().Which.Message;
}
