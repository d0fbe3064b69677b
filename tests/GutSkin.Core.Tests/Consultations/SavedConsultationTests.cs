using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>A saved consultation that was tampered with, or whose rule set has changed, and answers that do not fit.</summary>
public class SavedConsultationTests
{
    private static Consultation Answered => Consultation.Start(ConsultationTests.Flagged, ["acne"], new DateOnly(2026, 11, 20))
        .Answer("s.fever", true).Change("person.age", FactorValue.Number(30)).Change("diet.milk", FactorValue.Number(2));

    [Fact]
    public void What_a_newer_rule_set_does_not_have_is_left_out_and_told()
    {
        var newer = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(QuestionOrderTests.Flags
            .Replace("\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"", StringComparison.Ordinal)
            .Replace("s.fever", "s.chill", StringComparison.Ordinal)
            .Replace("\"max\": 3, \"modifiable\"", "\"max\": 1, \"modifiable\"", StringComparison.Ordinal)
            .Replace("[3, 1]", "[1, 1]", StringComparison.Ordinal))).GetValueOrThrow());

        var read = Consultation.Read(Answered.ToJson(), newer);

        read.Diagnostics.Select(d => (d.Code, d.Severity)).Distinct().Should().Equal(("GS1015", DiagnosticSeverity.Warning));
        string told = string.Join('\n', read.Diagnostics);
        told.Should().Contain("saved with 't.flags' '1.0.0'").And.Contain("'s.fever'").And.Contain("'diet.milk'");
        read.Value!.Profile.Observations.Keys.Should().Equal("person.age");
        read.Value.Profile.Screened.Should().Equal(new ScreenAnswer("now") { Items = ["s.rash"] });
        read.Value.Current!.Id.Should().Be("s.mole");
    }

    [Fact]
    public void The_answers_to_a_screen_that_is_gone_stay()
    {
        var without = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(QuestionOrderTests.Flags
            .Replace("{ \"id\": \"now\", \"title\": \"Right now?\", \"factors\": [\"s.fever\", \"s.rash\"] },", "", StringComparison.Ordinal))).GetValueOrThrow());

        var read = Consultation.Read(Answered.ToJson(), without).Value!;

        read.Profile.Observations["s.fever"].Value.Should().Be(FactorValue.Boolean(true));
        read.Profile.Observations["s.rash"].Value.Should().Be(FactorValue.Boolean(false));
    }

    [Theory]
    [InlineData("", "GS0001")]
    [InlineData("[]", "GS0103")]
    [InlineData("{}", "GS0102")]
    [InlineData("{\"schema\":\"gutskin.assessment/1\",\"ruleSet\":{\"id\":\"a\",\"version\":\"1.0.0\",\"sha256\":\"\"},\"known\":{},\"steps\":[]}", "GS0104")]
    [InlineData("{\"schema\":\"gutskin.consultation/1\",\"ruleSet\":{\"id\":\"a\",\"version\":\"1.0.0\",\"sha256\":\"\"},\"known\":{},\"steps\":[{\"did\":\"guess\"}]}", "GS0104")]
    [InlineData("{\"schema\":\"gutskin.consultation/1\",\"ruleSet\":{\"id\":\"a\",\"version\":\"1.0.0\",\"sha256\":\"\"},\"known\":{},\"steps\":[{\"did\":\"answer\",\"answers\":[1]}]}", "GS0103")]
    public void A_document_of_another_form_says_what_is_wrong(string json, string code)
    {
        var read = Consultation.Read(json, ConsultationTests.Flagged, file: "saved.json");

        read.Success.Should().BeFalse();
        read.Diagnostics.Should().Contain(d => d.Code == code && d.File == "saved.json");
    }

    [Fact]
    public void Answers_without_an_id_are_left_out_and_told()
    {
        const string Json = """
            { "schema": "gutskin.consultation/1", "ruleSet": { "id": "t.flags", "version": "1.0.0", "sha256": "" },
              "known": { "concerns": ["", "acne"], "screened": ["", { "id": "", "items": [""] }, { "id": "now", "items": [""] }], "observations": { "": 1, "s.fever": { "declined": true } } },
              "steps": [
                { "did": "decline", "question": "", "asks": "factor", "shown": ["", "s.rash"] },
                { "did": "skip", "question": "", "asks": "screen", "shown": [""] },
                { "did": "answer", "question": "", "asks": "screen", "shown": ["", "s.rash"], "answers": { "": false } },
                { "did": "change", "answers": { "": true, "person.age": 30 } },
                { "did": "screened", "shown": [""] },
                { "did": "begin", "concerns": [""], "answers": { "": 1 } } ] }
            """;

        var read = Consultation.Read(Json, ConsultationTests.Flagged);

        read.Success.Should().BeTrue();
        read.Diagnostics.Should().Contain(d => d.Message.Contains("without an id"));
        read.Value!.Assessment.ToText().Should().NotBeEmpty();
        read.Value.Profile.Observations.Keys.Should().NotContain("");
        Consultation.Read(read.Value.ToJson(), ConsultationTests.Flagged).Value!.ToJson().Should().Be(read.Value.ToJson());
    }

    [Fact]
    public void Whatever_is_done_to_a_saved_text_it_is_read_or_says_why_not()
    {
        string text = Answered.NoneOfTheseWhereAsked().ToJson();
        var random = new SplitMix64(7);
        for (int i = 0; i < 2_000; i++)
        {
            char[] characters = text.ToCharArray();
            for (int k = 0; k < 1 + random.Below(3); k++)
                characters[random.Below(characters.Length)] = random.Pick("{}[]\",:0159-etrufalsx. ".ToCharArray());
            var read = Consultation.Read(new string(characters), ConsultationTests.Flagged);
            if (read.Value is { } consultation)
                consultation.Assessment.ToJson().Should().Be(ConsultationTests.Flagged.Assess(consultation.Profile).ToJson());
            else
                read.Diagnostics.Should().Contain(d => d.Severity == DiagnosticSeverity.Error);
        }
    }

    [Fact]
    public void An_answer_that_was_not_asked_for_or_does_not_fit_is_told_with_all_others_and_without_its_value()
    {
        var screen = Consultation.Start(ConsultationTests.Flagged, ["acne"]);

        var wrong = screen.TryAnswer(new Dictionary<string, FactorValue>
        {
            ["s.fever"] = FactorValue.Number(39.7), ["diet.milk"] = FactorValue.Number(99), ["nothing"] = FactorValue.Boolean(true),
        });

        wrong.Success.Should().BeFalse();
        wrong.Diagnostics.Select(d => d.Code).Should().BeEquivalentTo("GS0507", "GS0507", "GS0501", "GS0503", "GS0504");
        string.Join('\n', wrong.Diagnostics).Should().NotContain("39.7").And.NotContain("99");
        screen.Invoking(c => c.Change("diet.milk", FactorValue.Number(99))).Should().Throw<InvalidInputException>();
        FluentActions.Invoking(() => Consultation.Start(ConsultationTests.Flagged, ["nothing"])).Should().Throw<InvalidInputException>();
    }

    [Theory]
    [InlineData(null, "s.rash", "yes", true)]
    [InlineData("de", "s.rash", "Nein", false)]
    [InlineData(null, "intake.beans", "1.5", 1.5)]
    [InlineData("de", "intake.beans", " 1,5 ", 1.5)]
    [InlineData(null, "intake.bread", "Every day", "daily")]
    [InlineData(null, "intake.bread", "daily", "daily")]
    public void The_text_of_a_field_is_read_in_the_language_of_the_page(string? culture, string item, string text, object expected)
    {
        var options = new AssessmentOptions { Culture = culture };
        var consultation = item == "s.rash"
            ? Consultation.Start(ConsultationTests.Flagged, ["acne"], options: options)
            : Consultation.Start(ConsultationTests.Small, ["acne"], options: options).Change("person.age", FactorValue.Number(30)).Answer("condition.acne", FactorValue.Boolean(true));

        var profile = consultation.TryAnswerText(new Dictionary<string, string> { [item] = text }).GetValueOrThrow().Profile;

        if (expected is false)
            profile.Observations.Should().NotContainKey(item);
        else
            profile.Observations[item].Value.Should().Be(expected switch { bool b => FactorValue.Boolean(b), double d => FactorValue.Number(d), var s => FactorValue.Choice((string)s) });
    }

    [Fact]
    public void Fields_that_cannot_be_read_are_told_at_once_and_empty_ones_stay_open()
    {
        var form = Consultation.Start(ConsultationTests.Small, ["acne"]).Change("person.age", FactorValue.Number(30)).Answer("condition.acne", FactorValue.Boolean(true));

        var read = form.TryAnswerText(new Dictionary<string, string> { ["intake.beans"] = "1,500", ["intake.bread"] = "sometimes", ["lab.x"] = "3" });

        read.Diagnostics.Select(d => d.Code).Should().Equal("GS0503", "GS0503", "GS0507");
        string.Join('\n', read.Diagnostics).Should().NotContain("1,500").And.NotContain("sometimes");
        form.TryAnswerText(new Dictionary<string, string> { ["intake.beans"] = "", ["intake.bread"] = " " }).Value!.Current.Should().BeNull();
    }
}

internal static class ConsultationSteps
{
    public static Consultation NoneOfTheseWhereAsked(this Consultation consultation) =>
        consultation.Current is { Asks: QuestionKind.Screen } ? consultation.NoneOfThese() : consultation;
}
