using System.Globalization;
using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Reads <c>a || b</c>, <c>a &amp;&amp; b</c>, <c>!(a)</c>, <c>known(x)</c>, comparisons and <c>x in [a, b]</c>.</summary>
internal sealed partial class RowGateReader
{
    private readonly List<string> tokens;
    private int at;

    public RowGateReader(string text)
    {
        tokens = [.. Token().Matches(text).Select(m => m.Value)];
        string.Concat(tokens).Should().Be(Blanks().Replace(text, ""), "every part of the text is a token");
    }

    public RowGate Any()
    {
        var parts = new List<RowGate> { All() };
        while (Peek() == "||")
        {
            Take();
            parts.Add(All());
        }

        return parts.Count == 1 ? parts[0] : new RowGate.Combined(false, parts);
    }

    public void End() => at.Should().Be(tokens.Count, "nothing is left over");

    private RowGate All()
    {
        var parts = new List<RowGate> { One() };
        while (Peek() == "&&")
        {
            Take();
            parts.Add(One());
        }

        return parts.Count == 1 ? parts[0] : new RowGate.Combined(true, parts);
    }

    private RowGate One()
    {
        switch (Peek())
        {
            case "!":
                Take();
                return new RowGate.Negated(One());
            case "(":
                Take();
                var inner = Any();
                Expect(")");
                return inner;
            case "known":
                Take();
                Expect("(");
                var known = new RowGate.Known(Take());
                Expect(")");
                return known;
            case "concern":
                Take();
                Expect("(");
                Take();
                Expect(")");
                return new RowGate.Concern();
            default:
                string factor = Take();
                string op = Take();
                return new RowGate.Compared(factor, op, op == "in" ? List() : [Literal(Take())]);
        }
    }

    private object[] List()
    {
        Expect("[");
        var values = new List<object> { Literal(Take()) };
        while (Peek() == ",")
        {
            Take();
            values.Add(Literal(Take()));
        }

        Expect("]");
        return [.. values];
    }

    private static object Literal(string token) => token switch
    {
        "true" => true,
        "false" => false,
        _ when token[0] == '"' => token[1..^1],
        _ => double.Parse(token, CultureInfo.InvariantCulture),
    };

    private string? Peek() => at < tokens.Count ? tokens[at] : null;

    private string Take() => tokens[at++];

    private void Expect(string token) => Take().Should().Be(token);

    [GeneratedRegex("""\|\||&&|==|<=|>=|<|>|!|\(|\)|\[|\]|,|"[^"]*"|-?\d+(\.\d+)?|[A-Za-z][\w.-]*""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
