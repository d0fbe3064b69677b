using System.Text;

namespace GutSkin.Core;

/// <summary>Texts that stay texts in Markdown.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>&|~$@^";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool special = Special.Contains(c)
                || (c == ':' && i + 1 < text.Length && text[i + 1] == '/')
                || (c == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                || StartsBlock(text, i);
            if (special)
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Whether a character would make a heading, list or rule of a line that begins with it.</summary>
    private static bool StartsBlock(string text, int at)
    {
        char c = text[at];
        if (at == 0)
            return c is '#' or '+' or '-' or '=' or ':';
        return c is '.' or ')' && at <= 9 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
