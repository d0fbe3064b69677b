using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Core.Tests.Words;

/// <summary>A language that the library does not have: French words from the sample, French names from an overlay.</summary>
public sealed class OwnLanguageTests
{
    private static readonly AssessmentOptions InFrench = new() { Culture = "fr-CA" };

    private static readonly WordTable French = WordTable.Read(File.ReadAllBytes(Repository.Path("samples", "02.CustomRules", "words.fr.json"))).GetValueOrThrow();

    private static readonly RuleSetDocument[] Documents =
    [
        RuleSetJson.Read(File.ReadAllBytes(Repository.Path("tests", "GutSkin.Core.Tests", "Reports", "small.ruleset.json"))),
        RuleSetJson.Read(File.ReadAllBytes(Repository.Path("tests", "GutSkin.Core.Tests", "Words", "small.fr.ruleset.json"))),
    ];

    private static readonly ScoringService Service = new(RuleSetComposer.Compose(Documents).GetValueOrThrow(), [French]);

    [Fact]
    public void The_sample_is_whole()
    {
        var read = WordTable.Read(File.ReadAllBytes(Repository.Path("samples", "02.CustomRules", "words.fr.json")));
        read.Diagnostics.Should().BeEmpty();
        read.Value!.Keys.Should().Equal(WordTable.English.Keys);
    }

    [Fact]
    public void A_French_report_is_French()
    {
        foreach (var person in People())
        {
            var assessment = Service.Assess(person, InFrench);
            assessment.Notices.Should().BeEmpty();
            string text = assessment.ToText(ReportDetail.Full);
            Foreign.In(text, French).Should().BeEmpty();
            string flat = string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            foreach (string name in Names().Where(n => !n.IsSource).Select(n => n.Text))
                flat.Should().NotContain(name);
            assessment.ToHtml(ReportDetail.Full).Should().Contain("<html lang=\"fr\"");
        }

        Service.Assess(People()[0], InFrench).ToText(ReportDetail.Full).Should().Contain("Rougeurs").And.Contain("Réponse\u00a0: 3 portions par jour").And.Contain("certitude moyenne");
    }

    [Fact]
    public void A_French_explanation_is_French()
    {
        var set = Service.RuleSet.Data;
        string[] ids =
        [
            .. set.Rules.Select(e => e.Id), .. set.Factors.Select(e => e.Id), .. set.Interventions.Select(e => e.Id), .. set.Safety.Select(e => e.Id),
            .. set.Conditions.Select(e => e.Id), .. set.Mechanisms.Select(e => e.Id), .. set.Evidence.Select(e => e.Id), "diet.sweets/redness", "diet.greens/dryness",
        ];
        foreach (var person in People())
        {
            var assessment = Service.Assess(person, InFrench);
            foreach (string id in ids)
                Foreign.In(string.Join('\n', Service.Explain(assessment, id)!.Lines), French).Should().BeEmpty(id);
        }

        Service.Explain(Service.Assess(People()[0], InFrench), "redness.sweets")!.Lines[0].Should()
            .Be("Plus il y a de Sucreries, plus cela compte pour un indice plus élevé pour Rougeurs\u00a0: rien jusqu’à 0 portions par jour, entièrement à partir de 4 portions par jour.");
    }

    [Fact]
    public void The_words_come_by_dependency_injection_too()
    {
        var services = new ServiceCollection().AddGutSkin(b => b.AddWords(French)).BuildServiceProvider();
        var scoring = services.GetRequiredService<IScoringService>();
        scoring.RuleSet.Should().BeSameAs(BuiltInRuleSet.Resolved);
        scoring.Assess(PersonProfile.Create().Build(), InFrench).ToText(ReportDetail.Full).Should().Contain("À propos de ce rapport".ToUpperInvariant());
        new GutSkinBuilder().Build().Should().BeSameAs(ScoringService.Default);
    }

    [Fact]
    public void A_reloaded_service_keeps_its_languages()
    {
        var reloadable = new ReloadableScoringService(Service);
        reloadable.Reload(BuiltInRuleSet.Resolved);
        reloadable.Assess(PersonProfile.Create().Build(), InFrench).Notices.Should().BeEmpty();
    }

    [Fact]
    public void One_sentence_of_a_built_in_language_can_be_put_otherwise()
    {
        var read = WordTable.Read("""{ "culture": "de-CH", "common": { "yes": "jo" } }""");
        read.Diagnostics.Should().BeEmpty();
        read.Value!.Sentence("yes").Should().Be("jo");
        read.Value.Sentence("no").Should().Be("nein");
        WordTable.For("de-CH", [read.Value]).Should().BeSameAs(read.Value);
        WordTable.For("de-AT", [read.Value]).Should().BeSameAs(WordTable.German);
    }

    [Fact]
    public void No_table_answers_to_no_name()
    {
        var read = WordTable.Read("""{ "culture": "de-CH", "common": { "yes": "jo" } }""");
        foreach (var words in new[] { WordTable.English, WordTable.German, read.Value! })
        {
            words.Invoking(w => w.Sentence(null!)).Should().Throw<ArgumentNullException>();
            words.Invoking(w => w.Band(null!)).Should().Throw<ArgumentNullException>();
            words.Invoking(w => w.Choice(null!)).Should().Throw<ArgumentNullException>();
        }
    }

    [Fact]
    public void What_a_table_leaves_out_is_English_and_said()
    {
        var read = WordTable.Read("""{ "culture": "it", "common": { "yes": "sì" } }""");
        read.Success.Should().BeTrue();
        read.Diagnostics.Should().HaveCount(WordTable.English.Keys.Length - 1).And.OnlyContain(d => d.Code == DiagnosticCodes.MissingSentence);
        read.Value!.Sentence("no").Should().Be("no");
    }

    [Theory]
    [InlineData("""{ "culture": "" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "French\n" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "decimalMark": "" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "decimalMark": "0" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "dateFormat": "%" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "dateFormat": "dd/MM" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "dateFormat": "dd.MM.yyyy HH:mm" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "dateFormat": "" }""", DiagnosticCodes.BadForm)]
    [InlineData("""{ "culture": "de", "common": { "range": "von {0} an" } }""", DiagnosticCodes.BadSentence)]
    [InlineData("""{ "culture": "de", "common": { "range": "{0} bis {1} und {2}" } }""", DiagnosticCodes.BadSentence)]
    [InlineData("""{ "culture": "de", "common": { "range": "{0} bis {1} {" } }""", DiagnosticCodes.BadSentence)]
    [InlineData("""{ "culture": "de", "common": { "rnage": "{0} bis {1}" } }""", DiagnosticCodes.UnknownProperty)]
    [InlineData("""{ "culture": "de", "common": { "range": 3 } }""", DiagnosticCodes.WrongType)]
    [InlineData("""{ "culture": "de", "units": { "whole": { "h": "Stunde" } } }""", DiagnosticCodes.WrongType)]
    [InlineData("""{ "common": {} }""", DiagnosticCodes.MissingProperty)]
    [InlineData("""{ "culture": "de", "sentences": {} }""", DiagnosticCodes.UnknownProperty)]
    [InlineData("{", DiagnosticCodes.Syntax)]
    public void A_faulty_table_is_no_words(string json, string code)
    {
        var read = WordTable.Read(json, "words.json");
        read.Value.Should().BeNull();
        read.Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    private static PersonProfile[] People() =>
    [
        Small.Person().Build(), Small.Person().With("symptom.slow", true).Without("person.pregnant").Build(), Small.Person().With("symptom.sudden", true).Build(),
        Small.Person().With("person.pregnant", true).With("person.eating-disorder-history", true).Build(), PersonProfile.Create().Build(),
    ];

    /// <summary>What the rule set itself calls things in English.</summary>
    private static IEnumerable<(string Text, bool IsSource)> Names()
    {
        var set = Service.RuleSet.Data;
        return set.Rules.Select(r => r.Title).Concat(set.Interventions.Select(i => i.Name)).Concat(set.Safety.Select(s => s.Message))
            .Concat(set.Factors.Select(f => f.Question!)).Concat(set.Screens.Select(s => s.Title))
            .Select(t => (t, set.Evidence.Any(e => e.Title.Contains(t, StringComparison.Ordinal))));
    }
}
