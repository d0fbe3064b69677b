using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>JSON in which each expected diagnostic stands as «code» directly before the place it is expected at.</summary>
internal sealed partial class MarkedJson
{
    private MarkedJson(string text, List<string> expected) => (Text, Expected) = (text, expected);

    public string Text { get; }

    public List<string> Expected { get; }

    public static MarkedJson Parse(string marked)
    {
        var expected = new List<string>();
        var text = new System.Text.StringBuilder();
        int line = 1, column = 1, at = 0;
        foreach (Match match in Marks().Matches(marked))
        {
            Take(marked[at..match.Index]);
            expected.Add(FormattableString.Invariant($"{match.Groups[1].Value} at {line},{column}"));
            at = match.Index + match.Length;
        }

        Take(marked[at..]);
        return new MarkedJson(text.ToString(), expected);

        void Take(string part)
        {
            text.Append(part);
            int lastBreak = part.LastIndexOf('\n');
            line += part.Count(c => c == '\n');
            column = lastBreak < 0 ? column + part.Length : part.Length - lastBreak;
        }
    }

    [GeneratedRegex("«(GS[0-9]{4})»")]
    private static partial Regex Marks();
}
