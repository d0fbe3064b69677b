using System.Globalization;
using System.Text;

namespace GutSkin.Core;

/// <summary>Writes JSON paths for what was not read from text.</summary>
internal static class PathText
{
    /// <summary>Appends property names (string) and positions (int) to a path.</summary>
    public static string Append(string root, ReadOnlySpan<object> path)
    {
        var text = new StringBuilder(root);
        foreach (object step in path)
        {
            if (step is int index)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (step is not JsonSourceMap.NameOf)
                AppendName(text, (string)step);
        }

        return text.ToString();
    }

    /// <summary>The path of an entry by its id: <c>$.rules['acne.milk']</c>.</summary>
    public static string OfEntry(Section section, string id) =>
        section == Section.Document ? "$" : $"$.{section.Property()}['{id}']";

    private static void AppendName(StringBuilder text, string name)
    {
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            text.Append('.').Append(name);
        else
            text.Append("['").Append(name).Append("']");
    }
}
