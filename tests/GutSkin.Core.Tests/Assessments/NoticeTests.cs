using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>What a person is told about answers that do not count, word for word, and what is said of a compact assessment that was changed.</summary>
public class NoticeTests
{
    private static readonly ScoringService Scoring = new(LintCases.Compose("""
        { "id": "notices", "version": "1.0.0", "title": "Notices", "disclaimer": "This is not a diagnosis.", "conditions": [ { "id": "c", "name": "C" } ],
          "factors": [ { "id": "a.old", "name": "Old", "kind": "boolean", "maxAgeDays": 30 }, { "id": "a.ever", "name": "Ever", "kind": "boolean" },
            { "id": "s.one", "name": "One", "kind": "boolean", "maxAgeDays": 10 }, { "id": "s.two", "name": "Two", "kind": "boolean" }, { "id": "t.three", "name": "Three", "kind": "boolean" }, { "id": "s.fever", "name": "Fever", "kind": "boolean" } ],
          "interventions": [ { "id": "referral.doctor", "category": "referral", "name": "Doctor", "when": { "any": [] } } ],
          "safety": [ { "id": "fever", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "s.fever", "equals": true }, "refer": ["referral.doctor"], "message": "See a doctor today." } ],
          "screens": [ { "id": "s", "title": "Any of these?", "factors": ["s.one", "s.two"] }, { "id": "t", "title": "And these?", "factors": ["t.three"] } ] }
        """).GetValueOrThrow());

    [Fact]
    public void Answers_that_are_too_old_or_declined_are_told()
    {
        Told("""
            { "asOf": "2026-06-01", "observations": { "a.old": { "value": true, "on": "2026-01-01" }, "a.ever": { "value": true, "on": "2020-01-01" }, "s.fever": { "declined": true } },
              "screened": [ { "id": "s", "on": "2026-01-01" }, { "id": "t", "on": "2026-01-01" } ] }
            """).Should().Equal(
            "declined-safety fever: An answer that was declined decides whether someone should be seen today.",
            "too-old a.old: The answer to 'a.old' is too old to count.",
            "too-old s: The answer to the questions of 's' is too old to count for all of them.");
        Told("""{ "asOf": "2026-01-31", "observations": { "a.old": { "value": true, "on": "2026-01-01" } }, "screened": [ { "id": "s", "on": "2026-01-21" } ] }""").Should().BeEmpty("each is as old as it may be");
        Told("""{ "asOf": "2026-02-01", "observations": { "a.old": { "value": true, "on": "2026-01-01" } } }""").Should().ContainSingle("a day more is too old");
    }

    [Theory]
    [InlineData("""{ "observations": { "a.old": { "value": true, "on": "2020-01-01" }, "a.ever": true } }""")]
    [InlineData("""{ "observations": { "a.ever": true }, "screened": [ { "id": "t", "on": "2020-01-01" }, "s" ] }""")]
    public void Dated_answers_to_no_day_are_told(string profile) =>
        Told(profile).Should().Equal("no-date : The profile does not say for which day it speaks: no answer counts as too old.");

    [Fact]
    public void Answers_without_a_date_need_no_day() => Told("""{ "observations": { "a.old": true }, "screened": ["s"] }""").Should().BeEmpty();

    [Fact]
    public void A_compact_assessment_that_names_what_the_rule_set_lacks_is_told()
    {
        var service = ScoringService.Default;
        string compact = service.Assess(ProfileJson.Read(Repository.Profile("rosacea-alcohol")).GetValueOrThrow()).ToJson(AssessmentJsonOptions.Compact);
        var rules = service.RuleSet.Data;
        var ids = rules.Interventions.Select(i => i.Id).Concat(rules.Rules.Select(r => r.Id)).ToHashSet(StringComparer.Ordinal);
        int told = 0;
        foreach (string id in ids.Where(id => compact.Contains($"\"{id}\"", StringComparison.Ordinal)))
        {
            foreach (string other in (string[])["zzz.zzz", "aaa.aaa"])
            {
                var diagnostics = service.ReadAssessment(compact.Replace($"\"{id}\"", $"\"{other}\"", StringComparison.Ordinal)).Diagnostics;
                if (diagnostics.IsEmpty)
                    continue;
                diagnostics.Should().ContainSingle("of {0}", id).Which.Message.Should().Be($"The assessment names '{other}', which its rule set does not have: was it changed?");
                told++;
            }
        }

        told.Should().BeGreaterThan(20);
    }

    [Fact]
    public void A_compact_assessment_of_no_or_another_rule_set_is_told()
    {
        var document = JsonNode.Parse(ScoringService.Default.Assess(ProfileJson.Read(Repository.Profile("rosacea-alcohol")).GetValueOrThrow()).ToJson(AssessmentJsonOptions.Compact))!.AsObject();
        var made = document["ruleSet"]!.AsObject();
        made["sha256"] = new string('0', 64);
        var other = ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Subject;
        other.Message.Should().StartWith("Another rule set made the assessment: gutskin.evidence ").And.EndWith(" and cannot give back what the compact form leaves out.");
        other.Hint.Should().Be("Read it with a service of that rule set.");
        document.Remove("ruleSet");
        var none = ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Subject;
        (none.Code, none.Message).Should().Be(("GS0102", "The assessment does not say which rule set made it: it has no 'ruleSet'."));
        ScoringService.Default.ReadAssessment("""{ "schema": "gutskin.assessment/1", "ruleSet": 7 }""").Diagnostics.Should().Contain(d => d.Hint == "The schema gutskin-assessment-1.schema.json says what it is.");
    }

    private static string[] Told(string profile) =>
        [.. Scoring.Assess(ProfileJson.Read(profile).GetValueOrThrow()).Notices.Select(n => $"{n.Code} {n.Factor ?? n.Screen ?? n.Rule ?? n.Derivation}: {n.Message}")];
}
