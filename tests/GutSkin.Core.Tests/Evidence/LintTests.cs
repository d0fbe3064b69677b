using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The built-in set and its sample overlay are clean; what is right on purpose says so where it stands.</summary>
public class LintTests
{
    [Fact]
    public void TheBuiltInSetHasNoErrorAndNoWarning() =>
        RuleSetComposer.Compose(BuiltInRuleSet.Document).Diagnostics.Should().BeEmpty();

    [Fact]
    public void TheProductsOverlayIsCleanAndItsTestsHold()
    {
        var overlay = RuleSetJson.Read(File.ReadAllBytes(Repository.Path("samples", "rules", "products-2021.json")), "products-2021.json");
        var result = RuleSetComposer.Compose(BuiltInRuleSet.Document, overlay);
        result.Diagnostics.Should().BeEmpty();
        var service = new ScoringService(result.GetValueOrThrow());
        foreach (var test in overlay.RuleSet!.Tests)
        {
            var assessment = service.Assess(test.Profile);
            assessment.Triage.Level.Should().Be(TriageLevel.None);
            foreach (string id in test.Blocked)
                assessment.Recommendation(id)!.Status.Should().Be(RecommendationStatus.Blocked, "{0}: {1}", test.Name, id);
        }
    }

    [Theory]
    [InlineData(""" "x-lint": { "GS1003": "kept for hosts that show it" } """, 0)]
    [InlineData(""" "x-lint": { "GS1003": " " } """, 1)]
    [InlineData(""" "x-lint": { "GS1004": "another code" } """, 1)]
    [InlineData(""" "x-lint": true """, 1)]
    public void AWarningIsExcusedOnlyWithAReasonForItsCode(string note, int warnings)
    {
        string json = $$"""{ "id": "a", "version": "1.0.0", "title": "A", "factors": [ { "id": "x.y", "name": "Y", "kind": "number", {{note}} } ] }""";
        RuleSetComposer.Compose(RuleSetJson.Read(json)).Diagnostics.Select(d => d.Code).Should().HaveCount(warnings);
    }

    [Fact]
    public void AnErrorIsNeverExcused()
    {
        const string Json = """{ "id": "a", "version": "1.0.0", "title": "A", "factors": [ { "id": "x.y", "name": "Y", "kind": "number", "min": 2, "max": 1, "x-lint": { "GS0307": "no", "GS1003": "kept" } } ] }""";
        RuleSetComposer.Compose(RuleSetJson.Read(Json)).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0307");
    }
}
