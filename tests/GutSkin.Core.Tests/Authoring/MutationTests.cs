using System.Text;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>
/// What an author can mistype: mutations of a valid file. Each gives a message of its own, at its place; the words are reviewed in
/// <c>mutations.txt</c> (GUTSKIN_UPDATE=1 writes it anew).
/// </summary>
public class MutationTests
{
    private static readonly (string What, string Old, string New)[] Mutations =
    [
        ("a property misspelled", "\"mechanisms\": [\"insulin\"], \"evidence\": [\"study-a\"] },\n    { \"id\": \"acne.sugar\"", "\"mechanism\": [\"insulin\"], \"evidence\": [\"study-a\"] },\n    { \"id\": \"acne.sugar\""),
        ("a condition misspelled", "\"id\": \"acne.soap\", \"condition\": \"acne\"", "\"id\": \"acne.soap\", \"condition\": \"acme\""),
        ("a factor misspelled", "\"factor\": \"diet.sugar\"", "\"factor\": \"diet.suger\""),
        ("a mechanism misspelled", "\"certainty\": \"low\", \"mechanisms\": [\"insulin\"]", "\"certainty\": \"low\", \"mechanisms\": [\"insuline\"]"),
        ("a source misspelled", "\"contradictedBy\": [\"study-b\"]", "\"contradictedBy\": [\"study-bb\"]"),
        ("a factor of a gate misspelled", "{ \"factor\": \"person.age\", \"atLeast\": 1 }", "{ \"factor\": \"person.agee\", \"atLeast\": 1 }"),
        ("a comparison misspelled", "{ \"factor\": \"person.age\", \"atLeast\": 1 }", "{ \"factor\": \"person.age\", \"atleast\": 1 }"),
        ("a gate without a comparison", "{ \"factor\": \"person.age\", \"atLeast\": 1 }", "{ \"factor\": \"person.age\" }"),
        ("a yes/no factor compared with a number", "\"when\": { \"factor\": \"person.pregnant\", \"equals\": true }", "\"when\": { \"factor\": \"person.pregnant\", \"equals\": 1 }"),
        ("a certainty that is no word of the format", "\"ci95\": [1.15, 1.36] }, \"certainty\": \"low\"", "\"ci95\": [1.15, 1.36] }, \"certainty\": \"medium\""),
        ("a kind that is no word of the format", "\"kind\": \"choice\"", "\"kind\": \"choose\""),
        ("an urgency that is no word of the format", "\"urgency\": \"urgent\"", "\"urgency\": \"now\""),
        ("knots that fall", "\"curve\": [[0, 0], [9, 1]]", "\"curve\": [[9, 0], [0, 1]]"),
        ("a burden in percent", "\"curve\": [[0, 0], [9, 1]]", "\"curve\": [[0, 0], [9, 100]]"),
        ("a ratio of 0", "\"oddsRatio\": 1.25, \"ci95\": [1.15, 1.36]", "\"oddsRatio\": 0"),
        ("an interval that misses its value", "\"ci95\": [1.15, 1.36]", "\"ci95\": [1.3, 1.36]"),
        ("an interval the wrong way round", "\"ci95\": [1.15, 1.36]", "\"ci95\": [1.36, 1.15]"),
        ("an effect with two measures", "{ \"smd\": 0.2 }", "{ \"smd\": 0.2, \"oddsRatio\": 1.4 }"),
        ("an effect without a measure", "{ \"smd\": 0.2 }", "{ }"),
        ("a mean difference without sd", "{ \"meanDifference\": 2, \"sd\": 4, \"of\": \"GAGS\" }", "{ \"meanDifference\": 2, \"of\": \"GAGS\" }"),
        ("mixed signs in an overlap group", "{ \"smd\": 0.2 }", "{ \"smd\": -0.2 }"),
        ("a choice that the factor does not have", "\"levels\": { \"foaming\": 0.5, \"soap\": 1 }", "\"levels\": { \"foam\": 0.5, \"soap\": 1 }"),
        ("a curve on a choice", "\"levels\": { \"foaming\": 0.5, \"soap\": 1 }", "\"curve\": [[0, 0], [1, 1]]"),
        ("min above max", "\"min\": 0, \"max\": 120", "\"min\": 120, \"max\": 0"),
        ("a reference outside the bounds", "\"reference\": { \"low\": 0, \"high\": 1 }", "\"reference\": { \"low\": 0, \"high\": 7 }"),
        ("a conversion by 0", "\"multiply\": 0.001", "\"multiply\": 0"),
        ("an id twice", "\"id\": \"acne.sugar\"", "\"id\": \"acne.milk\""),
        ("an id with capitals", "\"id\": \"acne.soap\"", "\"id\": \"Acne.Soap\""),
        ("a version that is none", "\"version\": \"1.2.0\"", "\"version\": \"1.2\""),
        ("a number in quotes", "\"max\": 5", "\"max\": \"5\""),
        ("a comma forgotten", "\"id\": \"acne.sugar\", \"condition\"", "\"id\": \"acne.sugar\" \"condition\""),
        ("a screen with a number", "\"symptom.fever\", \"symptom.rash\"]", "\"symptom.fever\", \"diet.sugar\"]"),
        ("a referral that is none", "\"refer\": [\"referral.doctor\"]", "\"refer\": [\"diet.less-milk\"]"),
        ("bands that fall", "\"below\": 60", "\"below\": 15"),
        ("a test of a band that is none", "\"band\": { \"acne\": \"little\" }", "\"band\": { \"acne\": \"litle\" }"),
    ];

    [Fact]
    public void EachMistakeGivesAMessageOfItsOwnAtItsPlace()
    {
        var page = new StringBuilder();
        var messages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (what, old, mutated) in Mutations)
        {
            string text = LintBase.With((old, mutated));
            var errors = RuleSetComposer.Compose(RuleSetJson.Read(text, "rules.json")).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var error = errors.Should().ContainSingle("{0} is one fault", what).Which;
            error.Line.Should().NotBeNull(what);
            error.Column.Should().NotBeNull(what);
            error.Hint.Should().NotBeNullOrWhiteSpace("{0} needs a way out", what);
            messages.Add(error.Message).Should().BeTrue("{0} has a message of its own", what);
            page.Append(what).Append('\n').Append("  ").Append(error).Append('\n');
        }

        Golden.Check(page.ToString(), "tests", "GutSkin.Core.Tests", "Authoring", "mutations.txt");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEndsOfAnyKindGiveTheSamePlaces(string lineEnd)
    {
        string text = LintBase.With(("\"factor\": \"diet.sugar\"", "\"factor\": \"diet.suger\""));
        Places(text.ReplaceLineEndings(lineEnd)).Should().Equal(Places(text));
    }

    [Fact]
    public void MixedLineEndsAndAByteOrderMarkChangeNothing()
    {
        string text = LintBase.With(("\"factor\": \"diet.sugar\"", "\"factor\": \"diet.suger\""));
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string mixed = string.Concat(lines.Select((l, i) => l + (i == lines.Length - 1 ? "" : i % 2 == 0 ? "\r\n" : "\n")));
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(mixed)];
        Places(RuleSetJson.Read(marked, "rules.json")).Should().Equal(Places(text));
    }

    private static IEnumerable<string> Places(string text) => Places(RuleSetJson.Read(text, "rules.json"));

    private static IEnumerable<string> Places(RuleSetDocument document) => RuleSetComposer.Compose(document).Diagnostics.Select(d => d.ToString());
}
