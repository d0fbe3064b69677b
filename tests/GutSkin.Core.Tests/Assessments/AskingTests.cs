using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 8 of the scoring model: what may be asked, through which items, and as part of which question.</summary>
public class AskingTests
{
    /// <summary>A rule on a measured target that two items fill, one of them asked of grown-ups only.</summary>
    internal const string Items = """
        {
          "id": "t.items", "version": "1.0.0", "title": "Items",
          "conditions": [{ "id": "acne", "name": "Acne", "presence": "condition.acne" }],
          "factors": [
            { "id": "person.age", "name": "Age", "kind": "number", "min": 0, "max": 120, "unit": "a" },
            { "id": "person.sex", "name": "Sex", "kind": "choice", "choices": ["female", "male"] },
            { "id": "condition.acne", "name": "Has acne", "kind": "boolean" },
            { "id": "diet.fiber", "name": "Fiber", "kind": "number", "min": 0, "max": 100, "acquisition": "measure", "core": true, "coreOrder": 2 },
            { "id": "intake.beans", "name": "Beans", "kind": "number", "min": 0, "max": 10, "question": "How many beans?", "hint": "Any.", "unit": "{servings}/d" },
            { "id": "intake.bread", "name": "Bread", "kind": "choice", "choices": ["never", "daily"], "scores": { "never": 0, "daily": 1 },
              "labels": { "never": "hardly ever", "daily": "every day" }, "askWhen": { "factor": "person.age", "atLeast": 18 } },
            { "id": "lab.x", "name": "X", "kind": "number", "min": 0, "max": 10, "acquisition": "measure" },
            { "id": "skin.mites", "name": "Mites", "kind": "number", "min": 0, "max": 10, "acquisition": "measure", "codes": { "method": "biopsy" } }
          ],
          "forms": [{ "id": "food", "title": "What do you eat?", "items": ["intake.bread", "intake.beans"] }],
          "derivations": [
            { "id": "d.fiber", "factor": "diet.fiber", "items": ["intake.beans", "intake.bread"],
              "cases": [{ "linear": { "terms": { "intake.beans": 2, "intake.bread": 3 } } }] }
          ],
          "rules": [
            { "id": "r.fiber", "condition": "acne", "title": "Fiber", "factor": "diet.fiber", "curve": [[0, 1], [30, 0]], "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "r.lab", "condition": "acne", "title": "Lab", "factor": "lab.x", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 1.5 }, "certainty": "high" },
            { "id": "r.mites", "condition": "acne", "title": "Mites", "factor": "skin.mites", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 1.5 }, "certainty": "high" }
          ]
        }
        """;

    [Fact]
    public void An_item_that_waits_for_an_age_is_covered_by_the_question_that_asks_the_age()
    {
        var assessment = Assess(Items, PersonProfile.Create().ConcernedAbout("acne"));

        // The age covers bread, and the fiber that is asked through it; beans stay in their form.
        var age = assessment.NextQuestions.Single(q => q.Id == "person.age");
        age.Asks.Should().Be(QuestionKind.Factor);
        age.Reason.Should().Be(QuestionReason.Score);
        age.Gain.Should().BeApproximately(Math.Log(2), 1e-12);
        age.Fills.Should().Equal("diet.fiber");
        assessment.NextQuestions.Single(q => q.Id == "food").Items.Select(i => i.Factor).Should().Equal("intake.beans");
    }

    [Fact]
    public void A_form_lists_its_open_items_in_its_order_with_all_that_a_page_needs()
    {
        var form = Assess(Items, PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30)).NextQuestions.Single(q => q.Id == "food");

        form.Asks.Should().Be(QuestionKind.Form);
        form.Title.Should().Be("What do you eat?");
        form.Items.Select(i => i.Factor).Should().Equal("intake.bread", "intake.beans");
        form.Items[0].Choices.Should().Equal(new QuestionChoice("never", "hardly ever"), new QuestionChoice("daily", "every day"));
        form.Items[1].Should().BeEquivalentTo(new QuestionItem
        {
            Factor = "intake.beans", Question = "How many beans?", Hint = "Any.", Kind = FactorKind.Number,
            Unit = "{servings}/d", UnitLabel = "servings a day", Min = 0, Max = 10,
        });
    }

    [Fact]
    public void A_target_is_asked_through_what_is_missing_and_never_itself()
    {
        var assessment = Assess(Items, PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30).With("intake.beans", 2));

        var form = assessment.NextQuestions.Single(q => q.Id == "food");
        form.Items.Select(i => i.Factor).Should().Equal("intake.bread");
        form.Gain.Should().BeApproximately(Math.Log(2), 1e-12);
        assessment.NextQuestions.Should().NotContain(q => q.Id == "diet.fiber");
        assessment.Tests.Should().NotContain(t => t.Factor == "diet.fiber");
    }

    [Fact]
    public void A_declined_item_closes_the_derivation()
    {
        var assessment = Assess(
            Items, PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30).With("condition.acne", true).Declined("intake.beans"));

        assessment.NextQuestions.Should().NotContain(q => q.Fills.Contains("diet.fiber"));
    }

    [Fact]
    public void Tests_are_measured_factors_with_a_gain_and_nobody_is_asked_for_a_biopsy()
    {
        var assessment = Assess(Items, PersonProfile.Create().ConcernedAbout("acne"));

        assessment.Tests.Should().Equal(new UsefulTest("lab.x", "X", Math.Log(1.5)));
    }

    [Fact]
    public void A_factor_measured_in_another_way_than_by_a_biopsy_is_a_useful_test() => Small.Assess(
        """ "rules": [ { "id": "a", "condition": "acne", "title": "t", "factor": "x.lab", "curve": [[0, 0], [1, 1]], "effect": { "logOdds": 0.1 }, "certainty": "high" } ] """,
        "", factors: """, { "id": "x.lab", "name": "Lab", "kind": "number", "min": 0, "max": 1, "acquisition": "measure", "codes": { "method": "blood" } }""")
        .Tests.Select(t => t.Factor).Should().Equal("x.lab");

    [Fact]
    public void A_measurement_that_decides_a_recommendation_against_something_is_a_useful_test_where_it_waits_for_that()
    {
        Tests("strong").Should().Equal("f.lab");
        Tests("conditional").Should().BeEmpty("the recommendation for it is stronger");

        static IEnumerable<string> Tests(string against) => Small.Assess(
            $$"""
            {{Small.Milk}}, "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.milk", "atMost": 10 } ], "indications": [
              { "direction": "for", "strength": "strong", "text": "t" },
              { "direction": "against", "strength": "{{against}}", "text": "t", "when": { "factor": "f.lab", "equals": true } } ] } ]
            """,
            "\"f.milk\": 60").Tests.Select(t => t.Factor);
    }

    [Theory]
    [InlineData("\"f.yes\": false", "")]
    [InlineData("\"f.yes\": true, \"f.nut\": true", "")]
    [InlineData("\"f.yes\": true, \"f.nut\": false", "f.age")]
    public void What_would_speak_for_something_that_is_out_of_the_question_is_not_asked(string known, string asked) => Small.Assess(
        """
        "interventions": [ { "id": "i", "category": "diet", "name": "I", "when": { "factor": "f.yes", "equals": true },
          "indications": [ { "direction": "for", "strength": "strong", "text": "t", "when": { "factor": "f.age", "atLeast": 18 } } ] } ],
        "safety": [ { "id": "no", "kind": "contraindication", "when": { "factor": "f.nut", "equals": true }, "message": "m", "interventions": ["i"] } ]
        """,
        $"\"has.acne\": true, {known}").NextQuestions.Select(q => q.Id).Should().Equal(asked.Length == 0 ? [] : [asked]);

    [Fact]
    public void The_picture_is_not_full_while_a_core_question_is_open()
    {
        const string Core = """, { "id": "x.core", "name": "Core", "kind": "boolean", "core": true, "coreOrder": 1 }""";

        var open = Small.Assess("\"rules\": []", "\"has.acne\": true", factors: Core);
        open.NextQuestions.Select(q => q.Id).Should().Equal("x.core");
        (open.Enough, open.Full).Should().Be((true, false));
        Small.Assess("\"rules\": []", "\"has.acne\": true, \"x.core\": true", factors: Core).Full.Should().BeTrue();
    }

    [Fact]
    public void What_is_worked_out_of_what_is_worked_out_is_asked_through_both_whatever_their_ids()
    {
        var assessment = Small.Service(
            """
            "derivations": [
              { "id": "a-second", "factor": "x.top", "items": ["y.mid"], "cases": [ { "linear": { "terms": { "y.mid": 1 } } } ] },
              { "id": "b-first", "factor": "y.mid", "items": ["z.base"], "cases": [ { "linear": { "terms": { "z.base": 1 } } } ] } ],
            "rules": [ { "id": "r", "condition": "acne", "title": "t", "factor": "x.top", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 0.4 }, "certainty": "high" } ]
            """,
            """
            , { "id": "z.base", "name": "B", "kind": "number", "min": 0, "max": 10 }, { "id": "y.mid", "name": "M", "kind": "number", "min": 0, "max": 10, "acquisition": "measure" },
            { "id": "x.top", "name": "T", "kind": "number", "min": 0, "max": 10, "acquisition": "measure" }
            """,
            withDerivations: false).Assess(Small.Person("\"has.acne\": true"));

        var question = assessment.NextQuestions.Single();
        question.Id.Should().Be("z.base");
        question.Fills.Should().Equal("x.top", "y.mid");
    }

    [Fact]
    public void Of_what_waits_that_is_asked_first_which_would_help_more()
    {
        var assessment = Small.Assess(
            """
            "rules": [
              { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.2 }, "certainty": "high" },
              { "id": "b", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[2, 0], [10, 1]], "effect": { "logOdds": 0.6 }, "certainty": "high" } ],
            "interventions": [
              { "id": "a", "category": "diet", "name": "A", "when": { "factor": "f.nut", "equals": true }, "changes": [ { "factor": "f.milk", "atMost": 10 } ] },
              { "id": "b", "category": "diet", "name": "B", "when": { "factor": "f.yes", "equals": true }, "changes": [ { "factor": "f.cups", "atMost": 2 } ] } ]
            """,
            "\"has.acne\": true, \"f.milk\": 60, \"f.cups\": 10");

        assessment.Recommendations.Should().OnlyContain(r => r.Status == RecommendationStatus.NeedsCheck);
        assessment.NextQuestions.Select(q => q.Id).Should().Equal("f.yes", "f.nut");
    }

    [Fact]
    public void Of_what_could_speak_against_something_that_is_asked_first_which_holds_back_more()
    {
        string Safety(string id, string factor, string intervention) => $$"""{ "id": "{{id}}", "kind": "contraindication", "when": { "factor": "{{factor}}", "equals": true }, "message": "m", "interventions": ["{{intervention}}"] }""";
        Small.Assess(
            $$"""
            "rules": [
              { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.2 }, "certainty": "high" },
              { "id": "b", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[2, 0], [10, 1]], "effect": { "logOdds": 0.6 }, "certainty": "high" } ],
            "interventions": [
              { "id": "a", "category": "diet", "name": "A", "changes": [ { "factor": "f.milk", "atMost": 10 } ] },
              { "id": "b", "category": "diet", "name": "B", "changes": [ { "factor": "f.cups", "atMost": 2 } ] } ],
            "safety": [ {{Safety("one", "f.nut", "a")}}, {{Safety("two", "f.yes", "b")}} ]
            """,
            "\"has.acne\": true, \"f.milk\": 60, \"f.cups\": 10").NextQuestions.Select(q => q.Id).Should().Equal("f.yes", "f.nut");
    }

    [Fact]
    public void Lists_of_ids_are_kept_and_forgotten_when_they_are_many()
    {
        string[] ids = [.. Enumerable.Range(0, 130).Select(i => $"id{i:000}")];
        var lists = new Core.Assessments.Building.AskLists(ids);
        for (int round = 0; round < 4; round++)
        {
            lists.Clear();
            for (int i = 0; i < 700; i++)
            {
                int[] members = [i % 130, ((i * 7) + 3) % 130, i / 130];
                lists.Begin();
                foreach (int member in members)
                    lists.Add(member);
                lists.End().Should().Equal(members.Distinct().Order().Select(m => ids[m]));
            }

            lists.Begin();
            lists.End().Should().BeEmpty();
        }
    }

    [Fact]
    public void Of_tests_that_decide_nothing_the_one_with_the_greatest_gain_comes_first() => Small.Assess(
        """
        "rules": [
          { "id": "a", "condition": "acne", "title": "t", "factor": "x.lab", "curve": [[0, 0], [1, 1]], "effect": { "logOdds": 0.1 }, "certainty": "high" },
          { "id": "b", "condition": "acne", "title": "t", "factor": "y.lab", "curve": [[0, 0], [1, 1]], "effect": { "logOdds": 0.3 }, "certainty": "high" },
          { "id": "c", "condition": "acne", "title": "t", "factor": "z.lab", "curve": [[0, 0], [1, 1]], "effect": { "logOdds": 0.2 }, "certainty": "high" } ]
        """,
        "", factors: string.Concat("xyz".Select(letter => $$""", { "id": "{{letter}}.lab", "name": "Lab", "kind": "number", "min": 0, "max": 1, "acquisition": "measure" }""")))
        .Tests.Select(t => t.Factor).Should().Equal("y.lab", "z.lab", "x.lab");

    [Fact]
    public void Presence_of_a_concern_comes_before_scores_and_the_full_picture_after()
    {
        var assessment = Assess(Items, PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30));
        assessment.NextQuestions.Select(q => (q.Id, q.Reason)).Should().Equal(("condition.acne", QuestionReason.Concern), ("food", QuestionReason.Score));
        (assessment.Enough, assessment.Full).Should().Be((false, false));

        var done = Assess(
            Items,
            PersonProfile.Create().ConcernedAbout("acne").With("person.age", 30).With("condition.acne", true).With("intake.beans", 1).With("intake.bread", "daily").With("diet.fiber", 5));
        done.NextQuestions.Should().BeEmpty();
        (done.Enough, done.Full).Should().Be((true, true));
    }

    internal static Assessment Assess(string ruleSet, PersonProfileBuilder profile, AssessmentOptions? options = null) =>
        new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(ruleSet)).GetValueOrThrow()).Assess(profile.Build(), options);
}
