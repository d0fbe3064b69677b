using System.Text.Json;
using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>People as they come, with what a careful reader expects for them.</summary>
public class VignetteTests(ITestOutputHelper output)
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void EveryVignetteComesOutAsExpected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "vignettes.json")));
        var faults = new List<string>();
        int count = 0;
        foreach (var vignette in document.RootElement.EnumerateArray())
        {
            count++;
            faults.AddRange(Faults(vignette).Select(f => $"{vignette.Text("name")}: {f}"));
        }

        output.WriteLine($"{count} vignettes");
        count.Should().BeGreaterThanOrEqualTo(50);
        faults.Should().BeEmpty();
    }

    private static IEnumerable<string> Faults(JsonElement vignette)
    {
        var builder = ProfileJson.Read(vignette.GetProperty("profile").GetRawText()).GetValueOrThrow().ToBuilder();
        string screened = vignette.Text("screened");
        foreach (var screen in Set.Screens.Where(s => screened == "all" || (screened == "calm" && s.Id is not ("emergency" or "urgent-skin"))))
            builder.Screened(screen.Id);
        var assessment = ScoringService.Default.Assess(builder.Build());
        var expected = vignette.GetProperty("expect");

        string triage = assessment.Triage.Level switch
        {
            TriageLevel.ReferUrgent => "refer-urgent",
            TriageLevel.ReferSoon => "refer-soon",
            TriageLevel.ReferRoutine => "refer-routine",
            _ => "none",
        };
        if (triage != expected.Text("triage"))
            yield return $"triage is {triage} ({string.Join(", ", assessment.Triage.Flags.Select(f => f.Rule))})";
        if (expected.TryGetProperty("complete", out var complete) && complete.GetBoolean() != assessment.Triage.Complete)
            yield return "the triage's completeness is another";
        foreach (string flag in expected.Texts("flags").Except(assessment.Triage.Flags.Select(f => f.Rule)))
            yield return $"{flag} is not up";
        foreach (var property in expected.EnumerateObject().Where(p => p.Name is not ("triage" or "complete" or "flags" or "notBlocked" or "warned")))
        {
            foreach (string id in expected.Texts(property.Name))
            {
                string found = assessment.Recommendation(id)?.Status.ToString() ?? "NotSuggested";
                if (!found.Equals(property.Name == "without" ? "NoExpectedBenefit" : property.Name, StringComparison.OrdinalIgnoreCase))
                    yield return $"{id} is {found} and not {property.Name}";
            }
        }

        foreach (string id in expected.Texts("notBlocked").Where(i => assessment.Recommendation(i)?.Status == RecommendationStatus.Blocked))
            yield return $"{id} is blocked";
        if (!expected.TryGetProperty("warned", out var warned))
            yield break;
        foreach (var pair in warned.EnumerateObject())
        {
            if (assessment.Recommendation(pair.Name)!.Safety.All(s => s.Rule != pair.Value.GetString() || s.State != SafetyState.True))
                yield return $"{pair.Name} is shown without {pair.Value}";
        }
    }
}
