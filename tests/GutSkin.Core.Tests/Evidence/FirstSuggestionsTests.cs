using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>
/// Somebody who has a condition, of whom nothing else is known but that no line of any screen applies: what comes first is what the
/// guidelines put first. The page with the table is committed.
/// </summary>
public class FirstSuggestionsTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolve().Data;

    private static readonly string[] Sexes = ["female", "male"];

    public static TheoryData<string> Conditions => [.. Set.Conditions.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void WhatTheGuidelinesPutFirstComesFirst(string condition)
    {
        var rows = AdviceRows.Indications.Where(r => r.Text("condition") == condition && r.Text("direction") == "for").ToList();
        string[] strong = [.. rows.Where(r => r.Text("strength") == "strong").Select(r => r.Text("intervention")).Distinct()];
        string[] advised = [.. rows.Select(r => r.Text("intervention")).Distinct()];
        foreach (string sex in Sexes)
        {
            var open = Open(Assess(condition, sex));
            var own = open.Where(r => r.Category != Intervention.ReferralCategory).ToList();
            string because = $"{condition}, {sex}: {string.Join(", ", open.Select(r => r.Intervention))}";

            // Care of the condition itself stands first, wherever a guideline speaks of it.
            if (strong.FirstOrDefault(id => id.StartsWith("care.", StringComparison.Ordinal) && own.Any(r => r.Intervention == id)) is { } care)
                own[0].Intervention.Should().Be(care, because);
            else
                strong.Should().NotContain(id => id == "care." + condition, because);

            // What is shown is advised for this very condition, strong advice before conditional, and nothing else is offered to a stranger.
            own.Select(r => r.Intervention).Should().BeSubsetOf(advised, because);
            own.Select(r => r.Tier).Should().BeInAscendingOrder(because);
            own.Where(r => r.Tier == 1).Select(r => r.Intervention).Should().BeSubsetOf(strong, because);

            // No more than the gates say: a row whose gate asks for nothing but the condition is there.
            foreach (var row in rows.Where(r => r.Text("when") == $"condition.{condition} == true"))
                own.Select(r => r.Intervention).Should().Contain(row.Text("intervention"), because);
        }
    }

    [Fact]
    public void TheTableIsCommitted()
    {
        var page = new StringBuilder();
        page.Append("<!-- Made from the built-in rule set by the tests; GUTSKIN_UPDATE=1 writes it anew. -->\n\n# What comes first\n\n");
        page.Append("Somebody of 30 who has the condition, of whom nothing else is known but that no line of any screen applies: what is suggested, in order.\n");
        page.Append("Everything else waits until something is known that speaks for it. What a guideline says is said in its strength; what is marked with a\n");
        page.Append("sex is suggested to that sex only. Statements are judged against `tests/GutSkin.Core.Tests/Evidence/rows/v2/indications.json`.\n\n");
        page.Append("| condition | suggested, in order | advice | what it says |\n|---|---|---|---|\n");
        foreach (var condition in Set.Conditions)
        {
            var bySex = Sexes.Select(sex => (Sex: sex, Open: Open(Assess(condition.Id, sex)))).ToList();
            var all = bySex.SelectMany(s => s.Open.Select(r => r.Intervention)).Distinct().ToList();
            if (all.Count == 0)
                page.Append(CultureInfo.InvariantCulture, $"| {condition.Name} | nothing yet | | no guideline speaks to somebody of whom only this is known |\n");
            for (int i = 0; i < all.Count; i++)
            {
                var whom = bySex.Where(s => s.Open.Any(r => r.Intervention == all[i])).ToList();
                var shown = whom[0].Open.First(r => r.Intervention == all[i]);
                var advice = shown.Indications.Where(a => a.Direction == IndicationDirection.For).ToList();
                page.Append(CultureInfo.InvariantCulture, $"| {(i == 0 ? condition.Name : "")} | {i + 1}. {shown.Name}{(whom.Count == Sexes.Length ? "" : $" ({whom[0].Sex})")} `{shown.Intervention}` | ")
                    .Append(advice.Count == 0 ? "a referral" : string.Join(", ", advice.Select(a => a.Strength == IndicationStrength.Strong ? "strong" : "conditional").Distinct()))
                    .Append(CultureInfo.InvariantCulture, $" | {string.Join(" ", advice.Select(a => a.Text)).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        Golden.Check(page.ToString(), "docs", "evidence", "first-suggestions.md");
    }

    private static Assessment Assess(string condition, string sex)
    {
        var person = PersonProfile.Create().AsOf(new DateOnly(2026, 11, 20)).ConcernedAbout(condition).With("person.age", 30).With("person.sex", FactorValue.Choice(sex));
        foreach (var screen in Set.Screens)
            person.Screened(screen.Id);
        if (Set.Conditions.First(c => c.Id == condition).Presence is { } presence)
            person.With(presence, true);
        return ScoringService.Default.Assess(person.Build());
    }

    private static List<Recommendation> Open(Assessment assessment) =>
        [.. assessment.Recommendations.Where(r => r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution)];
}
