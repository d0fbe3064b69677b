using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Tests;

namespace GutSkin.Tool.Tests;

/// <summary>
/// The dossier of the release 2.0.0: what <c>gutskin diff</c> says between <c>gutskin.evidence</c> 1.0.0 and the built-in set, with the
/// sample cohort. <c>Releases/SOURCE.md</c> says where both files are from.
/// </summary>
public sealed class ReleaseDossierTests
{
    /// <summary>Safety findings that 2.0.0 does not give any more, by rule, and why nobody is less safe.</summary>
    private static readonly Dictionary<string, string> Explained = new(StringComparer.Ordinal)
    {
        ["ferment-immunosuppressant"] = "was a caution; `live-ferment-immunocompromised` and `live-immunosuppressant` now block living ferments",
        ["fiber-ibd-flare"] = "is a contraindication now and reaches all that moves fiber up; a stool test that was not done leaves nothing open any more",
        ["mediterranean-wine"] = "does not read isotretinoin any more; `rf-alcohol-isotretinoin` speaks where alcohol is drunk",
        ["gluten-free-restrictive"] = "still waits, and holds back: celiac disease is asked on another page now, which this person has not seen",
    };

    [Fact]
    public void TheDossierIsCommittedAndNobodyLosesASafetyFindingThatIsNotExplained()
    {
        using var folder = new TemporaryFolder();
        string old = folder.Write("gutskin.evidence-1.0.0.json", ReadableByVersion2());
        string cohort = Repository.Path("tests", "GutSkin.Tool.Tests", "Releases", "cohort.jsonl");

        var before = RuleSetComposer.Compose(RuleSetJson.Read(File.ReadAllText(old))).GetValueOrThrow();
        var people = File.ReadLines(cohort).Select(line => ProfileJson.Read(line).GetValueOrThrow()).ToList();
        var impact = RuleSetDiff.Compare(before, BuiltInRuleSet.Resolved, people, Environment.ProcessorCount).Impact!;
        impact.People.Should().Be(people.Count);
        impact.NotAssessed.Should().BeEmpty();
        impact.SafetyLost.Select(l => l.Rule).Distinct().Should().BeSubsetOf(Explained.Keys);

        var outcome = Programs.Gutskin("diff", old, BuiltInRuleSet.Id, "--profiles", cohort, "--format", "markdown");
        outcome.ExitCode.Should().Be(impact.SafetyLost.IsEmpty ? 0 : 1, outcome.Error);
        Golden.Check(Page(outcome.Output, impact, people), "docs", "evidence", "release-2.0.0.md");
    }

    private static string Page(string difference, CohortImpact impact, List<PersonProfile> people)
    {
        var page = new StringBuilder();
        page.Append("<!-- Made by the tests with gutskin diff; GUTSKIN_UPDATE=1 writes it anew. -->\n\n# Release dossier: gutskin.evidence 2.0.0\n\n");
        page.Append("What changed since 1.0.0, entry by entry, and whom of a sample cohort it hits: the eleven sample profiles and the 65 vignettes of\n");
        page.Append("1.0.0, answered in what both versions ask. [mapping.md](mapping.md) has the reason for each entry. Translations and embedded tests\n");
        page.Append("are left out. 1.0.0 was made readable in two places, which its page names: the sentence of the disclaimer, and a screen that depended\n");
        page.Append("on a concern and is asked of everybody here.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"**Read this first.** Of {impact.People} people {impact.BandChanged} change a band and {impact.TriageChanged} another triage. ");
        page.Append("Scores fall where a rule became a fact\n(what stands in one small trial, a reading of flora, a state of gut or skin). ");
        page.Append("Suggestions are lost where a trial had been credited to\nsomebody whom it did not study, and gained where a guideline puts something first. Safety findings that are lost:\n\n");
        page.Append("| rule | people | why nobody is less safe |\n|---|---:|---|\n");
        foreach (var rule in impact.SafetyLost.GroupBy(l => l.Rule!).OrderBy(g => g.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{rule.Key}` | {rule.Select(l => l.Person).Distinct().Count()} | {Explained[rule.Key]} |\n");
        page.Append("\nTriage that changes:\n\n| person | 1.0.0 | 2.0.0 |\n|---|---|---|\n");
        var before = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(ReadableByVersion2())).GetValueOrThrow());
        foreach (var person in people)
        {
            var (was, now) = (before.Assess(person).Triage, ScoringService.Default.Assess(person).Triage);
            if (was.Level != now.Level)
                page.Append(CultureInfo.InvariantCulture, $"| {person.Id} | {Told(was)} | {Told(now)} |\n");
        }

        return page.Append('\n').Append(WithoutSection(difference, "### tests")).ToString();
    }

    private static string Told(Triage triage) =>
        triage.Flags.IsEmpty ? "none" : string.Join(", ", triage.Flags.Select(f => $"`{f.Rule}`"));

    /// <summary>A page without one of its sections: the tests of 1.0.0 are not in the file, so that all of 2.0.0 would stand as new.</summary>
    private static string WithoutSection(string markdown, string heading)
    {
        int start = markdown.IndexOf("\n" + heading, StringComparison.Ordinal);
        if (start < 0)
            return markdown;
        int end = markdown.IndexOf("\n### ", start + 1, StringComparison.Ordinal);
        return end < 0 ? markdown[..start] : markdown[..start] + markdown[end..];
    }

    /// <summary>1.0.0 as it was, but for what today's reader refuses.</summary>
    private static string ReadableByVersion2()
    {
        using var file = File.OpenRead(Repository.Path("tests", "GutSkin.Tool.Tests", "Releases", "gutskin.evidence-1.0.0.json.gz"));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        var set = JsonNode.Parse(text)!;
        set["disclaimer"] = "This is not a diagnosis. " + set["disclaimer"]!.GetValue<string>();
        var acne = set["screens"]!.AsArray().Single(s => s!["id"]!.GetValue<string>() == "acne")!.AsObject();
        acne.Remove("when").Should().BeTrue("safety rules may not depend on what somebody is concerned about");
        return set.ToJsonString();
    }
}
