namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 8 of the scoring model, places 5 and 6: what decides whether something can be suggested, and whether advice speaks for a person.</summary>
public class QuestionAdviceTests
{
    private const string Advice = """
        {
          "id": "t.advice", "version": "1.0.0", "title": "Advice",
          "conditions": [{ "id": "acne", "name": "Acne", "presence": "condition.acne" }, { "id": "rosacea", "name": "Rosacea" }],
          "factors": [
            { "id": "condition.acne", "name": "Has acne", "kind": "boolean" },
            { "id": "person.age", "name": "Age", "kind": "integer", "min": 0, "max": 120 },
            { "id": "person.smoker", "name": "Smoker", "kind": "boolean" },
            { "id": "person.liver", "name": "Liver disease", "kind": "boolean" },
            { "id": "person.sex", "name": "Sex", "kind": "choice", "choices": ["female", "male"] },
            { "id": "care.cream", "name": "Uses cream", "kind": "boolean" },
            { "id": "diet.fiber", "name": "Fiber", "kind": "number", "min": 0, "max": 60, "modifiable": true,
              "reference": [{ "when": { "factor": "person.sex", "equals": "male" }, "low": 30 }, { "low": 25 }] },
            { "id": "diet.tea", "name": "Tea", "kind": "number", "min": 0, "max": 10, "core": true, "coreOrder": 1 }
          ],
          "rules": [
            { "id": "r.age", "condition": "acne", "title": "Young", "when": { "factor": "person.age", "below": 10 }, "effect": { "oddsRatio": 1.01 }, "certainty": "high" }
          ],
          "interventions": [
            { "id": "care.cream", "category": "care", "name": "Cream", "changes": [{ "factor": "care.cream", "set": true }],
              "indications": [
                { "condition": "acne", "direction": "for", "strength": "conditional", "text": "t" },
                { "condition": "acne", "direction": "for", "strength": "strong", "when": { "factor": "person.age", "atLeast": 12 }, "text": "t" },
                { "condition": "acne", "direction": "against", "strength": "strong", "when": { "factor": "person.liver", "equals": true }, "text": "t" } ] },
            { "id": "diet.zinc", "category": "diet", "name": "Zinc",
              "effects": [{ "condition": "acne", "when": { "factor": "person.smoker", "equals": true }, "oddsRatio": 0.5, "certainty": "high" }] }
          ]
        }
        """;

    [Fact]
    public void Room_is_safety_and_gates_of_advice_come_after_by_the_tier_they_would_give()
    {
        var assessment = AskingTests.Assess(Advice, PersonProfile.Create().ConcernedAbout("acne").With("condition.acne", true).With("diet.fiber", 10));

        // A conditional recommendation for the cream is active, and nobody knows whether the person uses it.
        assessment.NextQuestions.Select(q => (q.Id, q.Reason)).Should().Equal(
            ("care.cream", QuestionReason.Safety),
            ("person.liver", QuestionReason.Safety),
            ("person.age", QuestionReason.Advice),
            ("person.sex", QuestionReason.Advice),
            ("person.smoker", QuestionReason.Advice),
            ("diet.tea", QuestionReason.Core));
        assessment.NextQuestions[0].Decides.Should().Equal("care.cream");
        assessment.NextQuestions[2].Decides.Should().Equal("care.cream");
        assessment.NextQuestions[3].Decides.Should().BeEmpty("a reference is no intervention");
        assessment.NextQuestions[4].Decides.Should().Equal("diet.zinc");
        (assessment.Enough, assessment.Full).Should().Be((false, false));
    }

    [Fact]
    public void A_recommendation_against_is_asked_where_it_would_be_as_strong_as_the_strongest_for()
    {
        var young = PersonProfile.Create().ConcernedAbout("acne").With("condition.acne", true).With("care.cream", false).With("person.age", 5);
        AskingTests.Assess(Advice, young).NextQuestions[0].Should().Match<NextQuestion>(q => q.Id == "person.liver" && q.Reason == QuestionReason.Safety);

        var grown = AskingTests.Assess(Advice, young.With("person.age", 30));
        grown.NextQuestions[0].Should().Match<NextQuestion>(q => q.Id == "person.liver" && q.Reason == QuestionReason.Safety);
        grown.Recommendation("care.cream")!.Ask.Should().Equal("person.liver");
    }

    [Fact]
    public void Whether_a_person_has_a_condition_is_asked_for_its_trials_where_it_is_no_concern()
    {
        var assessment = AskingTests.Assess(Advice, PersonProfile.Create().With("person.smoker", true));

        var presence = assessment.NextQuestions.Single(q => q.Id == "condition.acne");
        presence.Reason.Should().Be(QuestionReason.Advice);
        presence.Decides.Should().Equal("diet.zinc");
    }

    [Fact]
    public void What_is_done_already_is_asked_only_for_what_speaks_against_it()
    {
        var assessment = AskingTests.Assess(
            Advice, PersonProfile.Create().ConcernedAbout("acne").With("condition.acne", true).With("care.cream", true).With("person.smoker", false));

        assessment.Recommendation("care.cream")!.Status.Should().Be(RecommendationStatus.AlreadyMet);
        assessment.NextQuestions.Select(q => (q.Id, q.Reason)).Should().Equal(("diet.tea", QuestionReason.Core), ("person.age", QuestionReason.Score));
        assessment.Enough.Should().BeTrue();
    }
}
