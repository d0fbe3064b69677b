using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>A quiz of somebody's own: its table is read and checked with every fault at its place, and its answers become a profile.</summary>
public class QuizTests
{
    private const string Table = """
        {
          "id": "shop.quiz",
          "questions": [
            { "id": "Q1", "answers": {
              "spots": { "concerns": ["acne-vulgaris"], "observations": { "condition.acne-vulgaris": true } },
              "redness": { "concerns": ["rosacea"] } } },
            { "id": "age", "factor": "person.age" },
            { "id": "height", "factor": "body.height", "unit": "m" },
            { "id": "Q4", "answers": {
              "milk": { "observations": { "person.allergy.milk": true } },
              "fish": { "observations": { "person.allergy.fish": true } },
              "shown": { "screened": [{ "id": "allergies", "items": ["person.allergy.milk", "person.allergy.fish"] }] },
              "rather-not": { "observations": { "person.allergy.milk": { "declined": true } } } } },
          ],
        }
        """;

    private static readonly ResolvedRuleSet Rules = BuiltInRuleSet.Resolved;

    private static Quiz Shop => Quiz.Read(Table).GetValueOrThrow();

    [Fact]
    public void Its_answers_are_a_profile_with_which_a_consultation_goes_on()
    {
        Shop.Check(Rules).Should().BeEmpty();

        var profile = Shop.ToProfile(Answers("Q1=spots", "Q1=redness", "age=30", "height=1.68", "Q4=fish", "Q4=shown", "Q4= "), Rules, new DateOnly(2026, 11, 20)).GetValueOrThrow();

        profile.Should().Be(PersonProfile.Create().AsOf(new DateOnly(2026, 11, 20)).ConcernedAbout("acne-vulgaris", "rosacea")
            .With("condition.acne-vulgaris", true).With("person.age", 30).With("body.height", Quantity.Of(1.68, "m")).With("person.allergy.fish", true)
            .Screened("allergies", ["person.allergy.milk", "person.allergy.fish"]).Build());
        var consultation = Consultation.Start(ScoringService.Default, profile);
        consultation.Assessment.Triage.Complete.Should().BeFalse("a quiz of four questions is no all-clear");
        consultation.Assessment.NextQuestions.SelectMany(q => q.Items).Select(i => i.Factor).Should()
            .NotContain(["person.age", "body.height", "person.allergy.milk", "person.allergy.fish"]);
    }

    [Fact]
    public void Everything_wrong_with_answers_is_told_at_once_and_without_them()
    {
        var read = Shop.ToProfile(Answers("Q1=pimples", "ages=173", "height=tall", "Q4=milk", "Q4=rather-not"), Rules);

        read.Value.Should().BeNull();
        read.Diagnostics.Select(d => (d.Code, d.Path)).Should().Equal(
            ("GS0503", "$.Q1"), ("GS0507", "$.ages"), ("GS0503", "$.height"), ("GS0508", "$.Q4"));
        read.Diagnostics[1].Hint.Should().Contain("age");
        Shop.ToProfile(Answers("age=173"), Rules).Diagnostics.Select(d => d.Code).Should().Equal("GS0504");
        string.Join('\n', read.Diagnostics).Should().NotContain("pimples").And.NotContain("173").And.NotContain("tall");
    }

    [Fact]
    public void Two_ticks_that_show_parts_of_a_screen_show_both()
    {
        var quiz = Quiz.Read("""
            { "id": "q", "questions": [
              { "id": "a", "answers": { "x": { "screened": [{ "id": "allergies", "items": ["person.allergy.milk"] }] }, "y": { "screened": [{ "id": "allergies", "items": ["person.allergy.egg"] }] }, "z": { "screened": ["allergies"] } } } ] }
            """).GetValueOrThrow();

        quiz.ToProfile(Answers("a=x", "a=y"), Rules).GetValueOrThrow().Screened.Should().Equal(new ScreenAnswer("allergies") { Items = ["person.allergy.milk", "person.allergy.egg"] });
        quiz.ToProfile(Answers("a=x", "a=z"), Rules).GetValueOrThrow().Screened.Should().Equal(new ScreenAnswer("allergies"));
    }

    [Theory]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "factor": "diet.milc" }] }""", "GS0501", "\"diet.milc", "diet.milk")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "factor": "diet.milk", "unit": "kg" }] }""", "GS0505", "\"kg", null)]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "answers": { "x": { "observations": { "intake.milk": "often" } } } }] }""", "GS0316", "\"often", "twice-daily")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "answers": { "x": { "observations": { "diet.milk": 900 } } } }] }""", "GS0504", "900", "Allowed")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "answers": { "x": { "concerns": ["acne-vulgarus"] } } }] }""", "GS0502", "\"acne-vulgarus", "acne-vulgaris")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "answers": { "x": { "screened": ["emergencies"] } } }] }""", "GS0203", "\"emergencies", "emergency")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "answers": { "none": { "screened": ["emergency"] } } }] }""", "GS1016", "{ \"none", "consultation")]
    [InlineData("""{ "id": "q", "questions": [{ "id": "a", "factor": "diet.milk" }, { "id": "b", "factor": "diet.milk" }] }""", "GS1017", "\"b\"", "once")]
    public void A_table_that_does_not_fit_the_rule_set_is_told_at_its_place(string json, string code, string at, string? hint)
    {
        var diagnostic = Quiz.Read(json, "quiz.json").GetValueOrThrow().Check(Rules).Should().ContainSingle().Subject;

        (diagnostic.Code, diagnostic.File, diagnostic.Line).Should().Be((code, "quiz.json", 1));
        json[(diagnostic.Column!.Value - 1)..].Should().StartWith(at, "the fault stands there");
        if (hint is not null)
            diagnostic.Hint.Should().Contain(hint);
    }

    [Theory]
    [InlineData("[]", "GS0103")]
    [InlineData("{ \"id\": \"q\" }", "GS0102")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\" }] }", "GS0102")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"factor\": \"diet.milk\", \"answers\": {} }] }", "GS0326")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"answers\": {}, \"unit\": \"kg\" }] }", "GS0326")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"answers\": { \"x\": { \"observation\": {} } } }] }", "GS0101")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"answers\": { \"x\": { \"asOf\": \"2026-01-01\" } } }] }", "GS0101")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"answers\": {} }, { \"id\": \"a\", \"answers\": {} }] }", "GS0201")]
    [InlineData("{ \"id\": \"q\", \"questions\": [{ \"id\": \"a\", \"answers\": { \"x\": {}, \"x\": {} } }] }", "GS0105")]
    [InlineData("{ \"id\": \"q\", \"questions\": ", "GS0001")]
    public void A_table_of_another_form_is_not_read_and_says_why(string json, string code)
    {
        var read = Quiz.Read(json, "quiz.json");

        read.Value.Should().BeNull();
        read.Diagnostics.Should().Contain(d => d.Code == code && d.File == "quiz.json" && d.Line == 1);
    }

    [Fact]
    public void The_schema_has_the_properties_that_are_read()
    {
        var parts = JsonNode.Parse(JsonSchemas.Quiz)!["$defs"]!;

        Names(parts["quiz"]!).Should().BeEquivalentTo(GutSkin.Core.Consultations.QuizShapes.Quiz.Properties);
        Names(parts["question"]!).Should().BeEquivalentTo(GutSkin.Core.Consultations.QuizShapes.Question.Properties);
        Names(parts["answer"]!).Should().BeEquivalentTo(GutSkin.Core.Consultations.QuizShapes.Answer.Properties);
    }

    private static IEnumerable<string> Names(JsonNode part) => part["properties"]!.AsObject().Select(p => p.Key);

    private static IEnumerable<KeyValuePair<string, string>> Answers(params string[] pairs) =>
        pairs.Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]));
}
