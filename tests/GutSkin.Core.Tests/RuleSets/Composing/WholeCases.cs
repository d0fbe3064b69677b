using System.Text;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Faults of a document as a whole, by code: too large to be written out.</summary>
internal static class WholeCases
{
    public static readonly Dictionary<string, Func<string>> All = new(StringComparer.Ordinal)
    {
        ["GS0001"] = () => LintBase.Json[..^40],
        ["GS0002"] = () => LintBase.Json + new string(' ', 16 * 1024 * 1024),
        ["GS0003"] = () => "{ \"x-note\": " + new string('[', 100) + new string(']', 100) + " }",
        ["GS0004"] = () => LintBase.With(("\"title\": \"Base\"", "\"title\": \"Base\", \"authors\": [" + Repeat("\"A\"", 100_001) + "]")),
        ["GS0006"] = () => LintBase.With(("\"title\": \"Base\"", "\"title\": \"Base\", \"authors\": [" + Repeat("1", 10_002) + "]")),
        ["GS0005"] = () => LintBase.With(
            ("{ \"factor\": \"person.age\", \"between\": [12, 40] }", "{ \"all\": [" + Repeat("{ \"factor\": \"person.age\", \"above\": 1 }", 1_000) + "] }")),
    };

    public static IEnumerable<object[]> Codes => All.Keys.Select(code => new object[] { code });

    private static string Repeat(string text, int count) =>
        new StringBuilder((text.Length + 1) * count).Insert(0, text + ",", count - 1).Append(text).ToString();
}
