using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>Tests inside rule sets: what passes, and what exactly is said of what fails.</summary>
public class RuleSetTestRunnerTests
{
    private const string Expectation = "\"expect\": { \"scores\": { \"acne\": { \"atLeast\": 0, \"atMost\": 50 } }, \"band\": { \"acne\": \"little\" }, \"recommended\": [\"diet.less-milk\"] }";

    [Fact]
    public void TheTestsOfTheBuiltInRuleSetPass()
    {
        var report = RuleSetTestRunner.Run(BuiltInRuleSet.Resolved);
        Assert.True(report.Passed, report.ToString());
        report.Results.Length.Should().BeGreaterThan(300);
    }

    [Fact]
    public void AScoreThatFailsSaysWhatWasExpectedWhatCameOutAndWhatMadeIt()
    {
        var result = Run("\"expect\": { \"scores\": { \"acne\": { \"atLeast\": 20, \"atMost\": 50 } } }").Results.Single();

        result.Passed.Should().BeFalse();
        result.File.Should().Be("base.json");
        result.Line.Should().Be(55);
        result.Failures.Single().ToString().Should().Be(
            """
            score of acne: expected 20 to 50, was 5.4258
              acne.milk +0.0558 (burden 0.5)
              acne.soap 0, could be 0 to +0.4534: skincare.cleanser is missing
              acne.sugar 0, could be 0 to +0.1814: diet.sugar is missing (not counted: its overlap group counts another)
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ABandThatFailsNamesBoth() =>
        Run("\"expect\": { \"band\": { \"acne\": \"much\" } }").ToString().Should().Contain("band of acne: expected 'much', was 'little' (score 5.4258)");

    [Fact]
    public void TriageThatFailsNamesTheFlags() =>
        Run("\"expect\": { \"triage\": \"refer-urgent\" }").Results.Single().Failures.Single().ToString()
            .Should().Be("triage: expected refer-urgent, was none\n  no red flag is up");

    [Fact]
    public void AnInterventionThatIsNotRecommendedSaysWhy()
    {
        Run("\"expect\": { \"recommended\": [\"probiotic.mix\"], \"blocked\": [\"diet.less-milk\"] }").Results.Single().Failures.Select(f => f.ToString())
            .Should().Equal(
                """
                probiotic.mix: expected recommended, was no-expected-benefit
                  tier 3, benefit 0 (in tier 3 less than 0.01 is no-expected-benefit)
                  no-probiotics (contraindication) is unknown: Ask first.
                """.ReplaceLineEndings("\n"),
                """
                diet.less-milk: expected blocked, was recommended
                  tier 3, benefit 0.1116 (in tier 3 less than 0.01 is no-expected-benefit)
                  acne: lever +0.0279, by a trial, counts +0.1116
                """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AScoreJustOutsideShowsEnoughDigits() =>
        Run("\"expect\": { \"scores\": { \"acne\": { \"atMost\": 5.4258 } } }").ToString().Should().MatchRegex(@"expected at most 5\.4258, was 5\.4258\d+");

    [Fact]
    public void OnlyTheLastDocumentsTestsRun()
    {
        var overlay = RuleSetJson.Read("""{ "id": "over", "version": "1.0.0", "title": "t", "extends": [{ "id": "test.base" }] }""");
        RuleSetTestRunner.Run(RuleSetJson.Read(LintBase.Json), overlay).Results.Should().BeEmpty();
        RuleSetTestRunner.Run(RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json), overlay).GetValueOrThrow()).Results.Should().ContainSingle();
    }

    [Fact]
    public void DocumentsWithErrorsThrowThemAll() =>
        FluentActions.Invoking(() => RuleSetTestRunner.Run(RuleSetJson.Read("{}"))).Should().Throw<InvalidInputException>();

    private static RuleSetTestReport Run(string expectation) =>
        RuleSetTestRunner.Run(RuleSetJson.Read(LintBase.With((Expectation, expectation)), "base.json"));
}
