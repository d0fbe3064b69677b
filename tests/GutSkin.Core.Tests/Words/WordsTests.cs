using System.Reflection;
using System.Text.RegularExpressions;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Reports;

namespace GutSkin.Core.Tests.Words;

/// <summary>The built-in languages: complete, alike, and found by every region of theirs.</summary>
public sealed partial class WordsTests
{
    // The same in both languages.
    private static readonly string[] Shared =
    [
        "index", "legendIndex", "effectSize", "indexWithInterval", "indexChange", "version", "hash", "answerInUnit", "gateBetween",
    ];

    public static TheoryData<string> Cultures => ["en", "de"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_built_in_table_has_no_fault(string culture)
    {
        string json = File.ReadAllText(Repository.Path("src", "GutSkin.Core", "Words", $"words.{culture}.json"));
        var read = WordTable.Read(json);
        read.Diagnostics.Should().BeEmpty();
        read.Value!.Sentences.Map.Should().Equal(WordTable.For(culture).Sentences.Map);
    }

    [Fact]
    public void Each_sentence_is_there_in_both_languages_with_the_same_places_to_fill_in()
    {
        WordTable.German.Keys.Should().Equal(WordTable.English.Keys);
        foreach (var (key, text) in WordTable.German.Sentences.Map)
        {
            text.Should().NotBeNullOrWhiteSpace(key);
            Place().Matches(text).Select(m => m.Value).Order().Should().Equal(Place().Matches(WordTable.English.Sentence(key)!).Select(m => m.Value).Order(), key);
            if (!Shared.Contains(key) && !key.StartsWith("gateNot", StringComparison.Ordinal))
                text.Should().NotBe(WordTable.English.Sentence(key), key);
        }

        WordTable.German.BandNames.Names.Should().Equal(WordTable.English.BandNames.Names);
        WordTable.German.GroupNames.Names.Should().Equal(WordTable.English.GroupNames.Names);
        WordTable.German.ChoiceNames.Names.Should().Equal(WordTable.English.ChoiceNames.Names);
        WordTable.German.Units.Whole.Names.Should().Equal(WordTable.English.Units.Whole.Names);
        WordTable.German.Units.Counted.Names.Should().Equal(WordTable.English.Units.Counted.Names);
        WordTable.German.Units.Per.Names.Should().Equal(WordTable.English.Units.Per.Names);
    }

    [Fact]
    public void Each_sentence_has_a_property_and_each_property_a_sentence()
    {
        string[] notSentences = [nameof(WordTable.Culture), nameof(WordTable.DecimalMark), nameof(WordTable.DateFormat)];
        typeof(WordTable).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.PropertyType == typeof(string) && !notSentences.Contains(p.Name))
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            .Should().BeEquivalentTo(WordTable.English.Keys);
        WordTable.English.DefaultDisclaimer.Should().Be(RuleSet.DefaultDisclaimer);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-ch", "de")]
    [InlineData("en-US", "en")]
    [InlineData("den", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_culture_chooses_the_language(string? culture, string language) => WordTable.For(culture).Culture.Should().Be(language);

    [Theory]
    [InlineData("de-AT")]
    [InlineData("DE")]
    public void A_region_finds_the_texts_of_its_language_too(string culture)
    {
        var assessment = Small.Assess(Small.Person(), culture);
        assessment.ToText(ReportDetail.Full).Should().Be(Small.Assess(Small.Person(), "de").ToText(ReportDetail.Full));
        assessment.Notices.Should().BeEmpty();
    }

    [Fact]
    public void A_culture_that_nobody_speaks_is_a_notice_and_English()
    {
        var assessment = Small.Assess(Small.Person(), "xx");
        assessment.Notices.Should().ContainSingle().Which.Code.Should().Be("unspoken-culture");
        assessment.Notices[0].Message.Should().Be("There are no words for the culture 'xx': sentences are in English.");
        assessment.ToText(ReportDetail.Full).Should().Contain("There are no words for the culture").And.Contain("WHEN TO SEE SOMEONE");
        Small.Assess(Small.Person(), "en-GB").Notices.Should().BeEmpty();
        Small.Assess(Small.Person()).Notices.Should().BeEmpty();
    }

    [Fact]
    public void A_German_report_holds_no_English_sentence() => Foreign.In(
        Small.Assess(Small.Person().With("symptom.slow", true).Without("person.pregnant"), "de").ToText(ReportDetail.Full)
        + Small.Assess(Small.Person().With("symptom.sudden", true), "de").ToText(ReportDetail.Full) + Small.Assess(PersonProfile.Create(), "de").ToText(ReportDetail.Full), WordTable.German)
        .Should().BeEmpty();

    [Fact]
    public void The_default_disclaimer_is_German_in_a_German_report()
    {
        string text = Small.Assess(Small.Person(), "de").ToText(ReportDetail.Full);
        text.Should().Contain("keine Diagnose").And.NotContain("not a diagnosis");
        (Small.Assess(Small.Person(), "de") with { Disclaimer = "This is our own, and not a diagnosis." }).ToText(ReportDetail.Full).Should().Contain("This is our own");
    }

    [Fact]
    public void A_rule_set_says_what_it_calls_things()
    {
        var german = new RuleSetWords(BuiltInRuleSet.Resolved, "de-AT");
        german.Group(german.GroupOf("diet.milk")).Should().Be("Essen und Trinken");
        german.Band("low").Should().Be("niedrig");
        german.Choice("skin.type", "oily").Should().Be("Fettig");
        german.Choice("skin.type", "very-rare").Should().Be("very rare");
        german.Language.Unit("{servings}/d", 1).Should().Be("Portion am Tag");
        german.Answer("diet.milk", FactorValue.Number(2.5)).Should().StartWith("2,5 ");
        new RuleSetWords(BuiltInRuleSet.Resolved).Group("diet").Should().Be("Food and drink");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

/// <summary>Finds English sentences of the library in a text that is in another language.</summary>
internal static partial class Foreign
{
    public static IEnumerable<string> In(string text, WordTable language)
    {
        string flat = string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return WordTable.English.Sentences.Map.Where(s => language.Sentence(s.Key) != s.Value)
            .SelectMany(s => Place().Split(s.Value)).Select(p => p.Trim(' ', ':', '.', ',', '(', ')', '·', '–', '→'))
            .Where(p => p.Length >= 8 && flat.Contains(p, StringComparison.Ordinal)).Distinct();
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
