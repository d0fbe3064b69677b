using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Reports;

public sealed class SafetyFirstTests
{
    private static readonly Func<Assessment, string>[] Forms = [a => a.ToText(), a => a.ToMarkdown(), a => a.ToHtml()];

    [Fact]
    public void Under_an_urgent_flag_nothing_to_do_is_shown()
    {
        var assessment = Small.Assess(Small.Person().With("symptom.sudden", true));
        foreach (var form in Forms)
        {
            string report = form(assessment);
            report.Should().Contain("A sudden change belongs to a doctor today.").And.Contain("See your doctor");
            report.Should().NotContain("Fewer sweets").And.NotContain("A culture").And.NotContain("Mild soap").And.NotContain("Change nothing");
            report.Should().Contain("all suggestions for daily life are held back (7)");
        }
    }

    [Fact]
    public void A_red_flag_comes_before_the_picture()
    {
        string text = Small.Assess(Small.Person().With("symptom.slow", true)).ToText();
        text.Should().Contain("SEE SOMEONE FIRST").And.Contain("Within about two weeks").And.Contain("Whom to see: See your doctor");
        text.IndexOf("belongs to a doctor soon", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("THE PICTURE", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_checked_is_said_first()
    {
        foreach (string? culture in new[] { null, "de" })
        {
            string text = Small.Assess(PersonProfile.Create(), culture).ToText();
            string said = culture is null ? "Not yet checked" : "Noch nicht geprüft";
            text.IndexOf(said, StringComparison.Ordinal).Should().BePositive().And.BeLessThan(text.IndexOf("Index", StringComparison.OrdinalIgnoreCase));
            text.Should().Contain("Do any of these apply to you?");
        }
    }

    [Fact]
    public void What_decides_an_urgent_flag_is_asked_first_and_never_cut()
    {
        foreach (string name in Samples.Names)
        {
            var assessment = Samples.Assess(name);
            if (assessment.Triage.Complete)
                continue;
            var set = assessment.Knowledge!.Data;
            var urgent = assessment.Triage.Unresolved.Where(u => set.Safety.Single(s => s.Id == u.Rule).Urgency == Urgency.Urgent)
                .SelectMany(u => u.Ask).ToHashSet(StringComparer.Ordinal);
            var names = new RuleSetWords(assessment.Knowledge, assessment.Culture, WordTable.For(assessment.Culture));
            string[] inOrder =
            [
                .. set.Screens.Select(s => s.Id).Where(urgent.Contains).Select(names.Ask),
                .. assessment.Triage.Unresolved.SelectMany(u => u.Ask).Distinct().Where(a => urgent.Contains(a) && set.Screens.All(s => s.Id != a)).Select(names.Ask),
            ];

            var list = ReportBuilder.Build(assessment).Sections[0].Blocks.OfType<ListBlock>().Single().Lines;
            list.Take(inOrder.Length).Should().Equal(inOrder, name);
        }

        var nothing = ReportBuilder.Build(Samples.Assess("almost-nothing")).Sections[0].Blocks.OfType<ListBlock>().Single().Lines;
        nothing.Take(3).Should().Equal(
            "Is any of this happening right now?", "Is your skin or are your eyes doing any of this right now?", "A few personal questions. Do any of these fit you?");
    }

    [Fact]
    public void What_to_ask_keeps_its_order_without_the_rule_set()
    {
        var assessment = Small.Assess(PersonProfile.Create()) with { Knowledge = null };
        ReportBuilder.Build(assessment).Sections[0].Blocks.OfType<ListBlock>().Single().Lines
            .Should().Equal(assessment.Triage.Unresolved.SelectMany(u => u.Ask).Distinct());
    }

    [Fact]
    public void Weight_loss_is_never_named_where_it_is_blocked_or_not_known_to_be_safe()
    {
        foreach (var person in new[] { Small.Person().With("person.eating-disorder-history", true), Small.Person().Without("person.eating-disorder-history") })
        {
            var assessment = Small.Assess(person);
            assessment.Recommendation("diet.weight-loss")!.Status.Should().BeOneOf(RecommendationStatus.Blocked, RecommendationStatus.NeedsCheck);
            foreach (var form in Forms)
                form(assessment).Should().NotContain("Lose weight").And.NotContain("Eat less").And.NotContain("31 kg/m² →").And.Contain("One more suggestion is held back");
        }

        Small.Assess(Small.Person()).ToText().Should().Contain("Lose weight").And.Contain("31 kg/m² → 25 kg/m²");
    }

    [Fact]
    public void A_lever_is_not_shown_as_something_to_do_while_its_suggestions_are_held_back()
    {
        var assessment = Small.Assess(Small.Person().With("person.eating-disorder-history", true));
        string text = assessment.ToText();
        text.Should().NotContain("3 servings a day → 1 serving a day").And.Contain("Not shown as something to change, for the same reasons: Sweets.");
        text.Should().Contain("Rules about food can do harm here.");
    }

    [Fact]
    public void Changing_nothing_is_the_first_row_with_its_own_interval() =>
        Small.Assess(Small.Person()).ToText().ReplaceLineEndings(" ").Should().MatchRegex(@"Change nothing\s+From → to: as it is\s+Index after it: Redness: \d+ \(\d+ to \d+\)");

    [Fact]
    public void What_is_blocked_or_waits_is_told_with_its_message()
    {
        string blocked = Small.Assess(Small.Person().With("person.pregnant", true)).ToText();
        blocked.Should().Contain("Not for you, by the answers given: Ask your midwife about cultures first.");
        string waits = Small.Assess(Small.Person().Without("person.pregnant")).ToText();
        waits.Should().Contain("Waiting for an answer: Pregnant").And.Contain("Why it matters: Ask your midwife about cultures first.");
    }

    [Fact]
    public void Disclaimer_and_when_to_see_someone_cannot_be_left_out()
    {
        foreach (string? culture in new[] { null, "de" })
        {
            var words = WordTable.For(culture);
            var bare = new Assessment
            {
                RuleSet = new RuleSetIdentity("x", "1.0.0", "00"),
                IntendedUse = IntendedUse.Research,
                Disclaimer = "",
                Triage = new Triage { Level = TriageLevel.None, Complete = true },
                Full = true,
                Enough = true,
                Culture = culture,
            };
            foreach (var form in Forms)
            {
                string report = Plain(form(bare));
                report.Should().Contain(words.WhenToSee).And.Contain(words.DefaultDisclaimer).And.Contain(words.UseResearch).And.Contain("1.0.0");
            }
        }
    }

    private static string Plain(string report) => string.Join(' ', report.Replace("> ", "", StringComparison.Ordinal).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
