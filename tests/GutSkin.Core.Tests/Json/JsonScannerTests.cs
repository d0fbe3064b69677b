using System.Text;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Json;

/// <summary>What reads the library's own data without a check finds in it what the reader of anybody's data finds.</summary>
public class JsonScannerTests
{
    public static TheoryData<string> OwnFiles => [.. typeof(ScoringService).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(OwnFiles))]
    public void An_own_file_has_the_same_values(string name)
    {
        using var stream = typeof(ScoringService).Assembly.GetManifestResourceStream(name)!;
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        Rows(JsonScanner.Scan(text)).Should().Equal(Parsed(text));
    }

    [Fact]
    public void So_has_any_text_that_is_JSON()
    {
        var random = new Random(20261130);
        for (int i = 0; i < 500; i++)
        {
            var text = new StringBuilder();
            Append(text, random, 0);
            byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
            Rows(JsonScanner.Scan(utf8)).Should().Equal(Parsed(utf8), "of {0}", text);
        }
    }

    private static List<JsonRow> Parsed(byte[] text)
    {
        var tree = JsonTreeParser.Parse(text, JsonDialect.Own);
        tree.Fault.Should().BeNull();
        return Rows(tree);
    }

    private static List<JsonRow> Rows(JsonTree tree) => [.. Enumerable.Range(0, tree.Count).Select(i => tree.Row(i))];

    private static void Append(StringBuilder text, Random random, int depth)
    {
        Blank(text, random);
        switch (random.Next(depth > 4 ? 2 : 0, 8))
        {
            case 0:
                AppendParts(text, random, depth, '{', '}');
                break;
            case 1:
                AppendParts(text, random, depth, '[', ']');
                break;
            case 2 or 3:
                text.Append(Words[random.Next(Words.Length)]);
                break;
            default:
                text.Append(Strings[random.Next(Strings.Length)]);
                break;
        }

        Blank(text, random);
    }

    private static void AppendParts(StringBuilder text, Random random, int depth, char open, char close)
    {
        text.Append(open);
        Blank(text, random);
        for (int i = random.Next(5); i > 0; i--)
        {
            if (open == '{')
            {
                text.Append(Strings[random.Next(Strings.Length)]);
                Blank(text, random);
                text.Append(':');
            }

            Append(text, random, depth + 1);
            if (i > 1)
                text.Append(',');
            Blank(text, random);
        }

        text.Append(close);
    }

    private static void Blank(StringBuilder text, Random random) => text.Append(Blanks[random.Next(Blanks.Length)]);

    private static readonly string[] Blanks = ["", "", "", " ", "\n  ", "\r\n\t"];
    private static readonly string[] Words = ["0", "-0.5", "12e3", "1.5E-7", "true", "false", "null"];
    private static readonly string[] Strings =
        ["\"\"", "\"a\"", "\"sugary-drinks\"", "\"[{,:}]\"", "\"é – 25 µg\"", "\"\\\"\"", "\"\\\\\"", "\"a\\\\\\\"b\\u00e9\"", "\"tab\\tend\\\\\""];
}
