using System.Text;
using System.Text.Json;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Json;

/// <summary>A text in a tree is what was written, however long it is and whatever letters it has.</summary>
public class JsonTreeTextTests
{
    private static readonly string[] Ends = ["", "x", "é", "µg", "€", "\ud83d\ude00", "\"", "\\", "\u0001", "\u2028"];

    [Fact]
    public void A_text_is_what_was_written()
    {
        foreach (int length in new[] { 0, 1, 2, 20, 120, 125, 126, 127, 128, 129, 130, 300 })
        {
            foreach (string end in Ends)
            {
                foreach (string text in new[] { new string('a', length) + end, end + new string('b', length), new string('c', length / 2) + end + new string('d', length / 2) })
                {
                    byte[] utf8 = Encoding.UTF8.GetBytes($$"""{ "{{Quoted(text)}}": "{{Quoted(text)}}" }""");
                    foreach (var tree in new[] { JsonScanner.Scan(utf8), JsonTreeParser.Parse(utf8, JsonDialect.Own) })
                    {
                        tree.TextOf(1).Should().Be(text);
                        tree.NameOf(1).Should().Be(text);
                    }
                }
            }
        }
    }

    // What need not be escaped is not.
    private static string Quoted(string text) =>
        JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
