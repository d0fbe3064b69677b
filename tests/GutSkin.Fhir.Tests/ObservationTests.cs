namespace GutSkin.Fhir.Tests;

/// <summary>Laboratory values as they come: units, bounds, statuses, dates, and which of several counts.</summary>
public class ObservationTests
{
    private const string VitaminD = "lab.vitamin-d";

    private static Observation? Read(string factor, params string[] resources) =>
        Clinic.Read(Clinic.Bundle(resources)).Profile.Observations.GetValueOrDefault(factor);

    [Theory]
    [InlineData("ng/mL", "18", "ng/mL")]
    [InlineData("ng/ml", "18", "ng/mL")]
    [InlineData("ug/L", "18", "ug/L")]
    [InlineData("nmol/L", "45", "nmol/L")]
    [InlineData("nmol/l", "45", "nmol/L")]
    public void Vitamin_D_counts_in_the_unit_that_UCUM_says(string unit, string value, string spelled)
    {
        var observation = Read(VitaminD, Clinic.Observation("a", "14635-7", Clinic.Quantity(value, unit)))!;
        observation.Unit.Should().Be(spelled);
        observation.On.Should().Be(new DateOnly(2026, 11, 1));
        observation.Source.Should().Be("Observation/a");
    }

    [Theory]
    [InlineData("75")]
    [InlineData("75000")]
    public void Vitamin_D_in_pmol_is_never_taken(string value)
    {
        string document = Clinic.Observation("a", "14635-7", Clinic.Quantity(value, "pmol/L"));
        Clinic.Read(document).Reason("a").Should().Be(FhirReason.UnknownUnit);
        var fault = Clinic.Diagnostics(document).Single();
        fault.Code.Should().Be("GS5105");
        fault.Path.Should().Be("Observation.value");
        fault.ToString().Should().Contain("Observation/a").And.NotContain(value).And.Contain("nmol/L");
    }

    [Fact]
    public void Vitamin_D_that_was_counted_in_another_unit_is_out_of_range() =>
        Clinic.Read(Clinic.Observation("a", "14635-7", Clinic.Quantity("75000", "nmol/L"))).Reason("a").Should().Be(FhirReason.OutOfRange);

    [Theory]
    [InlineData("""{"value":18,"unit":"ng/mL"}""")]
    [InlineData("""{"value":18,"code":"ng/mL"}""")]
    [InlineData("""{"value":18,"system":"http://unitsofmeasure.org","unit":"ng/mL"}""")]
    [InlineData("""{"value":18,"system":"http://example.org/units","code":"ng/mL"}""")]
    [InlineData("""{"value":18}""")]
    public void A_unit_is_trusted_only_where_UCUM_says_it(string quantity) =>
        Clinic.Read(Clinic.Observation("a", "14635-7", $"\"valueQuantity\":{quantity}")).Reason("a").Should().Be(FhirReason.NoUnit);

    [Theory]
    [InlineData("4548-4", "5.6", "%")]
    [InlineData("59261-8", "38", "mmol/mol")]
    [InlineData("4548-4", "5.6", "%{HbA1c}")]
    public void Long_term_blood_sugar_in_both_units(string code, string value, string unit) =>
        Read("lab.hba1c", Clinic.Observation("a", code, Clinic.Quantity(value, unit))).Should().NotBeNull();

    [Theory]
    [InlineData("<", "5", FhirReason.Comparator)] // the rules tell 1 from 4
    [InlineData(">", "1", FhirReason.Comparator)]
    [InlineData("<", "1", null)] // nothing tells 1 from less
    [InlineData(">", "590", null)] // nothing tells 590 from more
    public void A_bound_counts_only_where_no_rule_can_tell_it_from_what_lies_beyond(string comparator, string value, FhirReason? reason) =>
        Clinic.Read(Clinic.Observation("a", "1988-5", Clinic.Quantity(value, "mg/L", $",\"comparator\":\"{comparator}\""))).Reason("a").Should().Be(reason);

    [Theory]
    [InlineData("entered-in-error", FhirReason.EnteredInError)]
    [InlineData("preliminary", FhirReason.NotFinal)]
    [InlineData("registered", FhirReason.NotFinal)]
    [InlineData("cancelled", FhirReason.NotFinal)]
    [InlineData("unknown", FhirReason.NotFinal)]
    [InlineData("amended", null)]
    [InlineData("corrected", null)]
    public void Only_results_count(string status, FhirReason? reason) =>
        Clinic.Read(Clinic.Observation("a", "1988-5", Clinic.Quantity("2", "mg/L"), status: status)).Reason("a").Should().Be(reason);

    [Theory]
    [InlineData("asked-declined", true)]
    [InlineData("unknown", false)]
    [InlineData("not-performed", false)]
    public void No_value_with_a_reason_is_missing_or_declined(string reason, bool declined)
    {
        string absent = $$"""
            "dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"{{reason}}"}]}
            """;
        var observation = Read("body.weight", Clinic.Observation("a", "29463-7", absent));
        (observation?.IsDeclined == true).Should().Be(declined);
    }

    [Fact]
    public void The_newest_counts_and_the_others_are_listed()
    {
        var intake = Clinic.Read(Clinic.Bundle(
            Clinic.Observation("old", "29463-7", Clinic.Quantity("80", "kg"), "2025-01-01"),
            Clinic.Observation("new", "29463-7", Clinic.Quantity("70", "kg"), "2026-11-02"),
            Clinic.Observation("middle", "29463-7", Clinic.Quantity("75", "kg"), "2026-01-01T08:00:00Z")));
        intake.Profile.Observations["body.weight"].Value.Should().Be(FactorValue.Number(70));
        intake.Outcome("new").Should().Be(FhirOutcome.Used);
        intake.Reason("old").Should().Be(FhirReason.Superseded);
        intake.Reason("middle").Should().Be(FhirReason.Superseded);
    }

    [Fact]
    public void Contradictions_of_one_day_are_reported_and_the_later_one_counts_where_there_is_a_later_one()
    {
        string timed = Clinic.Bundle(
            Clinic.Observation("late", "29463-7", Clinic.Quantity("70", "kg"), "2026-11-02T18:00:00+01:00"),
            Clinic.Observation("early", "29463-7", Clinic.Quantity("90", "kg"), "2026-11-02T08:00:00+01:00"));
        Clinic.Read(timed).Outcome("late").Should().Be(FhirOutcome.Used);
        Clinic.Codes(timed).Should().Equal("GS5104");

        string untimed = Clinic.Bundle(
            Clinic.Observation("a", "29463-7", Clinic.Quantity("70", "kg"), "2026-11-02"),
            Clinic.Observation("b", "29463-7", Clinic.Quantity("90", "kg"), "2026-11-02"));
        var intake = Clinic.Read(untimed);
        intake.Profile.Observations.Should().NotContainKey("body.weight");
        intake.Reason("a").Should().Be(FhirReason.Contradicted);
        intake.Reason("b").Should().Be(FhirReason.Contradicted);
        Clinic.Codes(untimed).Should().Equal("GS5104");
    }

    [Fact]
    public void The_one_issued_later_counts_where_both_are_of_one_moment()
    {
        var intake = Clinic.Read(Clinic.Bundle(
            Clinic.Observation("first", "1988-5", Clinic.Quantity("9", "mg/L"), "2026-11-02", ",\"issued\":\"2026-11-02T10:00:00Z\""),
            Clinic.Observation("second", "1988-5", Clinic.Quantity("4", "mg/L"), "2026-11-02", ",\"issued\":\"2026-11-03T10:00:00Z\"")));
        intake.Outcome("second").Should().Be(FhirOutcome.Used);
    }

    [Fact]
    public void One_result_reported_in_two_units_is_no_contradiction()
    {
        string document = Clinic.Bundle(
            Clinic.Observation("mass", "62292-8", Clinic.Quantity("18.3", "ng/mL"), "2026-11-02"),
            Clinic.Observation("amount", "14635-7", Clinic.Quantity("45.7", "nmol/L"), "2026-11-02"));
        Clinic.Codes(document).Should().BeEmpty();
        Clinic.Read(document).Profile.Observations.Should().ContainKey(VitaminD);
    }

    [Fact]
    public void Components_are_read_like_observations()
    {
        var intake = Clinic.Read("""
            {"resourceType":"Observation","id":"panel","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85353-1"}]},"effectiveDateTime":"2026-11-01",
             "component":[
              {"code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},"valueQuantity":{"value":1.7,"system":"http://unitsofmeasure.org","code":"m"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":70,"system":"http://unitsofmeasure.org","code":"kg"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"valueQuantity":{"value":60,"system":"http://unitsofmeasure.org","code":"/min"}}]}
            """);
        intake.Profile.Observations.Keys.Should().BeEquivalentTo(["body.height", "body.weight"]);
        intake.Resources.Single().Factors.Select(f => f.Path).Should().Equal("Observation.component[0]", "Observation.component[1]");
    }

    [Fact]
    public void Dates_without_a_day_are_taken_early_and_said()
    {
        string document = Clinic.Observation("a", "29463-7", Clinic.Quantity("70", "kg"), "2026-10");
        Clinic.Read(document).Profile.Observations["body.weight"].On.Should().Be(new DateOnly(2026, 10, 1));
        Clinic.Diagnostics(document).Single().Should().Match<Diagnostic>(d => d.Code == "GS5103" && d.Path == "Observation.effective");
    }

    [Fact]
    public void What_comes_after_the_day_of_the_profile_is_left_out() =>
        Clinic.Read(Clinic.Observation("a", "29463-7", Clinic.Quantity("70", "kg"), "2026-12-24")).Reason("a").Should().Be(FhirReason.AfterAsOf);

    [Fact]
    public void What_ages_needs_a_date()
    {
        string undated = Clinic.Observation("a", "29463-7", Clinic.Quantity("70", "kg")).Replace("\"effectiveDateTime\":\"2026-11-01\",", "", StringComparison.Ordinal);
        Clinic.Read(undated).Reason("a").Should().Be(FhirReason.NoDate);
    }

    [Fact]
    public void A_measurement_of_somebody_else_is_not_used() =>
        Clinic.Read(Clinic.Observation("a", "29463-7", Clinic.Quantity("3", "kg"), more: ",\"focus\":[{\"display\":\"fetus\"}]")).Reason("a").Should().Be(FhirReason.OtherSubject);

    [Theory]
    [InlineData("266919005", "never")]
    [InlineData("449868002", "current")]
    [InlineData("428041000124106", "current")]
    public void Smoking_status(string code, string choice) =>
        Read("lifestyle.smoking-history", Smoking(code))!.Value.Should().Be(FactorValue.Choice(choice));

    [Fact]
    public void A_former_smoker_leaves_open_since_when() =>
        Clinic.Read(Smoking("8517006")).Reason("a").Should().Be(FhirReason.WrongValue);

    [Fact]
    public void Who_has_stopped_is_no_smoker_any_more()
    {
        string before = Smoking("449868002").Replace("2026-11-01", "2020-11-01", StringComparison.Ordinal).Replace("\"a\"", "\"before\"", StringComparison.Ordinal);
        var stopped = Clinic.Read(Clinic.Bundle(before, Smoking("8517006")));
        stopped.Profile.Observations.Should().NotContainKey("lifestyle.smoking-history");
        stopped.Reason("before").Should().Be(FhirReason.Superseded);
        var again = Clinic.Read(Clinic.Bundle(before.Replace("449868002", "8517006", StringComparison.Ordinal), Smoking("449868002")));
        again.Profile.Observations["lifestyle.smoking-history"].Value.Should().Be(FactorValue.Choice("current"));
    }

    [Fact]
    public void A_factor_without_a_code_elsewhere_is_read_by_its_own_id()
    {
        var value = Read("diet.fiber", """
            {"resourceType":"Observation","id":"a","status":"final","effectiveDateTime":"2026-11-01","code":{"coding":[{"system":"urn:gutskin:fhir:factor","code":"diet.fiber"}]},
             "valueQuantity":{"value":21,"system":"http://unitsofmeasure.org","code":"g/d"}}
            """)!;
        value.Value.Should().Be(FactorValue.Number(21));
    }

    [Theory]
    [InlineData("""{"text":"CRP"}""", FhirReason.NoCode)]
    [InlineData("""{"coding":[{"code":"1988-5"}]}""", FhirReason.NoCode)]
    [InlineData("""{"coding":[{"system":"http://loinc.org","code":"718-7"}]}""", FhirReason.NoFactor)]
    [InlineData("""{"coding":[{"system":"http://example.org","code":"1988-5"}]}""", FhirReason.NoFactor)]
    [InlineData("""{"coding":[{"system":"http://loinc.org","code":"1988-5"},{"system":"http://loinc.org","code":"29463-7"}]}""", FhirReason.AmbiguousCode)]
    [InlineData("""{"coding":[{"system":"http://loinc.org","code":"1988-5"},{"system":"http://loinc.org","code":"30522-7"}]}""", null)]
    [InlineData("""{"coding":[{"system":"http://example.org","code":"local"},{"system":"http://loinc.org","code":"1988-5"}]}""", null)]
    public void Codes_say_what_it_is(string code, FhirReason? reason) => Clinic.Read(
        $$"""{"resourceType":"Observation","id":"a","status":"final","effectiveDateTime":"2026-11-01","code":{{code}},{{Clinic.Quantity("2", "mg/L")}}}""").Reason("a").Should().Be(reason);

    private static string Smoking(string code) => Clinic.Observation(
        "a", "72166-2", "\"valueCodeableConcept\":" + $$"""{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]}""");
}
