using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn.Yardstick;

/// <summary>The 45 vignettes by which symptom checkers were audited, put to the built-in rule set; docs/triage-yardstick.md holds what came out.</summary>
public class TriageYardstickTests
{
    private static readonly Dictionary<string, Factor> Factors = BuiltInRuleSet.Resolved.Data.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);

    [Fact]
    public void All_45_are_there_15_of_each_urgency()
    {
        TriageVignette.All.Select(v => v.Number).Should().Equal(Enumerable.Range(1, 45));
        TriageVignette.All.CountBy(v => v.Urgency).Should().Equal([new("emergent", 15), new("non-emergent", 15), new("self-care", 15)]);
        TriageVignette.All.Should().OnlyContain(v => v.Reading.Length > 0 && !v.Answers.Keys.Intersect(v.Doubtful.Keys).Any());
    }

    [Fact]
    public void Every_answer_is_one_to_a_question_that_people_are_asked()
    {
        foreach (var vignette in TriageVignette.All)
        {
            foreach (string id in vignette.Answers.Keys.Concat(vignette.Doubtful.Keys))
                Factors.Should().ContainKey(id, vignette.Diagnosis).WhoseValue.Should().Match<Factor>(f => f.Kind == FactorKind.Boolean && f.Question != null && f.Acquisition == Acquisition.Ask);
        }
    }

    [Fact]
    public void A_doubtful_answer_makes_nobody_less_urgent() =>
        TriageVignette.Outcomes.Should().HaveCount(45).And.OnlyContain(o => o.Doubtful.Level >= o.Clear.Level);

    [Fact]
    public void Whoever_is_told_nothing_was_asked_every_sign() =>
        TriageVignette.Outcomes.Should().OnlyContain(o => o.Clear.Complete || o.Clear.Level == TriageLevel.ReferUrgent);

    [Theory]
    [InlineData(0, 15, 0, 20.4)]
    [InlineData(10, 15, 41.7, 84.8)]
    [InlineData(15, 15, 79.6, 100)]
    public void The_interval_is_that_of_Wilson(int of, int all, double low, double high)
    {
        var interval = TriageYardstickPage.Wilson(of, all);

        (Math.Round(100 * interval.Low, 1), Math.Round(100 * interval.High, 1)).Should().Be((low, high));
    }

    [Fact]
    public void The_page_says_what_the_rule_set_says() => Golden.Check(TriageYardstickPage.Text(), "docs", "triage-yardstick.md");
}
