using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>Everything a rule set has is found by id, and a word that is no id by what it was meant to be.</summary>
public class LookupTests
{
    private static readonly ResolvedRuleSet Set = BuiltInRuleSet.Resolved;

    [Fact]
    public void Entries_are_found_by_id()
    {
        foreach (var rule in Set.Data.Rules)
            Set.FindRule(rule.Id).Should().BeSameAs(rule);
        foreach (var intervention in Set.Data.Interventions)
            Set.FindIntervention(intervention.Id).Should().BeSameAs(intervention);
        Set.Find(Factors.Diet.Milk)!.Id.Should().Be("diet.milk");
        Set.FindFactor("diet.milk").Should().BeSameAs(Set.Find(Factors.Diet.Milk));
        Set.FindCondition(SkinConditions.Rosacea)!.Name.Should().Be("Rosacea");
        Set.FindScreen(Screens.Acne)!.Factors.Should().NotBeEmpty();
        Set.FindSafety(Set.Data.Safety[0].Id).Should().BeSameAs(Set.Data.Safety[0]);
        Set.FindMechanism(Set.Data.Mechanisms[0].Id).Should().BeSameAs(Set.Data.Mechanisms[0]);
        Set.FindEvidence(Set.Data.Evidence[0].Id).Should().BeSameAs(Set.Data.Evidence[0]);
        Set.FindRule("diet.milk").Should().BeNull("a factor is no rule");
        Set.ScoreOrder.Should().Equal(ScoringService.Default.CreateResults(0).Conditions);
    }

    [Theory]
    [InlineData("acne", "acne-vulgaris")]
    [InlineData("Zits", "acne-vulgaris")]
    [InlineData("acne vulgaris", "acne-vulgaris")]
    [InlineData("rosacia", "rosacea")]
    public void A_concern_by_another_name_is_told_the_id(string word, string meant) =>
        ScoringService.Default.Check(PersonProfile.Create().ConcernedAbout(word).Build())
            .Should().ContainSingle().Which.Hint.Should().Be($"Did you mean '{meant}'?");

    [Fact]
    public void A_rule_and_a_test_are_told_the_id_too()
    {
        var set = RuleSet.Create("own.set", "1.0.0", "Own").Extends(BuiltInRuleSet.Id)
            .Add(new Evidence { Id = "own-notes", Title = "Notes" })
            .Rule("own.rule", "acne", r => r.Reads(Factors.Diet.Milk, (0, 0), (2, 1)).Effects(Effect.OddsRatio(1.1), Certainty.VeryLow).Cites("own-notes"))
            .Test("own test", PersonProfile.Create().ConcernedAbout("pimples").Build(), "zits", atLeast: 0)
            .Build();
        RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(set)).Diagnostics.Where(d => d.Code == "GS0202")
            .Select(d => d.Hint).Should().HaveCount(3).And.OnlyContain(h => h == "Did you mean 'acne-vulgaris'?");
    }
}
