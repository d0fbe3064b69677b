using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Reports;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Explaining;

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
        Effect at full burden: odds ratio 1.25 (95% interval 1.15 to 1.36), published.
        Certainty low: the log odds 0.22 are multiplied by 0.5 to 0.11, under the cap of 2, and count as 0.11.
        Here it counts 0.06 of the condition's log odds (burden 0.5).
        For it: A. 2018. (study-a)
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ACappedWeightSaysSo() => Explain("acne.milk", LintBase.With(("\"certaintyCap\": { \"low\": 2 }", "\"certaintyCap\": { \"low\": 1.05 }")))
        .ToString().Should().Contain("to 0.11, capped at an odds ratio of 1.05, and count as 0.05.");

    [Fact]
    public void ARuleThatIsContradictedNamesWhatSpeaksAgainstIt() =>
        Explain("acne.soap").ToString().Should().Contain("For it: A. 2018. (study-a)\nAgainst it: B. (study-b)")
            .And.Contain("Cleanser counts towards a higher Acne index: foaming 50%, soap in full; anything else nothing.");

    [Fact]
    public void AnInterventionSaysWhy() => Explain("diet.less-milk").ToString().Should().Contain("It changes Milk: at most 0.5 L.")
        .And.Contain("held back until this is answered: red-flags").And.Contain("A trial on Acne counts for you: relative frequency 0.8 (95% interval 0.7 to 0.9)");

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
        explanation.Kind.Should().Be(ExplanationKind.Considered);
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

    [Fact]
    public void InGermanItIsTheSameInGerman()
    {
        Explain("acne.milk", culture: "de").ToString().Should().Be(
            """
            Milk (rule acne.milk)
            Je mehr Milch, desto mehr zählt für einen höheren Index für Acne: nichts bis 0 L, voll ab 2 L. Nur wenn gilt: Age 12 bis 40.
              1 |                               *********
                |                        *******
                |                 *******
                |           ******o
                |    *******
              0 |****
                +----------------------------------------
                 0                                  2,3 L   o = die Antwort
            Wirkung bei voller Belastung: Odds-Ratio 1,25 (95-%-Spanne 1,15 bis 1,36), veröffentlicht.
            Sicherheit niedrig: Die Log-Odds 0,22 werden mit 0,5 zu 0,11 malgenommen, unter der Obergrenze von 2, und zählen als 0,11.
            Hier zählt sie 0,06 der Log-Odds (Belastung 0,5).
            Dafür: A. 2018. (study-a)
            """.ReplaceLineEndings("\n"));
        Explain("diet.less-milk", culture: "de-AT").ToString().Should().Contain("Verändert Milch: höchstens 0,5 L.")
            .And.Contain("Zurückgehalten, bis das beantwortet ist: red-flags").And.Contain("Eine Studie zu Acne");
        Explain("diet.milk", culture: "de").ToString().Should().Contain("Gelesen von der Regel acne.milk: Milk.")
            .And.Contain("Antwort: eine Zahl, 0 bis 5 L. Bezug: 0 bis 1 L.");
        Explain("no-probiotics", culture: "de").ToString().Should().Contain("Eine Gegenanzeige, wenn gilt: Pregnant = ja.").And.Contain("Gesperrt");
    }

    [Fact]
    public void NoEntryOfTheBuiltInSetHasAnEnglishSentenceOfTheLibraryInGerman()
    {
        string[] english =
        [
            " counts towards ", "Everyone has ", "Read by ", "Changed by ", "Decides whom ", "Asked in the ", "Left out on purpose", "Looked at and left", "Source: ",
            "For it: ", "Against it: ", "Made of ", "And of ", "scored rules aim", " of at most ", "It changes ", "It is ", "Holds: ", "Not known: ", "Answer: ",
            "Reference: ", "A person can", "Certainty ", "Effect at full", "Here it ", "Last reviewed", "Named by", "Speaks for", "Speaks against", "Cited by",
            "It calls for", " where ", "interval published", "log odds", "o = the answer", "Counted by", "Shown by", "No rule links", "It enters", "Studied in: ",
        ];
        var service = ScoringService.Default;
        var set = BuiltInRuleSet.Resolved.Data;
        // Texts that the rule set itself has in English only are left out: what is said around them is looked at.
        string[] own =
        [
            .. set.Rules.SelectMany(r => (string?[])[r.Rationale, r.Population, r.Misuse]).Concat(set.Evidence.SelectMany(e => (string?[])[e.Title, e.Finding, e.Journal]))
                .Concat(set.Considered.Select(c => c.Why)).OfType<string>().OrderByDescending(t => t.Length),
        ];
        var assessment = service.Assess(Reports.Samples.Profile("rosacea-alcohol"), new AssessmentOptions { Culture = "de" });
        IEnumerable<string> ids =
        [
            .. set.Rules.Select(e => e.Id), .. set.Factors.Select(e => e.Id), .. set.Interventions.Select(e => e.Id), .. set.Safety.Select(e => e.Id),
            .. set.Conditions.Select(e => e.Id), .. set.Mechanisms.Select(e => e.Id), .. set.Considered.Take(20).Select(c => $"{c.Factor}/{c.Condition}"),
        ];
        foreach (string id in ids)
        {
            foreach (string line in service.Explain(assessment, id)!.Lines.Where(l => !l.StartsWith("Quelle: ", StringComparison.Ordinal) && !l.StartsWith("Da", StringComparison.Ordinal)))
            {
                string said = own.Aggregate(line, (text, t) => text.Replace(t, "", StringComparison.Ordinal));
                foreach (string phrase in english)
                    said.Should().NotContain(phrase, id);
            }
        }
    }

    private static Explanation Explain(string id, string? json = null, string? culture = null)
    {
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(json ?? LintBase.Json)).GetValueOrThrow());
        return service.Explain(service.Assess(Person, new AssessmentOptions { Culture = culture }), id)!;
    }
}
