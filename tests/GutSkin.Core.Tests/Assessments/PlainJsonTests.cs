using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>System.Text.Json without any option writes and reads the documented document.</summary>
public class PlainJsonTests
{
    public static TheoryData<string> Profiles => [.. Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void An_assessment_is_written_as_documented_and_read_back(string file)
    {
        var profile = ProfileJson.Read(File.ReadAllBytes(Repository.Path("samples", "profiles", file))).GetValueOrThrow();
        var assessment = ScoringService.Default.Assess(profile, new AssessmentOptions { Culture = "de" });
        var documented = JsonNode.Parse(assessment.ToJson());
        documented!["culture"]!.GetValue<string>().Should().Be("de");
        JsonNode.DeepEquals(JsonNode.Parse(JsonSerializer.Serialize(assessment)), documented).Should().BeTrue("no option is needed");
        JsonNode.DeepEquals(JsonNode.Parse(JsonSerializer.Serialize(assessment, JsonSerializerOptions.Web)), documented).Should().BeTrue("a web server's options change nothing");
        JsonSerializer.Deserialize<Assessment>(JsonSerializer.Serialize(assessment))!.ToJson().Should().Be(assessment.ToJson());
    }

    [Fact]
    public void A_what_if_is_written_without_what_is_absent()
    {
        var profile = PersonProfile.Create().With(Factors.Diet.Milk, 2).Build();
        var result = ScoringService.Default.WhatIf(profile, new Dictionary<string, FactorValue> { ["diet.milk"] = FactorValue.Number(0) });
        string json = JsonSerializer.Serialize(result, JsonSerializerOptions.Web);
        json.Should().StartWith("{\"conditions\":[{\"condition\":").And.NotContain(":null");
    }

    [Fact]
    public void No_number_is_minus_zero() => Cases.ForAll(
        seed => Cases.Assess(seed).ToJson().Should().NotMatchRegex(@"-0(\.0)?[,\]\s]", "seed {0}", seed),
        count: 150);

    [Fact]
    public void Who_answers_minus_zero_answers_zero() =>
        Small.Assess(Small.Milk, "\"f.milk\": -0").ToJson().Should().Be(Small.Assess(Small.Milk, "\"f.milk\": 0").ToJson());

    [Fact]
    public void What_protects_and_does_not_count_is_zero_and_not_minus_zero()
    {
        const string Protects = """
            "rules": [
              { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": -0.2 }, "certainty": "high" },
              { "id": "b", "condition": "acne", "title": "t", "when": { "factor": "f.yes", "equals": true }, "effect": { "logOdds": -0.2 }, "certainty": "high" } ],
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "effects": [ { "condition": "acne", "logOdds": 0, "ci95": [0, 0], "certainty": "high", "trial": { "outcome": "less", "n": 40, "weeks": 12 } } ] } ]
            """;
        foreach (string known in (string[])["\"f.milk\": 5", "\"f.milk\": 5, \"f.yes\": true", "\"f.yes\": false", ""])
            Small.Assess(Protects, $"\"has.acne\": true{(known.Length == 0 ? "" : ", ")}{known}").ToJson().Should().NotMatchRegex(@"-0(\.0)?[,\]\s]", known);
    }
}
