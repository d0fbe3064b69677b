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
}
