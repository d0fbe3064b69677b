using GutSkin.Core.Tests.Composition;

namespace GutSkin.Core.Tests.Scoring;

/// <summary>Explanations, word by word where the words matter.</summary>
public class ExplainTests
{
    private static readonly PersonProfile Person = PersonProfile.Create().ConcernedAbout("acne").With("diet.milk", 1).With("person.age", 20).Build();

    [Fact]
    public void ARuleIsASentenceACurveItsWeightAndItsSources() => Explain("acne.milk").ToString().Should().Be(
        """
        Milk (rule acne.milk)
        The more Milk, the more counts towards a higher Acne index: nothing up to 0 L, in full from 2 L on. Only where Age 12 to 40.
          1 |                               *********
            |                        *******
            |                 *******
            |           ******o
            |    *******
          0 |****
            +----------------------------------------
             0                                  2.3 L   o = the answer
        Effect at full burden: odds ratio 1.25 (95 % interval 1.15 to 1.36), published.
        Certainty low: the log odds 0.223 are multiplied by 0.5 to 0.112, under the cap of 2, and count as 0.112.
        Here it counts 0.056 of the condition's log odds (burden 0.5).
        For it: A. 2018. (study-a)
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ACappedWeightSaysSo() => Explain("acne.milk", LintBase.With(("\"certaintyCap\": { \"low\": 2 }", "\"certaintyCap\": { \"low\": 1.05 }")))
        .ToString().Should().Contain("to 0.112, capped at an odds ratio of 1.05, and count as 0.049.");

    [Fact]
    public void ARuleThatIsContradictedNamesWhatSpeaksAgainstIt() =>
        Explain("acne.soap").ToString().Should().Contain("For it: A. 2018. (study-a)\nAgainst it: B. (study-b)")
            .And.Contain("Cleanser counts towards a higher Acne index: foaming 50 %, soap in full; anything else nothing.");

    [Fact]
    public void AnInterventionSaysWhy() => Explain("diet.less-milk").ToString().Should().Contain("It changes Milk: at most 0.5.")
        .And.Contain("held back until this is answered: red-flags").And.Contain("Acne: benefit 0.112 in log odds (trials 0.112, through the factors known 0.028)");

    [Fact]
    public void AFactorSaysWhoReadsIt() => Explain("diet.milk").ToString().Should().Contain("Read by the rule acne.milk: Milk.")
        .And.Contain("Changed by diet.less-milk: Less milk.").And.Contain("Left out on purpose for Rosacea: No study.").And.Contain("Answer: a number, 0 to 5 L. Reference: 0 to 1 L.");

    [Fact]
    public void ASafetyRuleSaysWhenItHolds() => Explain("no-probiotics").ToString().Should().Contain("A contraindication where Pregnant is yes.")
        .And.Contain("It is locked").And.Contain("Here it is about: probiotic.mix.");

    [Fact]
    public void WhyAFactorIsLeftOutIsAnswered()
    {
        var explanation = Explain("diet.milk/rosacea");
        explanation.Kind.Should().Be("considered");
        explanation.ToString().Should().Contain("Looked at and left out of the score on purpose: No study.").And.Contain("Source: A. 2018. (study-a)");
        Explain("diet.sugar/rosacea").ToString().Should().Contain("No rule links Sugar with Rosacea");
        Explain("diet.milk/acne").ToString().Should().Contain("Counted by the rule acne.milk: The more Milk");
    }

    [Fact]
    public void WhyDoesSmokingNotLowerMyRosaceaScore()
    {
        var service = ScoringService.Default;
        service.Explain(service.Assess(PersonProfile.Create().Build()), "lifestyle.smoking/rosacea")!.ToString()
            .Should().Contain("left out of the score on purpose").And.Contain("Source: ");
    }

    [Fact]
    public void AnEntrySaysWhichDocumentItIsFrom()
    {
        var overlay = RuleSetJson.Read("""{ "id": "clinic.example", "version": "1.2.0", "title": "t", "extends": [{ "id": "test.base" }], "mechanisms": [{ "id": "insulin", "name": "Other" }] }""");
        var resolved = RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json), overlay).GetValueOrThrow();
        var service = new ScoringService(resolved);

        service.Explain(service.Assess(Person), "insulin")!.Lines.Should().Contain("From clinic.example 1.2.0.");
        service.Explain(service.Assess(Person), "acne.milk")!.Lines.Should().Contain("From test.base 1.2.0.");
        resolved.Provenance[new EntryKey("considered", "diet.milk/rosacea")].Id.Should().Be("test.base");
    }

    private static Explanation Explain(string id, string? json = null)
    {
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(json ?? LintBase.Json)).GetValueOrThrow());
        return service.Explain(service.Assess(Person), id)!;
    }
}
