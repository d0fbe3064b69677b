#nullable disable warnings // What the SDK may leave null fails the test that meets it.
using System.Text.RegularExpressions;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;

namespace GutSkin.Fhir.Tests;

/// <summary>Questions as questionnaires, and the answers back: valid, complete, and calculating what the library calculates.</summary>
public partial class QuestionnaireTests
{
    private const string Calculated = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

    public static TheoryData<string> Ids => new(FhirQuestionnaires.Ids(Clinic.RuleSet));

    private static Questionnaire Everything { get; } = FhirQuestionnaires.Find(Clinic.RuleSet, FhirQuestionnaires.Everything)!;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_questionnaire_is_valid(string id)
    {
        foreach (string culture in (string[])["en", "de"])
        {
            var questionnaire = FhirQuestionnaires.Find(Clinic.RuleSet, id, culture)!;
            Validation.Faults(questionnaire).Should().BeEmpty();
            Links(questionnaire.Item).Should().OnlyHaveUniqueItems();
            questionnaire.Text.Div.Should().Contain(Clinic.RuleSet.Disclaimer);
        }
    }

    [Fact]
    public void Everything_fits_the_profiles_of_the_specification() => Validation.ProfileFaults(Everything).Should().BeEmpty();

    [Fact]
    public void Every_factor_of_screens_and_forms_is_an_item_with_its_options_and_no_answer_ticked_before()
    {
        var items = All(Everything.Item).ToList();
        var asked = Clinic.RuleSet.Data.Screens.SelectMany(s => s.Factors).Concat(Clinic.RuleSet.Data.Forms.SelectMany(f => f.Items));
        items.Select(i => i.LinkId).Should().Contain(asked);
        items.Should().OnlyContain(i => i.Initial.Count == 0 && i.AnswerOption.All(o => o.InitialSelected != true));
        var soda = items.Single(i => i.LinkId == "intake.sugary-drinks");
        soda.AnswerOption.Select(o => ((Coding)o.Value).Code).Should().Equal([.. Clinic.RuleSet.FindFactor("intake.sugary-drinks")!.Choices, "prefer-not-to-say"]);
        soda.AnswerOption.Take(7).Should().OnlyContain(o => o.Extension.Any(e => e.Url.EndsWith("ordinalValue")));
        FhirQuestionnaires.Find(Clinic.RuleSet, "body.weight")!.Item.Single().LinkId.Should().Be("body.weight");
        FhirQuestionnaires.Find(Clinic.RuleSet, "nothing").Should().BeNull();
    }

    [Fact]
    public void Gates_become_enableWhen_where_it_can_say_them()
    {
        var crohn = All(Everything.Item).Single(i => i.LinkId == "gut.crohn");
        crohn.EnableWhen.Single().Should().Match<Questionnaire.EnableWhenComponent>(w => w.Question == "gut.ibd" && w.Operator == Questionnaire.QuestionnaireItemOperator.Equal && ((FhirBoolean)w.Answer).Value == true);
        var area = All(Everything.Item).Single(i => i.LinkId == "skin.body-surface-area");
        area.EnableBehavior.Should().Be(Questionnaire.EnableWhenBehavior.Any);
        var periods = All(Everything.Item).Single(i => i.LinkId == "symptom.irregular-periods");
        periods.EnableWhen.Should().BeEmpty();
        ((Expression)periods.Extension.Single(e => e.Url.EndsWith("enableWhenExpression")).Value).Expression_.Should().Contain("person.sex");
        // Asked alone, what it depends on is not there: it always shows.
        FhirQuestionnaires.Find(Clinic.RuleSet, "gut.crohn")!.Item.Single().EnableWhen.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Calculated_expressions_give_what_the_library_derives(ulong seed)
    {
        var (response, profile) = Person(seed);
        var assessment = ScoringService.Default.Assess(profile);
        var variables = Everything.Extension.Where(e => e.Url.EndsWith("/variable")).Select(e => (Expression)e.Value).ToDictionary(e => e.Name, e => e.Expression_);
        int calculated = 0;
        foreach (var item in Everything.Item.Where(i => i.LinkId.StartsWith("derivation:")))
        {
            string expression = Variable().Replace(((Expression)item.Extension.Single(e => e.Url == Calculated).Value).Expression_, m => variables.TryGetValue(m.Groups[1].Value, out string? text) ? $"({text})" : m.Value);
            decimal? value = response.Select(expression).SingleOrDefault() switch { FhirDecimal d => d.Value, Integer i => i.Value, null => null, var other => decimal.Parse(other.ToString()!, System.Globalization.CultureInfo.InvariantCulture) };
            var derived = assessment.Derived.FirstOrDefault(d => d.Derivation == item.LinkId["derivation:".Length..]);
            if (derived is null)
                continue; // Another derivation of the same factor came first, or something is missing.
            ((double?)value).Should().BeApproximately(derived.Value, 1e-6, item.LinkId);
            calculated++;
        }

        calculated.Should().BeGreaterThan(8);
    }

    [Fact]
    public void From_questionnaire_to_response_to_profile_to_assessment_to_guidance()
    {
        var (response, profile) = Person(7);
        Validation.Faults(response).Should().BeEmpty();
        var intake = Clinic.Read(FhirWriter.ToJson(response));
        foreach (var (factor, observation) in profile.Observations)
            intake.Profile.Observations[factor].Value.Should().Be(observation.Value, factor);
        intake.Resources.Single().Factors.Should().OnlyContain(f => f.Outcome == FhirOutcome.Used);
        var assessment = ScoringService.Default.Assess(intake.Profile);
        assessment.Conditions.Select(c => c.Score).Should().Equal(ScoringService.Default.Assess(profile).Conditions.Select(c => c.Score));
        var guidance = FhirWriter.ToBundle(assessment, new FhirWriteOptions { Subject = "Patient/1" }).Entry.Select(e => e.Resource).OfType<GuidanceResponse>().Single();
        guidance.Status.Should().Be(GuidanceResponse.GuidanceResponseStatus.DataRequested, "screens are open");
    }

    [Fact]
    public void None_of_these_closes_a_screen_for_what_was_shown()
    {
        string Response(string status, string version, string items) => $$"""
            {"resourceType":"QuestionnaireResponse","id":"q","status":"{{status}}","questionnaire":"urn:gutskin:fhir:questionnaire:emergency{{version}}","authored":"2026-11-20T08:00:00Z",
             "item":[{"linkId":"screen:emergency","item":[{{items}}]}]}
            """;
        const string None = """{"linkId":"emergency#none","answer":[{"valueBoolean":true}]}""";
        string now = $"|{Clinic.RuleSet.Data.Version}";
        var closed = Clinic.Read(Response("completed", now, None)).Profile.Screened.Single();
        closed.Screen.Should().Be("emergency");
        closed.Items!.Value.Should().BeEquivalentTo(Clinic.RuleSet.FindScreen("emergency")!.Factors);
        closed.On.Should().Be(new DateOnly(2026, 11, 20));
        Clinic.Read(Response("completed", "|0.9.0", """{"linkId":"symptom.collapse"},""" + None)).Profile.Screened.Single().Items!.Value.Should().Equal("symptom.collapse");
        Clinic.Read(Response("in-progress", now, None)).Profile.Screened.Should().BeEmpty();
        Clinic.Read(Response("completed", now, """{"linkId":"symptom.collapse"}""")).Profile.Observations.Should().BeEmpty("what is not answered is not no");
    }

    [Fact]
    public void Answers_that_do_not_fit_are_said_and_declined_ones_kept()
    {
        string Response(string items) => $$"""{"resourceType":"QuestionnaireResponse","id":"q","status":"completed","questionnaire":"urn:gutskin:fhir:questionnaire:everything","authored":"2026-11-20","item":[{{items}}]}""";
        string wrong = Response("""
            {"linkId":"person.pregnant","answer":[{"valueString":"no"}]},{"linkId":"body.weight","answer":[{"valueDecimal":7000}]},{"linkId":"diet.nothing","answer":[{"valueBoolean":true}]},
            {"linkId":"diet.spicy-food","answer":[{"valueCoding":{"system":"urn:gutskin:fhir:choice","code":"hourly"}}]},{"linkId":"derivation:dsq-fiber","answer":[{"valueDecimal":3}]}
            """);
        Clinic.Diagnostics(wrong).Select(d => d.Code).Should().BeEquivalentTo(["GS5113", "GS5106", "GS5113", "GS5113"]);
        Clinic.Read(wrong).Profile.Observations.Should().BeEmpty();
        string declined = Response("""
            {"linkId":"diet.spicy-food","answer":[{"valueCoding":{"system":"urn:gutskin:fhir:choice","code":"prefer-not-to-say"}}]},
            {"linkId":"body.weight","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}]}
            """);
        Clinic.Read(declined).Profile.Observations.Values.Should().HaveCount(2).And.OnlyContain(o => o.IsDeclined);
    }

    [Theory]
    [InlineData("rosacea", 1)]
    [InlineData("acne-vulgaris", 2)]
    public void The_next_question_follows_the_consultation_until_it_is_enough(string concern, ulong seed)
    {
        var random = new SplitMix64(seed);
        var response = new QuestionnaireResponse { Status = QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, Authored = "2026-11-20", Questionnaire = "urn:gutskin:fhir:questionnaire:consultation" };
        int pages = 0;
        for (; pages < 60; pages++)
        {
            response = AdaptiveQuestionnaire.Next(response, ScoringService.Default).GetValueOrThrow();
            Validation.Faults(response).Should().BeEmpty();
            if (response.Status == QuestionnaireResponse.QuestionnaireResponseStatus.Completed)
                break;
            var questions = response.Contained.OfType<Questionnaire>().Single().Item.Last();
            response.Item.Last().LinkId.Should().Be(questions.LinkId);
            foreach (var question in questions.Item.Where(i => i.Type != Questionnaire.QuestionnaireItemType.Display))
                response.Item.Last().Item.Add(Answer(question, concern, random));
        }

        pages.Should().BeInRange(5, 40);
        // The same answers, read as a whole, are enough for the library too.
        var intake = Clinic.Read(FhirWriter.ToJson(response));
        intake.Profile.Concerns.Should().Equal(concern);
        ScoringService.Default.Assess(intake.Profile).Enough.Should().BeTrue();
    }

    [Fact]
    public void What_is_left_open_is_not_asked_again_and_another_questionnaire_is_refused()
    {
        var response = new QuestionnaireResponse { Status = QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, Authored = "2026-11-20" };
        var seen = new HashSet<string>();
        for (int page = 0; page < 80 && response.Status != QuestionnaireResponse.QuestionnaireResponseStatus.Completed; page++)
        {
            response = AdaptiveQuestionnaire.Next(response, ScoringService.Default).GetValueOrThrow();
            foreach (string link in Links([response.Contained.OfType<Questionnaire>().Single().Item.Last()]).Where(_ => response.Status != QuestionnaireResponse.QuestionnaireResponseStatus.Completed))
                seen.Add(link).Should().BeTrue(link);
        }

        response.Status.Should().Be(QuestionnaireResponse.QuestionnaireResponseStatus.Completed);
        var other = new QuestionnaireResponse { Questionnaire = "http://example.org/phq-9" };
        AdaptiveQuestionnaire.Next(other, ScoringService.Default).Diagnostics.Single().Code.Should().Be("GS5006");
        Validation.Faults(AdaptiveQuestionnaire.Definition(ScoringService.Default, "de")).Should().BeEmpty();
    }

    /// <summary>A person as answers to everything that has no gate to be shut, and as a profile.</summary>
    private static (QuestionnaireResponse Response, PersonProfile Profile) Person(ulong seed)
    {
        var random = new SplitMix64(seed);
        var response = new QuestionnaireResponse
        {
            Id = "q", Status = QuestionnaireResponse.QuestionnaireResponseStatus.Completed, Authored = "2026-11-20", Subject = new ResourceReference("Patient/1"),
            Questionnaire = $"urn:gutskin:fhir:questionnaire:everything|{Clinic.RuleSet.Data.Version}", Text = new Narrative { Status = Narrative.NarrativeStatus.Generated, Div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>" },
        };
        var profile = PersonProfile.Create().AsOf(Clinic.Today);
        foreach (var factor in Clinic.RuleSet.Data.Forms.SelectMany(f => f.Items).Distinct().Select(id => Clinic.RuleSet.FindFactor(id)!))
        {
            var value = factor.Id switch
            {
                "person.age" => FactorValue.Number(random.From(19, 70)),
                "body.height" => FactorValue.Number(random.From(150, 200)),
                "body.weight" => FactorValue.Number(random.From(50, 120)),
                _ when factor.Kind == FactorKind.Choice => FactorValue.Choice(random.Pick(factor.Choices)),
                _ when factor.Kind == FactorKind.Boolean => FactorValue.Boolean(random.Chance(50)),
                _ => FactorValue.Number(factor.Min ?? 0),
            };
            profile.With(factor.Id, value);
            response.Item.Add(new QuestionnaireResponse.ItemComponent { LinkId = factor.Id, Answer = [new QuestionnaireResponse.AnswerComponent { Value = ToFhir(factor, value) }] });
        }

        return (response, profile.Build());
    }

    private static DataType ToFhir(Factor factor, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => new FhirBoolean(value.AsBoolean),
        FactorValueKind.Choice => new Coding(Canonicals.Choice, value.AsChoice),
        _ when factor.Kind == FactorKind.Integer => new Integer((int)value.AsNumber),
        _ => new FhirDecimal((decimal)value.AsNumber),
    };

    private static QuestionnaireResponse.ItemComponent Answer(Questionnaire.ItemComponent question, string concern, SplitMix64 random)
    {
        DataType value = question switch
        {
            { LinkId: "concerns" } => new Coding(Canonicals.Condition, concern),
            { LinkId: "person.age" } => new FhirDecimal(34),
            { Type: Questionnaire.QuestionnaireItemType.Boolean } => new FhirBoolean(question.LinkId.EndsWith("#none") || question.LinkId == "condition." + concern),
            { Type: Questionnaire.QuestionnaireItemType.Choice } => (Coding)random.Pick(question.AnswerOption).Value.DeepCopy(),
            { Type: Questionnaire.QuestionnaireItemType.Integer } => new Integer(1),
            _ => new FhirDecimal(((FhirDecimal?)question.Extension.FirstOrDefault(e => e.Url.EndsWith("minValue"))?.Value)?.Value ?? 0),
        };
        return new QuestionnaireResponse.ItemComponent { LinkId = question.LinkId, Answer = [new QuestionnaireResponse.AnswerComponent { Value = value }] };
    }

    private static IEnumerable<Questionnaire.ItemComponent> All(List<Questionnaire.ItemComponent> items) => items.SelectMany(i => All(i.Item).Prepend(i));

    private static IEnumerable<string> Links(List<Questionnaire.ItemComponent> items) => All(items).Select(i => i.LinkId!);

    [GeneratedRegex("%([A-Za-z0-9]+)")]
    private static partial Regex Variable();
}
