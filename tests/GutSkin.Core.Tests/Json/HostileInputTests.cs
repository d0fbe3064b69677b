using System.Text;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Format;

namespace GutSkin.Core.Tests.Json;

public class HostileInputTests
{
    [Fact]
    public void ADocumentCutOffAnywhereIsOneSyntaxError()
    {
        // Without what stands behind the last brace, and without a byte order mark.
        byte[] text = Encoding.UTF8.GetBytes(FullRuleSet.Json.TrimEnd());
        for (int length = 0; length < text.Length; length++)
        {
            var diagnostics = RuleSetJson.Read(text.AsMemory(0, length)).Diagnostics;
            diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0001", $"{length} bytes are left");
        }

        byte[] profile = Encoding.UTF8.GetBytes(ProfileJson.Write(RuleSetJson.Read(FullRuleSet.Json).RuleSet!.Tests[0].Profile).TrimEnd());
        for (int length = 0; length < profile.Length; length++)
        {
            var result = ProfileJson.Read(profile.AsMemory(0, length));
            result.Value.Should().BeNull();
            result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0001", $"{length} bytes are left");
        }
    }

    [Fact]
    public void AWrongByteAnywhereGivesDiagnosticsNeverAnException()
    {
        byte[] text = Encoding.UTF8.GetBytes(FullRuleSet.Json);
        var random = new Random(1);
        const string Tokens = "{}[]\",:0123456789.eE+-truefalsnl\\/* \n\r\t\u0000";
        for (int i = 0; i < 4_000; i++)
        {
            byte[] changed = [.. text];
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                int at = random.Next(changed.Length);
                changed[at] = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)Tokens[random.Next(Tokens.Length)];
            }

            Check(changed);
            int cut = random.Next(changed.Length), length = random.Next(Math.Min(200, changed.Length - cut));
            Check([.. changed[..cut], .. changed[(cut + length)..]]);
        }
    }

    [Fact]
    public void AWrongValueAnywhereGivesDiagnosticsNeverAnException()
    {
        // Each value in turn takes the place of each other kind of value.
        var tree = JsonTreeParser.Parse(FullRuleSet.Json, JsonDialect.Relaxed);
        byte[] text = Encoding.UTF8.GetBytes(FullRuleSet.Json);
        string[] values = ["null", "true", "1e999", "-0.0", "\"\"", "\"\\u0000\"", "[]", "{}", "[[]]", "{\"\":0}", "1e300"];
        for (int row = 0; row < tree.Count; row++)
        {
            var node = new JsonTreeNode(tree, row);
            int end = EndOf(tree, row, text);
            foreach (string value in values)
                Check([.. text[..node.Start], .. Encoding.UTF8.GetBytes(value), .. text[end..]]);
        }
    }

    [Fact]
    public void SoDoDocumentsMadeToBeSlow()
    {
        const int Size = 8 * 1024 * 1024;
        string[] documents =
        [
            "[" + Repeat("1,", Size) + "1]",
            "{\"observations\": {" + Repeat("\"a\":1,", Size) + "\"a\":1}}",
            "{\"version\": \"" + new string('9', Size) + ".0.0\"}",
            "{\"id\": \"" + new string('a', Size) + "\"}",
            "{\"id\": \"" + Repeat("\\u0061", Size),
            "{\"rules\": [" + Repeat("{},", 1_000_000) + "{}]}",
            "{\"" + new string('a', Size) + "\": 1}",
            "{\"curve\": " + Repeat("{\"a\":", Size),
            new string(' ', Size),
            Repeat("{\"a\": 1}\n", Size),
        ];
        foreach (string document in documents)
        {
            var most = TimeSpan.FromSeconds(10);
            Timed.Quickest(most, () =>
            {
                RuleSetJson.Read(document).Diagnostics.Should().NotBeEmpty();
                ProfileJson.Read(document);
            }).Should().BeLessThan(most, document[..20]);
        }

        static string Repeat(string part, int size) => new StringBuilder(size + part.Length).Insert(0, part, size / part.Length).ToString();
    }

    private static int EndOf(JsonTree tree, int row, byte[] text)
    {
        var value = tree.Row(row);
        if (value.Kind is not (JsonKind.Object or JsonKind.Array))
            return value.Start + value.Length + (value.Kind == JsonKind.String ? 2 : 0);

        // Behind the closing bracket: no string or comment of the example has brackets that do not match.
        int depth = 0, at = value.Start;
        do
        {
            depth += text[at] is (byte)'{' or (byte)'[' ? 1 : text[at] is (byte)'}' or (byte)']' ? -1 : 0;
            at++;
        }
        while (depth > 0);
        return at;
    }

    private static void Check(byte[] text)
    {
        var document = RuleSetJson.Read(text);
        ProfileJson.Read(text);
        string asText = Encoding.UTF8.GetString(text);
        foreach (var diagnostic in document.Diagnostics)
        {
            diagnostic.Line.Should().BePositive();
            diagnostic.Column.Should().BePositive();
            diagnostic.ToString().Should().NotContain("\n");
        }

        // What has no error can be written and read again.
        if (document.Diagnostics.IsEmpty)
            RuleSetJson.Read(RuleSetJson.Write(document.RuleSet!)).Diagnostics.Should().BeEmpty(asText);
    }
}
