using System.Reflection;
using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.Reports;

public sealed partial class WordsTests
{
    // The same in both languages.
    private static readonly string[] Shared =
    [
        nameof(ReportWords.Index), nameof(ReportWords.LegendIndex), nameof(ReportWords.EffectSize), nameof(ReportWords.IndexWithInterval),
        nameof(ReportWords.IndexChange), nameof(ReportWords.Version), nameof(ReportWords.Hash),
    ];

    [Fact]
    public void Each_word_is_there_in_both_languages_with_the_same_gaps()
    {
        var english = Texts(ReportWords.English).ToDictionary(t => t.Name, t => t.Text);
        foreach (var (name, text) in Texts(ReportWords.German))
        {
            text.Should().NotBeNullOrWhiteSpace(name);
            english[name].Should().NotBeNullOrWhiteSpace(name);
            Gap().Matches(text).Select(m => m.Value).Order().Should().Equal(Gap().Matches(english[name]).Select(m => m.Value).Order(), name);
            if (!Shared.Contains(name))
                text.Should().NotBe(english[name], name);
        }
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-ch", "de")]
    [InlineData("den", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_culture_chooses_the_language(string? culture, string language) => ReportWords.For(culture).Language.Should().Be(language);

    [Fact]
    public void A_German_report_holds_no_English_fixed_word()
    {
        string german = Small.Assess(Small.Person().With("symptom.slow", true).Without("person.pregnant"), "de").ToText()
            + Small.Assess(Small.Person().With("symptom.sudden", true), "de").ToText() + Small.Assess(PersonProfile.Create(), "de").ToText();
        string flat = string.Join(' ', german.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var pieces = Texts(ReportWords.English).Where(t => !Shared.Contains(t.Name)).SelectMany(t => Gap().Split(t.Text)).Select(p => p.Trim(' ', ':', '.', ',', '(', ')', '·', '–', '→'));
        foreach (string piece in pieces.Where(p => p.Length >= 8))
            flat.Should().NotContain(piece);
        foreach (string band in new[] { "· low", "· moderate", "· high" })
            german.Should().NotContain(band);
    }

    [Fact]
    public void The_default_disclaimer_is_German_in_a_German_report()
    {
        string text = Small.Assess(Small.Person(), "de").ToText();
        text.Should().Contain("keine Diagnose").And.NotContain("not a diagnosis");
        (Small.Assess(Small.Person(), "de") with { Disclaimer = "This is our own, and not a diagnosis." }).ToText().Should().Contain("This is our own");
    }

    internal static IEnumerable<(string Name, string Text)> Texts(ReportWords words) =>
        typeof(ReportWords).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string))
            .Select(p => (p.Name, (string)p.GetValue(words)!));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
