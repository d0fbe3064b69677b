using System.Globalization;
using System.Text;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>Writes well-formed HTML: every text is escaped, every element closed.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder html = new();

    /// <summary>Opens an element; attributes are name, value, name, value …; a null value leaves its attribute out.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<string?> attributes)
    {
        Start(name, attributes);
        html.Append('>');
        return this;
    }

    public HtmlWriter Close(string name)
    {
        html.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public HtmlWriter Empty(string name, params ReadOnlySpan<string?> attributes)
    {
        Start(name, attributes);
        html.Append("/>");
        return this;
    }

    /// <summary>An element with a text.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<string?> attributes) =>
        Open(name, attributes).Text(text).Close(name);

    public HtmlWriter Text(string text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }

        return this;
    }

    public HtmlWriter Line()
    {
        html.Append('\n');
        return this;
    }

    /// <summary>The library's own text, written as it is.</summary>
    public HtmlWriter Own(string markup)
    {
        html.Append(markup);
        return this;
    }

    public override string ToString() => html.ToString();

    /// <summary>A coordinate or length.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A length in percent.</summary>
    public static string Percent(double value) => Number(value) + "%";

    private void Start(string name, ReadOnlySpan<string?> attributes)
    {
        html.Append('<').Append(name);
        for (int i = 0; i < attributes.Length; i += 2)
        {
            if (attributes[i + 1] is { } value)
            {
                html.Append(' ').Append(attributes[i]).Append("=\"");
                Text(value);
                html.Append('"');
            }
        }
    }
}
