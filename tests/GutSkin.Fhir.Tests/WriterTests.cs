#nullable disable warnings // What the SDK may leave null fails the test that meets it.
using System.Text.Json;
using Hl7.Fhir.Model;

namespace GutSkin.Fhir.Tests;

/// <summary>Assessments as resources: valid, without a probability, with the disclaimer in each, and the same every time.</summary>
public class WriterTests
{
    private static readonly FhirWriteOptions Options = new() { Subject = "Patient/1", Recorded = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(1)) };

    public static TheoryData<string> People => new(Repository.SampleProfiles);

    [Theory]
    [MemberData(nameof(People))]
    public void Every_resource_is_valid_and_says_that_it_is_no_diagnosis(string profile)
    {
        var assessment = Assess(profile);
        var bundle = FhirWriter.ToBundle(assessment, Options);
        Validation.Faults(bundle).Should().BeEmpty();
        foreach (var entry in bundle.Entry)
        {
            ((DomainResource)entry.Resource).Text.Div.Should().Contain(assessment.Disclaimer, entry.Resource.TypeName);
            entry.Resource.Id.Should().MatchRegex(@"^[A-Za-z0-9\-.]{1,64}$");
        }

        bundle.Entry.Select(e => e.FullUrl).Should().OnlyHaveUniqueItems();
        FhirWriter.ToJson(FhirWriter.ToBundle(Assess(profile), Options)).Should().Be(FhirWriter.ToJson(bundle));
    }

    [Theory]
    [InlineData("samples/profiles/adolescent-acne.json")]
    [InlineData("samples/profiles/urgent-red-flag.json")]
    public void Every_resource_fits_the_profiles_of_the_specification(string profile)
    {
        foreach (var resource in FhirWriter.ToBundle(Assess(profile), Options).Entry.Select(e => e.Resource).GroupBy(r => r.TypeName).Select(g => g.First()))
            Validation.ProfileFaults(resource).Should().BeEmpty(resource.TypeName);
    }

    [Fact]
    public void An_index_is_no_probability()
    {
        var assessment = Assess("samples/profiles/adolescent-acne.json");
        var indexes = FhirWriter.ToBundle(assessment, Options).Entry.Select(e => e.Resource).OfType<RiskAssessment>().ToList();
        indexes.Should().HaveCount(assessment.Conditions.Count(c => c.Score is not null));
        indexes.SelectMany(i => i.Prediction).Should().OnlyContain(p => p.Probability == null && p.QualitativeRisk == null && p.RelativeRisk == null);
        var acne = indexes.Single(i => i.Id == "gutskin-index-acne-vulgaris");
        var prediction = acne.Prediction.Single();
        prediction.Outcome.Coding.Select(c => c.Code).Should().Equal("88616000", "L70.0", "acne-vulgaris");
        var index = prediction.Extension.Single(e => e.Url == Canonicals.Extension + "index");
        ((double)((FhirDecimal)index.Extension.Single(e => e.Url == "score").Value).Value!.Value).Should().BeApproximately(assessment.Condition("acne-vulgaris")!.Score!.Value, 1e-6);
        prediction.Extension.Where(e => e.Url.EndsWith("contribution", StringComparison.Ordinal)).Should().NotBeEmpty()
            .And.OnlyContain(c => ((CodeableConcept)c.Extension.Single(e => e.Url == "certainty").Value).Coding[0].System == "http://terminology.hl7.org/CodeSystem/evidence-quality");
        FhirWriter.ToJson(acne).Should().NotContain("\"probability").And.Contain("not a probability");
    }

    [Fact]
    public void While_not_enough_is_known_data_are_requested()
    {
        var assessment = ScoringService.Default.Assess(PersonProfile.Create().AsOf(Clinic.Today).ConcernedAbout("rosacea").Build());
        var guidance = FhirWriter.ToBundle(assessment, Options).Entry.Select(e => e.Resource).OfType<GuidanceResponse>().Single();
        guidance.Status.Should().Be(GuidanceResponse.GuidanceResponseStatus.DataRequested);
        guidance.DataRequirement.Should().HaveCount(assessment.NextQuestions.Length);
        guidance.DataRequirement[0].CodeFilter[0].Code.Select(c => c.Code).Should().Equal(assessment.NextQuestions[0].Items.Select(i => i.Factor));
        guidance.Text.Div.Should().Contain("no all-clear");
    }

    [Fact]
    public void An_urgent_sign_leads_with_where_to_go()
    {
        var resources = FhirWriter.ToBundle(Assess("samples/profiles/urgent-red-flag.json"), Options).Entry.Select(e => e.Resource).ToList();
        var suggestions = resources.OfType<CarePlan>().Single();
        suggestions.Intent.Should().Be(CarePlan.CarePlanIntent.Proposal);
        suggestions.Activity.Should().OnlyContain(a => a.Detail.Code.Coding[0].Code.StartsWith("referral."));
        suggestions.Activity[0].Extension.Should().Contain(e => e.Url == Canonicals.Extension + "urgency" && ((Code)e.Value).Value == "urgent");
        resources.OfType<DetectedIssue>().Should().Contain(i => i.Code.Text == "Red flag" && i.Severity == DetectedIssue.DetectedIssueSeverity.High);
    }

    [Fact]
    public void A_contraindication_names_what_it_holds_back()
    {
        var person = PersonProfile.Create().AsOf(Clinic.Today).ConcernedAbout("acne-vulgaris").With("person.eating-disorder-history", true).With("body.bmi", 31).With("person.age", 30).Build();
        var issues = FhirWriter.ToBundle(ScoringService.Default.Assess(person), Options).Entry.Select(e => e.Resource).OfType<DetectedIssue>().ToList();
        issues.Should().Contain(i => i.Code.Text == "Contraindication" && i.Detail.Contains("This is about:"));
    }

    [Fact]
    public void The_rule_set_is_named_by_its_hash_and_the_day_is_needed()
    {
        var provenance = FhirWriter.ToBundle(Assess("samples/profiles/adolescent-acne.json"), Options).Entry.Select(e => e.Resource).OfType<Provenance>().Single();
        provenance.Entity.Single().What.Identifier.Value.Should().Be(Clinic.RuleSet.Sha256);
        provenance.Recorded.Should().Be(Options.Recorded);
        var undated = ScoringService.Default.Assess(PersonProfile.Create().Build());
        FluentActions.Invoking(() => FhirWriter.ToBundle(undated)).Should().Throw<ArgumentException>().WithMessage("Say when*");
        FluentActions.Invoking(() => FhirWriter.ToBundle(undated, Options with { Identifier = "a b" })).Should().Throw<ArgumentException>();
        FhirWriter.ToBundle(undated, Options).Entry.Should().NotBeEmpty();
        FhirWriter.ToBundle(undated, Options with { Identifier = "other" }).Entry[0].FullUrl.Should().NotBe(FhirWriter.ToBundle(undated, Options).Entry[0].FullUrl);
    }

    [Fact]
    public void Texts_of_a_rule_set_bring_no_markup()
    {
        var overlay = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("""
            { "id": "x", "version": "1.0.0", "title": "x", "extends": [{ "id": "gutskin.evidence", "version": ">=1.0.0" }],
              "disclaimer": "This is not a diagnosis. It is general information from published studies and does not replace one. <b onclick=\"x\">&</b>" }
            """));
        var set = new GutSkinBuilder().AddRuleSet(overlay, "overlay").Build();
        var bundle = FhirWriter.ToBundle(set.Assess(PersonProfile.Create().AsOf(Clinic.Today).Build()), Options);
        Validation.Faults(bundle).Should().BeEmpty();
        FhirWriter.ToXml(bundle).Should().NotContain("<b onclick");
    }

    [Fact]
    public void Sources_as_csl_json_and_bibtex()
    {
        using var csl = JsonDocument.Parse(EvidenceExport.ToCslJson(Clinic.RuleSet));
        csl.RootElement.GetArrayLength().Should().Be(Clinic.RuleSet.Data.Evidence.Length);
        foreach (var source in csl.RootElement.EnumerateArray())
        {
            source.GetProperty("type").GetString().Should().BeOneOf("article-journal", "document");
            source.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        }

        EvidenceExport.ToCslJson(Clinic.RuleSet, ["aad-acne-2024", "nothing"]).Should().Contain("\"literal\": \"American Academy of Dermatology work group\"").And.Contain("\"date-parts\": [");
        string bib = EvidenceExport.ToBibTeX(Clinic.RuleSet, ["abbasi-2024"]);
        bib.Should().StartWith("@article{abbasi-2024,\n  author = {Abbasi, F.},\n").And.Contain("doi = {10.1007/s00726-024-03420-7}").And.EndWith("\n}\n\n");
        string all = EvidenceExport.ToBibTeX(Clinic.RuleSet);
        all.Count(c => c == '{').Should().Be(all.Count(c => c == '}'));
        all.Split("\n@").Should().HaveCount(Clinic.RuleSet.Data.Evidence.Length);
    }

    internal static Assessment Assess(string profile)
    {
        var scoring = ScoringService.Default;
        return scoring.Assess(scoring.ReadProfile(Repository.Read(profile)).GetValueOrThrow());
    }
}
