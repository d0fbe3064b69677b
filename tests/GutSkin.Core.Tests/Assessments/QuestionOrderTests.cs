using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 8 of the scoring model: which gates an answer decides, and in which order questions stand.</summary>
public class QuestionOrderTests
{
    internal const string Flags = """
        {
          "id": "t.flags", "version": "1.0.0", "title": "Flags",
          "conditions": [{ "id": "acne", "name": "Acne" }],
          "factors": [
            { "id": "s.fever", "name": "Fever", "kind": "boolean" },
            { "id": "s.rash", "name": "Rash", "kind": "boolean" },
            { "id": "s.mole", "name": "Mole", "kind": "boolean" },
            { "id": "s.tired", "name": "Tired", "kind": "boolean" },
            { "id": "s.infant", "name": "Infant", "kind": "boolean" },
            { "id": "person.age", "name": "Age", "kind": "integer", "min": 0, "max": 120 },
            { "id": "person.allergy", "name": "Allergy", "kind": "boolean" },
            { "id": "m.maoi", "name": "MAOI", "kind": "boolean" },
            { "id": "lab.crp", "name": "CRP", "kind": "number", "min": 0, "max": 500, "acquisition": "measure" },
            { "id": "diet.milk", "name": "Milk", "kind": "number", "min": 0, "max": 3, "modifiable": true }
          ],
          "screens": [
            { "id": "now", "title": "Right now?", "factors": ["s.fever", "s.rash"] },
            { "id": "babies", "title": "The baby?", "factors": ["s.infant"], "when": { "factor": "person.age", "below": 2 } }
          ],
          "rules": [
            { "id": "r.milk", "condition": "acne", "title": "Milk", "factor": "diet.milk", "curve": [[0, 0], [3, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" }
          ],
          "interventions": [
            { "id": "diet.less-milk", "category": "diet", "name": "Less milk", "changes": [{ "factor": "diet.milk", "atMost": 0 }] },
            { "id": "referral.doctor", "category": "referral", "name": "Doctor" }
          ],
          "safety": [
            { "id": "f.both", "kind": "red-flag", "urgency": "urgent", "when": { "all": [{ "factor": "s.fever", "equals": true }, { "factor": "s.rash", "equals": true }] }, "message": "m", "refer": ["referral.doctor"] },
            { "id": "f.infant", "kind": "red-flag", "urgency": "urgent", "when": { "all": [{ "factor": "person.age", "below": 1 }, { "factor": "s.infant", "equals": true }] }, "message": "m", "refer": ["referral.doctor"] },
            { "id": "f.mole", "kind": "red-flag", "urgency": "soon", "when": { "factor": "s.mole", "equals": true }, "message": "m", "refer": ["referral.doctor"] },
            { "id": "f.tired", "kind": "red-flag", "urgency": "routine", "when": { "all": [{ "factor": "s.tired", "equals": true }, { "factor": "lab.crp", "above": 5 }] }, "message": "m", "refer": ["referral.doctor"] },
            { "id": "c.allergy", "kind": "contraindication", "when": { "factor": "person.allergy", "equals": true }, "interventions": ["diet.less-milk"], "message": "m" },
            { "id": "c.maoi", "kind": "caution", "when": { "factor": "m.maoi", "equals": true }, "interventions": ["diet.less-milk"], "message": "m" }
          ]
        }
        """;

    private static PersonProfileBuilder Safe => PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30).Screened("now", ["s.fever", "s.rash"]);

    [Fact]
    public void Twelve_questions_are_told_and_all_to_a_consultation()
    {
        var profile = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).Build();
        var twelve = ScoringService.Default.Assess(profile).NextQuestions.Select(q => q.Id).ToList();
        var all = ScoringService.Default.Assess(profile, new AssessmentOptions { AllQuestions = true }).NextQuestions.Select(q => q.Id).ToList();
        twelve.Should().HaveCount(12);
        all.Should().HaveCountGreaterThan(20);
        all.Take(12).Should().Equal(twelve);
    }

    [Fact]
    public void Urgent_comes_first_and_an_age_stands_in_for_the_screen_that_waits_for_it()
    {
        var assessment = AskingTests.Assess(Flags, PersonProfile.Create().ConcernedAbout("acne"));

        // The age alone decides the infant's flag, and covers the baby screen, which decides it too: one flag each, then by id.
        assessment.NextQuestions.Take(2).Select(q => (q.Id, q.Reason)).Should().Equal(("now", QuestionReason.Urgent), ("person.age", QuestionReason.Urgent));
        assessment.NextQuestions[1].Decides.Should().Equal("f.infant");
        assessment.NextQuestions.Should().NotContain(q => q.Id == "babies");
        assessment.NextQuestions.Select(q => (q.Id, q.Reason)).Skip(2).Should().Equal(
            ("s.mole", QuestionReason.Soon), ("diet.milk", QuestionReason.Score), ("s.tired", QuestionReason.Safety));
    }

    [Fact]
    public void A_screen_whose_gate_is_true_is_asked_itself_and_one_whose_gate_is_false_is_not()
    {
        var baby = AskingTests.Assess(Flags, PersonProfile.Create().ConcernedAbout("acne").With("person.age", 0));
        baby.NextQuestions.Take(2).Select(q => q.Id).Should().Equal("babies", "now");

        AskingTests.Assess(Flags, Safe).NextQuestions.Should().NotContain(q => q.Id == "babies");
    }

    [Fact]
    public void While_triage_is_urgent_only_urgent_questions_are_asked_and_judged()
    {
        var assessment = AskingTests.Assess(Flags, PersonProfile.Create().With("s.fever", true).With("s.rash", true).With("person.age", 30));

        assessment.Triage.Level.Should().Be(TriageLevel.ReferUrgent);
        assessment.NextQuestions.Should().BeEmpty();
        (assessment.Enough, assessment.Full).Should().Be((true, true));
    }

    [Fact]
    public void A_contraindication_is_asked_once_something_waits_for_it_and_a_caution_once_it_is_recommended()
    {
        var waiting = AskingTests.Assess(Flags, Safe.With("diet.milk", 3).With("s.mole", false).With("s.tired", false));
        waiting.NextQuestions.Select(q => (q.Id, q.Reason)).Should().Equal(("person.allergy", QuestionReason.Safety));
        waiting.NextQuestions[0].Decides.Should().Equal("diet.less-milk");
        waiting.Enough.Should().BeFalse();

        var recommended = AskingTests.Assess(Flags, Safe.With("diet.milk", 3).With("s.mole", false).With("s.tired", false).With("person.allergy", false));
        recommended.NextQuestions.Select(q => (q.Id, q.Reason)).Should().Equal(("m.maoi", QuestionReason.Caution));
        (recommended.Enough, recommended.Full).Should().Be((true, true));
    }

    [Fact]
    public void A_measurement_that_decides_a_red_flag_is_a_test_and_not_a_question()
    {
        var assessment = AskingTests.Assess(Flags, Safe.With("s.tired", true));

        assessment.Tests.Should().Equal(new UsefulTest("lab.crp", "CRP", 0));
        assessment.Triage.Unresolved.Single(u => u.Rule == "f.tired").Ask.Should().Equal("lab.crp");
        assessment.NextQuestions.Should().NotContain(q => q.Id == "lab.crp");
    }

    [Fact]
    public void Triage_stays_incomplete_while_a_declined_answer_would_decide_a_red_flag_and_not_while_only_a_measurement_would()
    {
        var declined = AskingTests.Assess(Flags, Safe.Declined("s.mole").With("s.tired", false));
        declined.Triage.Complete.Should().BeFalse();
        declined.Triage.Unresolved.Single().Ask.Should().BeEmpty();

        AskingTests.Assess(Flags, Safe.With("s.mole", false).With("s.tired", true)).Triage.Complete.Should().BeTrue();
    }

    [Fact]
    public void The_words_of_a_question_are_those_of_the_culture()
    {
        var german = AskingTests.Assess(
            Flags.Replace("\"safety\": [", "\"texts\": { \"de\": { \"screens\": { \"now\": { \"title\": \"Gerade jetzt?\" } }, \"factors\": { \"s.fever\": { \"name\": \"Fieber\" } } } },\n\"safety\": [", StringComparison.Ordinal),
            PersonProfile.Create(),
            new AssessmentOptions { Culture = "de-AT" });

        german.NextQuestions[0].Title.Should().Be("Gerade jetzt?");
        german.NextQuestions[0].Items[0].Question.Should().Be("Fieber");
    }
}
