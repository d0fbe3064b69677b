using System.Diagnostics;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>What two rule sets do not have in common, in words, and whom it would hit.</summary>
public class RuleSetDiffTests
{
    private static readonly ResolvedRuleSet Base = Resolve(LintBase.Json);

    [Fact]
    public void TheSameIsNoDifference()
    {
        var difference = RuleSetDiff.Compare(Base, Resolve(LintBase.Json), [PersonProfile.Create().Build()]);
        difference.Entries.Should().BeEmpty();
        difference.Impact!.Conditions.Should().BeEmpty();
        difference.Impact.LargestMove.Should().BeNull();
        difference.LosesSafety.Should().BeFalse();
    }

    [Fact]
    public void AChangeIsToldFieldByFieldInWords() => Entry(
        ("{ \"oddsRatio\": 1.25, \"ci95\": [1.15, 1.36] }, \"certainty\": \"low\", \"mechanisms\": [\"insulin\"]",
            "{ \"oddsRatio\": 1.3 }, \"certainty\": \"moderate\", \"role\": \"marker\""),
        ("\"curve\": [[0, 0], [2, 1]]", "\"curve\": [[0, 0], [3, 1]]"),
        ("\"between\": [12, 40]", "\"atMost\": 30"))
        .Should().BeEquivalentTo(new EntryChange("rules", "acne.milk", EntryChangeKind.Changed,
        [
            "curve [[0, 0], [2, 1]] → [[0, 0], [3, 1]]",
            "effect.oddsRatio 1.25 → 1.3",
            "effect.ci95 removed: [1.15, 1.36]",
            "certainty low → moderate",
            "mechanisms removed: [insulin]",
            "role driver → marker",
            "when person.age 12 to 40 → person.age at most 30",
            "weight 0.1116 → 0.1968",
        ]), o => o.ComparingByMembers<EntryChange>());

    [Fact]
    public void EntriesComeAndGo()
    {
        var overlay = RuleSetJson.Read("""
            { "id": "over", "version": "1.0.0", "title": "t", "disclaimer": "This is not a diagnosis.", "extends": [{ "id": "test.base" }], "remove": { "rules": ["acne.soap"] },
              "evidence": [{ "id": "new-study", "title": "New" }], "mechanisms": [{ "id": "insulin", "name": "Insulin", "evidence": ["new-study"] }] }
            """);
        var now = RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json), overlay).GetValueOrThrow();

        RuleSetDiff.Compare(Base, now).Entries.Select(e => $"{e.Section} {e.Id} {e.Kind}: {string.Join("; ", e.Details)}").Should().Equal(
            "ruleSet over Changed: title Base → t",
            "mechanisms insulin Changed: evidence added: new-study; evidence removed: study-a",
            "evidence new-study Added: New",
            "rules acne.soap Removed: Soap");
    }

    [Fact]
    public void AModelChangeShowsInEveryWeight() =>
        RuleSetDiff.Compare(Base, Resolve(LintBase.With(("\"low\": 0.5 }", "\"low\": 0.25 }")))).Entries
            .Select(e => $"{e.Id}: {string.Join("; ", e.Details)}").Should().Contain("acne.milk: weight 0.1116 → 0.0558")
            .And.Contain("test.base: model.certaintyShrinkage.low 0.5 → 0.25");

    [Fact]
    public void ACohortSaysWhomItHits()
    {
        var now = Resolve(LintBase.With(("{ \"oddsRatio\": 1.25, \"ci95\": [1.15, 1.36] }", "{ \"oddsRatio\": 9 }"), ("\"certaintyCap\": { \"low\": 2 }", "\"certaintyCap\": { \"low\": 4 }")));
        PersonProfile[] cohort =
        [
            PersonProfile.Create().ConcernedAbout("acne").With("diet.milk", 0).With("person.age", 20).Build(),
            PersonProfile.Create().ConcernedAbout("acne").With("diet.milk", 1).With("person.age", 20).Build(),
            PersonProfile.Create().ConcernedAbout("acne").With("diet.milk", 2).With("person.age", 20).Build(),
            PersonProfile.Create().With("diet.milk", 99).Build(),
        ];

        var impact = RuleSetDiff.Compare(Base, now, cohort).Impact!;

        impact.People.Should().Be(3);
        impact.NotAssessed.Should().Equal(4);
        impact.BandChanged.Should().Be(2);
        var acne = impact.Conditions.Single();
        (acne.Condition, acne.Rises, acne.Falls, acne.BandChanged, acne.Least).Should().Be(("acne", 2, 0, 2, 0.0));
        impact.LargestMove!.Person.Should().Be(3);
        impact.SafetyLost.Should().BeEmpty();
    }

    [Fact]
    public void WhoeverLosesASafetyFindingIsNamed()
    {
        var looser = Resolve(LintBase.With(
            ("{ \"id\": \"calcium\", \"kind\": \"caution\", \"when\": { \"factor\": \"person.age\", \"atMost\": 18 }", "{ \"id\": \"calcium\", \"kind\": \"caution\", \"when\": { \"factor\": \"person.age\", \"atMost\": 10 }"),
            ("\"urgency\": \"urgent\"", "\"urgency\": \"soon\"")));
        var person = PersonProfile.Create().ConcernedAbout("acne").With("person.age", 15).With("symptom.fever", true).Build();

        var difference = RuleSetDiff.Compare(Base, looser, [PersonProfile.Create().With("person.age", 30).With("symptom.fever", false).Build(), person]);

        difference.LosesSafety.Should().BeTrue();
        difference.Impact!.SafetyLost.Should().Equal(
            new SafetyLoss(2, "fever", null, "a red flag (urgent)", "a red flag (soon)"),
            new SafetyLoss(2, "calcium", "diet.less-milk", "caution", "nothing"));
        difference.Impact.TriageChanged.Should().Be(1);
    }

    [Fact]
    public void SomeoneWhoCanNoLongerBeAssessedIsALoss()
    {
        var tighter = Resolve(LintBase.With(("\"min\": 0, \"max\": 5", "\"min\": 0, \"max\": 3")));
        RuleSetDiff.Compare(Base, tighter, [PersonProfile.Create().With("diet.milk", 4).Build()]).LosesSafety.Should().BeTrue();
    }

    [Fact]
    public void AThousandPeopleTakeSeconds()
    {
        var built = BuiltInRuleSet.Resolved;
        var overlay = RuleSetJson.Read("""{ "id": "over", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "remove": { "rules": ["acne.milk"] } }""");
        var now = RuleSetComposer.Compose(BuiltInRuleSet.Document, overlay).GetValueOrThrow();
        var cohort = Enumerable.Range(0, 1000).Select(i => PersonProfile.Create().With("diet.milk", i % 5).With("person.age", 12 + (i % 60)).Build()).ToList();
        var watch = Stopwatch.StartNew();

        var impact = RuleSetDiff.Compare(built, now, cohort).Impact!;

        impact.People.Should().Be(1000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), "5 s on a machine that does nothing else");
    }

    private static EntryChange Entry(params (string, string)[] changes) => RuleSetDiff.Compare(Base, Resolve(LintBase.With(changes))).Entries.Single();

    private static ResolvedRuleSet Resolve(string json) => RuleSetComposer.Compose(RuleSetJson.Read(json, "base.json")).GetValueOrThrow();
}
