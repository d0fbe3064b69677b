using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Reports;

public sealed class SafetyFirstTests
{
    private static readonly Func<Assessment, string>[] Forms = [a => a.ToText(ReportDetail.Full), a => a.ToMarkdown(ReportDetail.Full), a => a.ToHtml(ReportDetail.Full)];

    [Fact]
    public void Under_an_urgent_flag_nothing_to_do_is_shown()
    {
        var assessment = Small.Assess(Small.Person().With("symptom.sudden", true));
        foreach (var form in Forms)
        {
            string report = form(assessment);
            report.Should().Contain("A sudden change belongs to a doctor today.").And.Contain("See your doctor");
            report.Should().NotContain("Fewer sweets").And.NotContain("A culture").And.NotContain("Mild soap").And.NotContain("Change nothing");
            report.Should().Contain("all suggestions for daily life are held back (7)").And.Contain("Ideas for daily life can wait until then");
        }
    }

    [Fact]
    public void A_red_flag_comes_before_the_picture()
    {
        string text = Small.Assess(Small.Person().With("symptom.slow", true)).ToText(ReportDetail.Full);
        text.Should().Contain("SEE SOMEONE FIRST").And.Contain("Within about two weeks").And.Contain("Whom to see: See your doctor");
        text.IndexOf("belongs to a doctor soon", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("THE PICTURE", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_checked_is_said_first()
    {
        foreach (string? culture in new[] { null, "de" })
        {
            string text = Small.Assess(PersonProfile.Create(), culture).ToText(ReportDetail.Full);
            string said = culture is null ? "Not yet checked" : "Noch nicht geprüft";
            text.IndexOf(said, StringComparison.Ordinal).Should().BePositive().And.BeLessThan(text.IndexOf("Index", StringComparison.OrdinalIgnoreCase));
            text.Should().Contain("Do any of these apply to you?");
        }
    }

    [Fact]
    public void What_decides_an_urgent_flag_is_asked_first()
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

            string said = Unchecked(assessment);
            int at = 0;
            foreach (string title in inOrder.Take(3))
            {
                int found = said.IndexOf(title, at, StringComparison.Ordinal);
                found.Should().BeGreaterThanOrEqualTo(0, "{0} asks {1} first", name, title);
                at = found + title.Length;
            }
        }

        Unchecked(Samples.Assess("almost-nothing")).Should().Contain(
            "Is any of this happening right now? · Is your skin or are your eyes doing any of this right now? · In the past few weeks, have you noticed any of these?");
    }

    /// <summary>What the first section says is not yet checked.</summary>
    private static string Unchecked(Assessment assessment) => ReportBuilder.Build(assessment, ReportDetail.FirstPage).Sections[0].Blocks
        .Select(b => b switch { CalloutBlock { Tone: ReportTone.Open } open => open.Title, ParagraphBlock text => text.Text, _ => "" })
        .Single(t => t.StartsWith("Not yet checked", StringComparison.Ordinal));

    [Fact]
    public void Weight_loss_is_never_named_where_it_is_blocked_or_not_known_to_be_safe()
    {
        foreach (var person in new[] { Small.Person().With("person.eating-disorder-history", true), Small.Person().Without("person.eating-disorder-history") })
        {
            var assessment = Small.Assess(person);
            assessment.Recommendation("diet.weight-loss")!.Status.Should().BeOneOf(RecommendationStatus.Blocked, RecommendationStatus.NeedsCheck);
            foreach (var form in Forms)
                form(assessment).Should().NotContain("Lose weight").And.NotContain("Eat less").And.NotContain("31 kg/m² →");
        }

        Small.Assess(Small.Person()).ToText(ReportDetail.Full).Should().Contain("Lose weight").And.Contain("31 kg/m² → 25 kg/m²");
    }

    [Fact]
    public void A_lever_is_not_shown_as_something_to_do_while_its_suggestions_are_held_back()
    {
        var assessment = Small.Assess(Small.Person().With("person.eating-disorder-history", true));
        string text = assessment.ToText(ReportDetail.Full);
        text.Should().NotContain("3 servings a day → 1 serving a day").And.Contain("Not shown as something to change, for the same reasons: Sweets.");
        text.Should().Contain("Rules about food can do harm here.");
    }

    [Fact]
    public void Changing_nothing_is_the_first_row() =>
        Small.Assess(Small.Person()).ToText(ReportDetail.Full).ReplaceLineEndings(" ").Should().MatchRegex(@"Change nothing\s+From → to: as it is\s+Index after it: Redness: \d+");

    [Fact]
    public void What_is_blocked_or_waits_is_told_with_its_message()
    {
        string blocked = Small.Assess(Small.Person().With("person.pregnant", true)).ToText(ReportDetail.Full);
        blocked.Should().Contain("Not for you, by the answers given: Ask your midwife about cultures first.");
        string waits = Small.Assess(Small.Person().Without("person.pregnant")).ToText(ReportDetail.Full);
        waits.Should().Contain("Waiting for an answer: Pregnant");
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
