using System.Diagnostics;
using System.Text;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace GutSkin.Fhir.Tests;

/// <summary>Documents that are wrong, hostile, large, or of another release: a diagnostic with a place, never a person's value.</summary>
public class DocumentTests
{
    private const string Weight = """{"resourceType":"Observation","id":"w","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"subject":{"reference":"Patient/1"},"effectiveDateTime":"2026-11-01","valueQuantity":{"value":70,"system":"http://unitsofmeasure.org","code":"kg"}}""";

    [Theory]
    [InlineData("", "GS5002")]
    [InlineData("{", "GS5002")]
    [InlineData("[]", "GS5001")]
    [InlineData("{}", "GS5001")]
    [InlineData("""{"observations":{}}""", "GS5001")]
    [InlineData("""{"resourceType":"Practitioner","id":"p"}""", "GS5006")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[}""", "GS5002")]
    [InlineData("""{"resourceType":"Observation","status":"final"} trailing""", "GS5002")]
    [InlineData("<", "GS5002")]
    [InlineData("<Patient/>", "GS5001")]
    [InlineData("""<Patient xmlns="http://hl7.org/fhir">""", "GS5002")]
    public void What_cannot_be_read_is_said(string document, string code) => Clinic.Codes(document).Should().Contain(code);

    [Theory]
    [InlineData("""<!DOCTYPE Patient [<!ENTITY x "SECRET">]><Patient xmlns="http://hl7.org/fhir"><id value="&x;"/></Patient>""")]
    [InlineData("""<!DOCTYPE Patient [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><Patient xmlns="http://hl7.org/fhir"><id value="&c;"/></Patient>""")]
    [InlineData("""<!DOCTYPE Patient SYSTEM "file:///etc/passwd"><Patient xmlns="http://hl7.org/fhir"/>""")]
    public void Entities_are_never_expanded(string document) => Clinic.Codes(document).Should().Equal("GS5005");

    [Fact]
    public void Nesting_has_an_end()
    {
        string json = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Basic","x":""" + new string('[', 200) + new string(']', 200) + "}}]}";
        Clinic.Codes(json).Should().Equal("GS5004");
        var xml = new StringBuilder("<Bundle xmlns=\"http://hl7.org/fhir\">");
        for (int i = 0; i < 5000; i++)
            xml.Append("<entry>");
        for (int i = 0; i < 5000; i++)
            xml.Append("</entry>");
        Clinic.Codes(xml.Append("</Bundle>").ToString()).Should().Equal("GS5004");
    }

    [Fact]
    public void Json_and_xml_and_objects_say_the_same()
    {
        string json = Clinic.Sample("synthea-r4-atopic-dermatitis-excerpt.json");
        var bundle = new FhirJsonDeserializer().Deserialize<Bundle>(json);
        string xml = new FhirXmlSerializer().SerializeToString(bundle);
        var options = new FhirReadOptions { AsOf = new DateOnly(2020, 6, 2) };
        var read = Clinic.Read(json, options);
        ProfileJson.ToJson(Clinic.Read(xml, options).Profile).Should().Be(ProfileJson.ToJson(read.Profile));
        ProfileJson.ToJson(FhirReader.Read([bundle], Clinic.RuleSet, options).GetValueOrThrow().Profile).Should().Be(ProfileJson.ToJson(read.Profile));
        Clinic.Read(xml, options).Resources.Select(r => r.ToString()).Should().Equal(read.Resources.Select(r => r.ToString()));
    }

    [Fact]
    public void A_byte_order_mark_and_spaces_are_no_fault() =>
        FhirReader.Read(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("\n  " + Weight)]), Clinic.RuleSet).Success.Should().BeTrue();

    [Theory] // STU3 and R5 shapes
    [InlineData("""{"resourceType":"Condition","id":"x","clinicalStatus":"active","verificationStatus":"confirmed","code":{"coding":[{"system":"http://snomed.info/sct","code":"9014002"}]},"subject":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.clinicalStatus")]
    [InlineData("""{"resourceType":"AllergyIntolerance","id":"x","verificationStatus":"confirmed","code":{"coding":[{"system":"http://snomed.info/sct","code":"91935009"}]},"patient":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.verificationStatus")]
    [InlineData("""{"resourceType":"AllergyIntolerance","id":"x","type":{"coding":[{"code":"allergy"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"91935009"}]},"patient":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.type")]
    [InlineData("""{"resourceType":"MedicationStatement","id":"x","status":"active","taken":"n","medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AA03"}]},"subject":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.taken")]
    [InlineData("""{"resourceType":"MedicationStatement","id":"x","status":"recorded","medication":{"concept":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AA03"}]}},"subject":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.medication")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"x","status":"active","intent":"order","medication":{"concept":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AA03"}]}},"subject":{"reference":"Patient/1"}}""", "Bundle.entry[0].resource.medication")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","id":"x","status":"completed","questionnaire":{"reference":"Questionnaire/1"}}""", "Bundle.entry[0].resource.questionnaire")]
    public void Other_releases_are_named_and_not_used(string resource, string path)
    {
        string document = Clinic.Bundle(resource, Weight);
        var intake = Clinic.Read(document);
        intake.Reason("x").Should().Be(FhirReason.OtherRelease);
        intake.Outcome("w").Should().Be(FhirOutcome.Used);
        Clinic.Diagnostics(document).Should().ContainSingle(d => d.Code == "GS5102").Which.Path.Should().Be(path);
    }

    [Theory]
    [InlineData("\"status\":\"final\"", "\"status\":\"finished\"", FhirReason.NotR4)]
    [InlineData("\"value\":70", "\"value\":\"70 SECRET\"", FhirReason.NotR4)]
    [InlineData("\"effectiveDateTime\":\"2026-11-01\"", "\"effectiveDateTime\":\"SECRET\"", FhirReason.NotR4)]
    [InlineData("\"effectiveDateTime\":\"2026-11-01\"", "\"effectiveDateTime\":\"2026-02-30\"", FhirReason.NotR4)]
    [InlineData("\"id\":\"w\"", "\"id\":\"w\",\"valueBoolean\":true", FhirReason.NotR4)]
    [InlineData("\"id\":\"w\"", "\"id\":\"w\",\"modifierExtension\":[{\"url\":\"http://example.org/not\",\"valueBoolean\":true}]", FhirReason.Modified)]
    [InlineData("\"id\":\"w\"", "\"id\":\"w\",\"implicitRules\":\"http://example.org/rules\"", FhirReason.Modified)]
    [InlineData("\"id\":\"w\"", "\"id\":\"w\",\"shoe\":\"SECRET\"", null)]
    [InlineData("\"id\":\"w\"", "\"id\":\"w\",\"interpretation\":\"SECRET\"", null)]
    public void What_is_not_valid_where_it_is_read_is_not_used(string was, string now, FhirReason? reason)
    {
        string document = Clinic.Bundle(Weight.Replace(was, now, StringComparison.Ordinal));
        Clinic.Read(document).Reason("w").Should().Be(reason);
        Clinic.Diagnostics(document).Should().OnlyContain(d => !d.ToString().Contains("SECRET", StringComparison.Ordinal) && d.Path.StartsWith("Bundle.entry[0].resource", StringComparison.Ordinal));
    }

    [Fact]
    public void People_are_kept_apart()
    {
        string two = Clinic.Bundle("""{"resourceType":"Patient","id":"1"}""", """{"resourceType":"Patient","id":"2"}""", Weight);
        Clinic.Codes(two).Should().Equal("GS5007");
        Clinic.Read(two, new FhirReadOptions { AsOf = Clinic.Today, Patient = "1" }).Outcome("w").Should().Be(FhirOutcome.Used);
        Clinic.Read(two, new FhirReadOptions { AsOf = Clinic.Today, Patient = "Patient/2" }).Reason("w").Should().Be(FhirReason.OtherSubject);
        Clinic.Codes(two, new FhirReadOptions { Patient = "3" }).Should().Equal("GS5008");
        string mother = Weight.Replace("Patient/1", "Patient/9", StringComparison.Ordinal).Replace("\"w\"", "\"m\"", StringComparison.Ordinal);
        var intake = Clinic.Read(Clinic.Bundle("""{"resourceType":"Patient","id":"1"}""", Weight, mother));
        intake.Reason("m").Should().Be(FhirReason.OtherSubject);
        intake.Profile.Observations["body.weight"].Source.Should().Be("Observation/w");
        Clinic.Codes(Clinic.Bundle(Weight, mother)).Should().Equal("GS5007");
    }

    [Theory]
    [InlineData("https://clinic.example/fhir/Patient/1")]
    [InlineData("urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0")]
    [InlineData("Patient/1/_history/2")]
    public void One_person_may_be_named_in_several_ways(string reference)
    {
        string document = $$"""
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Patient","id":"1"} },
             {"resource":{{Weight.Replace("Patient/1", reference, StringComparison.Ordinal)}} } ]}
            """;
        Clinic.Read(document).Outcome("w").Should().Be(FhirOutcome.Used);
    }

    [Fact]
    public void A_contained_result_is_read_as_its_holders()
    {
        string contained = Weight.Replace("\"subject\":{\"reference\":\"Patient/1\"},", "", StringComparison.Ordinal);
        string report = $$"""{"resourceType":"DiagnosticReport","id":"r","status":"final","code":{"text":"panel"},"subject":{"reference":"Patient/PATIENT"},"contained":[{{contained}}],"result":[{"reference":"#w"}]}""";
        var intake = Clinic.Read(Clinic.Bundle("""{"resourceType":"Patient","id":"1"}""", report.Replace("PATIENT", "1", StringComparison.Ordinal)));
        intake.Outcome("w").Should().Be(FhirOutcome.Used);
        intake.Resources.Single(r => r.Id == "w").Path.Should().Be("Bundle.entry[1].resource.contained[0]");
        Clinic.Read(Clinic.Bundle("""{"resourceType":"Patient","id":"1"}""", report.Replace("PATIENT", "2", StringComparison.Ordinal))).Reason("w").Should().Be(FhirReason.OtherSubject);
    }

    [Theory] // Found by coverage-guided fuzzing: the SDK throws.
    [InlineData("""{"resourceType":"Observation","id":"d","status":"final","":{"coding":[]}}""")]
    [InlineData("""{"resourceType":"Observation","id":"d","status":"final","code":{"":1}}""")]
    public void A_name_of_no_characters_is_a_fault_of_its_resource_alone(string damaged)
    {
        var intake = Clinic.Read(Clinic.Bundle(damaged, Weight));
        intake.Outcome("d").Should().NotBe(FhirOutcome.Used);
        intake.Outcome("w").Should().Be(FhirOutcome.Used);
    }

    [Fact]
    public void Of_a_history_the_version_changed_last_counts()
    {
        string old = Weight.Replace("\"id\":\"w\"", "\"id\":\"w\",\"meta\":{\"lastUpdated\":\"2026-11-01T08:00:00Z\"}", StringComparison.Ordinal);
        string now = Weight.Replace("\"id\":\"w\"", "\"id\":\"w\",\"meta\":{\"lastUpdated\":\"2026-11-02T08:00:00Z\"}", StringComparison.Ordinal).Replace("\"status\":\"final\"", "\"status\":\"entered-in-error\"", StringComparison.Ordinal);
        var intake = Clinic.Read(Clinic.Bundle(old, now));
        intake.Profile.Observations.Should().BeEmpty();
        intake.Resources.Select(r => r.Reason).Should().Equal(FhirReason.OlderVersion, FhirReason.EnteredInError);
    }

    [Fact]
    public void More_pages_and_bundles_in_bundles_are_said()
    {
        string document = $$"""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"a"},{"relation":"next","url":"b"}],"entry":[{"resource":{{Weight}} },{"resource":{"resourceType":"Bundle","type":"collection"} },{"response":{"status":"204"} }]}""";
        Clinic.Codes(document).Should().BeEquivalentTo(["GS5111", "GS5116"]);
    }

    [Fact]
    public void The_day_is_asked_for_or_taken_from_the_bundle_or_the_latest_record()
    {
        string stamped = Clinic.Bundle(Weight).Replace("\"type\":\"collection\"", "\"type\":\"collection\",\"timestamp\":\"2026-11-15T10:00:00Z\"", StringComparison.Ordinal);
        Clinic.Read(stamped, new FhirReadOptions()).Profile.AsOf.Should().Be(new DateOnly(2026, 11, 15));
        Clinic.Codes(Clinic.Bundle(Weight), new FhirReadOptions()).Should().Equal("GS5110");
        Clinic.Read(Clinic.Bundle(Weight), new FhirReadOptions()).Profile.AsOf.Should().Be(new DateOnly(2026, 11, 1));
    }

    [Theory]
    [InlineData("2008-05-13", "2026-11-20", 18.0, null)]
    [InlineData("2008-11-21", "2026-11-20", 17.0, null)]
    [InlineData("2008-05", "2026-11-20", 18.0, null)]
    [InlineData("2008-11", "2026-11-20", null, FhirReason.AgeNotKnown)]
    [InlineData("2008", "2026-11-20", null, FhirReason.AgeNotKnown)]
    [InlineData("2008", "2026-12-31", 18.0, null)]
    [InlineData("2025-11-21", "2026-11-20", 11.0, null)] // months
    [InlineData("2027-01-01", "2026-11-20", null, FhirReason.OutOfRange)]
    [InlineData("1880-01-01", "2026-11-20", null, FhirReason.OutOfRange)]
    public void Age(string born, string asOf, double? expected, FhirReason? reason)
    {
        var intake = Clinic.Read($$"""{"resourceType":"Patient","id":"1","birthDate":"{{born}}"}""", new FhirReadOptions { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) });
        intake.Profile.Observations.GetValueOrDefault("person.age")?.Value?.AsNumber.Should().Be(expected);
        intake.Resources.Single().Factors.First(f => f.Factor == "person.age").Reason.Should().Be(reason);
    }

    [Theory]
    [InlineData("male", null, "male")]
    [InlineData("female", null, "female")]
    [InlineData("other", null, null)]
    [InlineData("unknown", null, null)]
    [InlineData("male", "F", "female")]
    [InlineData("other", "M", "male")]
    [InlineData("female", "UNK", "female")]
    public void Sex(string gender, string? atBirth, string? expected)
    {
        string extension = atBirth is null ? "" : $$""","extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"{{atBirth}}"}]""";
        var intake = Clinic.Read($$"""{"resourceType":"Patient","id":"1","gender":"{{gender}}"{{extension}}}""");
        intake.Profile.Observations.GetValueOrDefault("person.sex")?.Value?.AsChoice.Should().Be(expected);
        intake.Profile.Observations.ContainsKey("person.sex").Should().Be(expected is not null);
    }

    [Fact]
    public void Fifty_megabytes_are_read_and_more_than_the_limit_is_refused_in_a_sentence()
    {
        string claim = $$"""{"resource":{"resourceType":"ExplanationOfBenefit","id":"e","status":"active","text":"{{new string('x', 4000)}}"} },""";
        var text = new StringBuilder("""{"resourceType":"Bundle","type":"collection","entry":[""");
        while (text.Length < 50_000_000)
            text.Append(claim.Replace("\"e\"", $"\"e{text.Length}\"", StringComparison.Ordinal));
        byte[] utf8 = Encoding.UTF8.GetBytes(text.Append($$"""{"resource":{{Weight}} } ]}""").ToString());
        long before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var intake = FhirReader.Read(utf8, Clinic.RuleSet, new FhirReadOptions { AsOf = Clinic.Today }).GetValueOrThrow();
        clock.ElapsedMilliseconds.Should().BeLessThan(20_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(utf8.Length, "what carries no factor is never parsed");
        intake.Outcome("w").Should().Be(FhirOutcome.Used);
        intake.Resources.Should().HaveCountGreaterThan(10_000);
        Clinic.Diagnostics(Weight, new FhirReadOptions { MaxBytes = 100 }).Single().Code.Should().Be("GS5003");
        FhirReader.Read(new MemoryStream(utf8), Clinic.RuleSet, new FhirReadOptions { MaxBytes = 1024 * 1024 }).Diagnostics.Single().Message.Should().Be("The document is larger than the limit of 1 MiB.");
    }

    [Fact]
    public void Ids_that_FHIR_does_not_allow_are_not_repeated()
    {
        string document = Clinic.Bundle(Weight.Replace("\"id\":\"w\"", "\"id\":\"SECRET name\"", StringComparison.Ordinal).Replace("\"kg\"", "\"stone\"", StringComparison.Ordinal));
        Clinic.Diagnostics(document).Should().NotBeEmpty().And.OnlyContain(d => !d.ToString().Contains("SECRET", StringComparison.Ordinal));
        Clinic.Read(document).Resources.Single().Id.Should().BeNull();
    }

    [Fact]
    public void Warnings_have_an_end()
    {
        string document = Clinic.Bundle([.. Enumerable.Range(0, 1500).Select(i => Weight.Replace("\"w\"", $"\"w{i}\"", StringComparison.Ordinal).Replace("\"kg\"", "\"stone\"", StringComparison.Ordinal))]);
        Clinic.Codes(document).Should().HaveCount(1001).And.EndWith("GS5118");
        Clinic.Read(document).Resources.Should().HaveCount(1500).And.OnlyContain(r => r.Reason == FhirReason.UnknownUnit);
    }

    [Fact]
    public void Nothing_shows_a_value()
    {
        var intake = Clinic.Read(Clinic.Bundle(Weight));
        intake.ToString().Should().Be("FhirIntake: 1 observations from 1 of 1 resources");
        intake.Resources.Single().ToString().Should().NotContain("70");
    }
}
