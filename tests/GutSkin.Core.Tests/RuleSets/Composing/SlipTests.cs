using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>The slips of people who write rule sets and profiles by hand: each is named in their words, at its place, with what to write instead.</summary>
public class SlipTests
{
    private const string Head = "{ \"id\": \"a.b\", \"version\": \"1.0.0\", \"title\": \"T\",\n";

    /// <summary>Text, line and column, what the message says, what the hint says.</summary>
    public static TheoryData<string, int, int, string, string> OfRuleSets => new()
    {
        // A missing comma, between lines and on one line; a missing colon.
        { "{ \"id\": \"a.b\",\n  \"version\": \"1.0.0\"\n  \"title\": \"T\" }", 3, 3, "A comma is missing at the end of line 2", "" },
        { Head + "\"conditions\": [ { \"id\": \"c\" } { \"id\": \"d\" } ] }", 2, 31, "A comma is missing before this", "" },
        { Head + "\"authors\": [ \"A\" \"B\" ] }", 2, 18, "A comma is missing before this", "" },
        { Head + "\"license\" \"MIT\" }", 2, 11, "The colon is missing between a name and its value", "" },
        { Head + "\"license\" = \"MIT\" }", 2, 11, "Write a colon instead of =", "" },

        // Typographic and single quotes.
        { Head + "“license”: “MIT” }", 2, 1, "typographic quotation mark", "" },
        { Head + "\"license\": „MIT“ }", 2, 12, "typographic quotation mark", "" },
        { Head + "'license': 'MIT' }", 2, 1, "double quotation marks", "" },

        // A decimal comma.
        { Head + "\"rules\": [ { \"effect\": { \"oddsRatio\": 1,1 } } ] }", 2, 41, "decimal point", "" },
        { Head + "\"rules\": [ { \"id\": \"r\", \"condition\": \"c\", \"title\": \"T\", \"effect\": { \"oddsRatio\": 1.2, \"ci95\": [1,1, 1,5] }, \"certainty\": \"low\" } ] }", 2, 95, "pair of numbers", "[1.1, 1.5]" },

        // Words of other formats, and things that stand elsewhere.
        { Gate("{ \"factor\": \"f\", \"is\": \"female\" }"), 2, 82, "no property 'is'", "Write 'equals'." },
        { Gate("{ \"factor\": \"f\", \"gte\": 3 }"), 2, 82, "no property 'gte'", "Write 'atLeast'." },
        { Gate("[ { \"factor\": \"f\", \"equals\": true } ]"), 2, 65, "'when' must be an object", "{ \"all\": [ … ] }" },
        { Head + "\"tests\": [ { \"name\": \"N\", \"profile\": {}, \"expect\": { \"scores\": { \"acne-vulgaris\": 5 } } } ] }", 2, 83, "'acne-vulgaris' must be an object", "{ \"atLeast\": 4, \"atMost\": 6 }" },
        { Head + "\"interventions\": [ { \"id\": \"i\", \"category\": \"diet\", \"name\": \"N\", \"contraindications\": [] } ] }", 2, 66, "no property 'contraindications'", "A safety rule says it" },
        { Head + "\"rules\": [ { \"id\": \"acne.milk\", \"certainty\": \"very-low\" } ] }", 2, 12, "no 'condition'", "replaces" },

        // What is extended.
        { Head + "\"rules\": [ { \"id\": \"r\", \"condition\": \"acne-vulgaris\", \"title\": \"T\", \"effect\": { \"oddsRatio\": 1.2 }, \"certainty\": \"low\" } ] }", 2, 38, "no condition 'acne-vulgaris'", "\"extends\": [ { \"id\": \"gutskin.evidence\" } ]" },
        { Head + "\"extends\": [ { \"id\": \"gutskin.evidense\" } ] }", 2, 22, "'gutskin.evidense' was not given", "Did you mean 'gutskin.evidence'?" },

        // A document of another kind.
        { "{ \"concerns\": [\"rosacea\"],\n \"observations\": { \"diet.milk\": 1 } }", 1, 1, "This is a profile, not a rule set.", "Give a rule set" },
        { "{ \"schema\": \"gutskin.assessment/1\", \"triage\": {} }", 1, 1, "This is an assessment, not a rule set.", "Give a rule set" },
    };

    [Theory]
    [MemberData(nameof(OfRuleSets))]
    public void A_slip_is_named(string text, int line, int column, string message, string hint)
    {
        var found = LintCases.Compose(text).Diagnostics;
        found.Should().Contain(
            d => d.Line == line && d.Column == column && d.Message.Contains(message, StringComparison.Ordinal) && (d.Hint ?? "").Contains(hint, StringComparison.Ordinal),
            "found: {0}", string.Join('\n', found));
    }

    [Fact]
    public void A_rule_set_given_as_a_profile_is_named() =>
        ScoringService.Default.ReadProfile(LintBase.Json).Diagnostics.Should().ContainSingle().Which.Message.Should().Be("This is a rule set, not a profile.");

    [Fact]
    public void A_slip_in_a_profile_is_named_without_the_value()
    {
        var fault = ProfileJson.Read("{ \"observations\": { \"diet.milk\": 7,25 } }").Diagnostics.Should().ContainSingle().Which;
        (fault.Line, fault.Column).Should().Be((1, 36));
        fault.Message.Should().Contain("decimal point").And.NotContain("7").And.NotContain("25");
    }

    [Fact]
    public void An_encoding_that_is_not_utf8_is_named()
    {
        string text = LintBase.Json.Replace("\"Base\"", "\"Müller\"", StringComparison.Ordinal);
        Told(Encoding.Latin1.GetBytes(text)).Should().Contain("Save the file as UTF-8");
        Told([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]).Should().Be("The text is UTF-16. Save the file as UTF-8.");
        Told(Encoding.BigEndianUnicode.GetBytes(text)).Should().Be("The text is UTF-16. Save the file as UTF-8.");
        RuleSetJson.Read(Encoding.UTF8.GetBytes(text)).Diagnostics.Should().BeEmpty();

        static string Told(byte[] bytes) => RuleSetJson.Read(bytes).Diagnostics.Should().ContainSingle().Which.Message;
    }

    private static string Gate(string gate) =>
        Head + $"\"rules\": [ {{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"T\", \"when\": {gate}, \"effect\": {{ \"oddsRatio\": 1.2 }}, \"certainty\": \"low\" }} ] }}";
}
