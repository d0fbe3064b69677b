namespace GutSkin.Fhir.Tests;

/// <summary>Diagnoses, allergies, and medicines: what is in a record may say yes, what is not in it says nothing.</summary>
public class RecordTests
{
    private static string Condition(string id, string system, string code, string clinical = "active", string verification = "confirmed", string more = "") => $$"""
        {"resourceType":"Condition","id":"{{id}}","subject":{"reference":"Patient/1"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"{{clinical}}"}]},
         "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"{{verification}}"}]},
         "code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},"recordedDate":"2026-01-01"{{more}}}
        """;

    private static string Snomed(string id, string code, string clinical = "active", string verification = "confirmed", string more = "") =>
        Condition(id, "http://snomed.info/sct", code, clinical, verification, more);

    private static string Allergy(string id, string code, string more = "", string clinical = "active", string verification = "confirmed", string recorded = "2026-01-01") => $$"""
        {"resourceType":"AllergyIntolerance","id":"{{id}}","patient":{"reference":"Patient/1"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"{{clinical}}"}]},
         "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"{{verification}}"}]},
         "code":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]},"recordedDate":"{{recorded}}"{{more}}}
        """;

    private static string Statement(string id, string atc, string status = "active", string more = "") => $$"""
        {"resourceType":"MedicationStatement","id":"{{id}}","status":"{{status}}","subject":{"reference":"Patient/1"},"dateAsserted":"2026-11-01",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"{{atc}}"}]}{{more}}}
        """;

    private static string Request(string id, string rxnorm, string intent = "order", string status = "active", string more = "") => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"{{status}}","intent":"{{intent}}","subject":{"reference":"Patient/1"},"authoredOn":"2026-08-01",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{rxnorm}}"}]}{{more}}}
        """;

    [Theory]
    [InlineData("http://snomed.info/sct", "24079001", "condition.atopic-dermatitis")]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "L20.8", "condition.atopic-dermatitis")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "L40.0", "condition.psoriasis")]
    [InlineData("http://fhir.de/CodeSystem/bfarm/icd-10-gm", "L71.9", "condition.rosacea")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "L70.0", "condition.acne-vulgaris")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "K50.90", "gut.crohn")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "K50.90", "gut.ibd")]
    [InlineData("http://id.who.int/icd/release/11/mms", "EA90", "condition.psoriasis")]
    public void Diagnoses_by_their_codes(string system, string code, string factor) =>
        Clinic.Read(Condition("a", system, code)).Profile.Observations[factor].Value.Should().Be(FactorValue.Boolean(true));

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "L71.0")] // perioral dermatitis
    [InlineData("http://hl7.org/fhir/sid/icd-10", "L70.1")] // acne conglobata
    [InlineData("http://hl7.org/fhir/sid/icd-10", "L2")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "I48.92")] // flutter
    [InlineData("http://id.who.int/icd/release/11/mms", "EB05")] // any urticaria
    [InlineData("http://snomed.info/sct", "40275004")] // contact dermatitis
    public void A_neighbor_is_not_the_same(string system, string code) =>
        Clinic.Read(Condition("a", system, code)).Reason("a").Should().Be(FhirReason.NoFactor);

    [Theory]
    [InlineData("active", "entered-in-error", FhirReason.EnteredInError)]
    [InlineData("active", "provisional", FhirReason.NotConfirmed)]
    [InlineData("active", "differential", FhirReason.NotConfirmed)]
    [InlineData("active", "unconfirmed", FhirReason.NotConfirmed)]
    [InlineData("resolved", "confirmed", FhirReason.NotActive)]
    [InlineData("remission", "confirmed", FhirReason.NotActive)]
    [InlineData("inactive", "confirmed", FhirReason.NotActive)]
    [InlineData("relapse", "confirmed", null)]
    [InlineData("recurrence", "confirmed", null)]
    public void Statuses_decide(string clinical, string verification, FhirReason? reason) =>
        Clinic.Read(Snomed("a", "9014002", clinical, verification)).Reason("a").Should().Be(reason);

    [Fact]
    public void An_abatement_ends_it() =>
        Clinic.Read(Snomed("a", "9014002", more: ",\"abatementDateTime\":\"2026-05-01\"")).Reason("a").Should().Be(FhirReason.NotActive);

    [Fact]
    public void What_was_ruled_out_is_no() =>
        Clinic.Read(Snomed("a", "9014002", verification: "refuted")).Profile.Observations["condition.psoriasis"].Value.Should().Be(FactorValue.Boolean(false));

    [Fact]
    public void A_history_counts_for_good() =>
        Clinic.Read(Condition("a", "http://hl7.org/fhir/sid/icd-10", "F50.0", "resolved")).Profile.Observations["person.eating-disorder-history"].Value.Should().Be(FactorValue.Boolean(true));

    [Fact]
    public void An_empty_record_says_nothing() => Clinic.Read(Clinic.Bundle()).Profile.Observations.Should().BeEmpty();

    [Fact]
    public void A_yes_that_nobody_took_back_wins_over_a_no()
    {
        string document = Clinic.Bundle(Snomed("yes", "396331005"), Condition("no", "http://hl7.org/fhir/sid/icd-10", "K90.0", verification: "refuted"));
        Clinic.Read(document).Profile.Observations["gut.celiac"].Value.Should().Be(FactorValue.Boolean(true));
        Clinic.Read(document).Reason("no").Should().Be(FhirReason.Contradicted);
        Clinic.Codes(document).Should().Equal("GS5104");
    }

    [Fact]
    public void Allergies()
    {
        Clinic.Read(Allergy("a", "91935009")).Profile.Observations["person.allergy.peanut"].Value.Should().Be(FactorValue.Boolean(true));
        Clinic.Read(Allergy("a", "91935009", ",\"type\":\"intolerance\"")).Reason("a").Should().Be(FhirReason.Intolerance);
        Clinic.Read(Allergy("a", "91935009", verification: "unconfirmed")).Reason("a").Should().Be(FhirReason.NotConfirmed);
        Clinic.Read(Allergy("a", "91935009", clinical: "resolved")).Reason("a").Should().Be(FhirReason.NotActive);
        Clinic.Read(Allergy("a", "300916003")).Reason("a").Should().Be(FhirReason.NoFactor);
    }

    [Fact]
    public void A_severe_reaction_counts_whatever_it_was_to()
    {
        var intake = Clinic.Read(Allergy("a", "300916003", ",\"reaction\":[{\"manifestation\":[{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"39579001\"}]}]}]"));
        intake.Profile.Observations["person.allergy.anaphylaxis"].Value.Should().Be(FactorValue.Boolean(true));
        intake.Resources.Single().Factors.Single().Path.Should().Be("AllergyIntolerance.reaction[0].manifestation");
    }

    [Fact]
    public void No_known_food_allergy_is_a_no_to_each_but_not_against_an_allergy_in_the_list()
    {
        var intake = Clinic.Read(Clinic.Bundle(Allergy("none", "429625007", recorded: "2026-06-01"), Allergy("egg", "91930004")));
        intake.Profile.Observations["person.allergy.peanut"].Value.Should().Be(FactorValue.Boolean(false));
        intake.Profile.Observations["person.allergy.egg"].Value.Should().Be(FactorValue.Boolean(true));
        intake.Profile.Observations.Should().NotContainKey("person.allergy.fragrance");
    }

    [Theory]
    [InlineData("B01AA03", "medication.warfarin")]
    [InlineData("B01AA03", "medication.anticoagulant")]
    [InlineData("B01AF02", "medication.anticoagulant")]
    [InlineData("J01AA02", "medication.tetracycline")]
    [InlineData("J01AA02", "medication.oral-antibiotic-now")]
    [InlineData("L04AF03", "medication.jak-inhibitor")]
    [InlineData("D10AD03", "medication.topical-retinoid")]
    public void Medicines_by_class(string atc, string factor) =>
        Clinic.Read(Statement("a", atc)).Profile.Observations[factor].Should().Match<Observation>(o => o.Value == FactorValue.Boolean(true) && o.On == null);

    [Theory]
    [InlineData("completed")]
    [InlineData("stopped")]
    [InlineData("not-taken")]
    [InlineData("intended")]
    [InlineData("on-hold")]
    public void A_medicine_that_is_not_taken_now_says_nothing(string status) =>
        Clinic.Read(Statement("a", "B01AA03", status)).Reason("a").Should().Be(FhirReason.NotTaken);

    [Fact]
    public void A_medicine_whose_time_is_over_says_nothing() =>
        Clinic.Read(Statement("a", "B01AA03", more: ",\"effectivePeriod\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-01\"}")).Reason("a").Should().Be(FhirReason.NotTaken);

    [Fact]
    public void As_needed_is_not_on_most_days()
    {
        Clinic.Read(Statement("a", "M01AE01", more: ",\"dosage\":[{\"asNeededBoolean\":true}]")).Reason("a").Should().Be(FhirReason.AsNeeded);
        Clinic.Read(Statement("a", "M01AE01")).Profile.Observations.Should().ContainKey("medication.nsaid");
    }

    [Fact]
    public void A_list_nobody_looked_at_for_more_than_a_year_ages() =>
        Clinic.Read(Statement("a", "B01AA03").Replace("2026-11-01", "2024-11-01", StringComparison.Ordinal))
            .Profile.Observations["medication.warfarin"].On.Should().Be(new DateOnly(2024, 11, 1));

    [Theory]
    [InlineData("order", "active", "", null)]
    [InlineData("plan", "active", "", FhirReason.NotTaken)]
    [InlineData("proposal", "active", "", FhirReason.NotTaken)]
    [InlineData("order", "stopped", "", FhirReason.NotTaken)]
    [InlineData("order", "entered-in-error", "", FhirReason.EnteredInError)]
    [InlineData("order", "active", ",\"doNotPerform\":true", FhirReason.NotTaken)]
    [InlineData("order", "active", ",\"dispenseRequest\":{\"validityPeriod\":{\"end\":\"2026-10-01\"}}", FhirReason.NotTaken)]
    public void Requests(string intent, string status, string more, FhirReason? reason) =>
        Clinic.Read(Request("a", "860975", intent, status, more)).Reason("a").Should().Be(reason);

    [Fact]
    public void A_medicine_may_be_contained_or_beside_and_one_that_is_missing_is_said()
    {
        const string Medication = """{"resourceType":"Medication","id":"med","code":{"coding":[{"system":"http://www.whocc.no/atc","code":"A10BA02"}]}}""";
        const string Refers = """{"resourceType":"MedicationStatement","id":"a","status":"active","subject":{"reference":"Patient/1"},"dateAsserted":"2026-11-01","medicationReference":{"reference":"REF"}CONTAINED}""";
        string contained = Refers.Replace("REF", "#med", StringComparison.Ordinal).Replace("CONTAINED", $",\"contained\":[{Medication}]", StringComparison.Ordinal);
        Clinic.Read(contained).Profile.Observations.Should().ContainKey("medication.metformin");
        string beside = Refers.Replace("CONTAINED", "", StringComparison.Ordinal);
        Clinic.Read(Clinic.Bundle(beside.Replace("REF", "Medication/med", StringComparison.Ordinal), Medication)).Profile.Observations.Should().ContainKey("medication.metformin");
        Clinic.Read(Clinic.Bundle(beside.Replace("REF", "https://clinic.example/fhir/Medication/med", StringComparison.Ordinal), Medication)).Profile.Observations.Should().ContainKey("medication.metformin");
        string missing = Clinic.Bundle(beside.Replace("REF", "Medication/other", StringComparison.Ordinal), Medication);
        Clinic.Read(missing).Reason("a").Should().Be(FhirReason.UnresolvedReference);
        Clinic.Diagnostics(missing).Single().Should().Match<Diagnostic>(d => d.Code == "GS5108" && d.Path == "Bundle.entry[0].resource.medication");
    }
}
