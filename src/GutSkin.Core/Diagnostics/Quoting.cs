namespace GutSkin.Core.Diagnostics;

/// <summary>Puts a word of the input into a message.</summary>
internal static class Quoting
{
    private const int MaxLength = 80;

    /// <summary>Whether a character does not belong into a line.</summary>
    public static bool BreaksLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    /// <summary>A text with U+FFFD for whatever breaks a line, the text itself where nothing does.</summary>
    public static string? OneLine(string? text)
    {
        for (int i = 0; i < text?.Length; i++)
        {
            if (BreaksLine(text[i]))
                return string.Create(text.Length, text, static (to, from) =>
                {
                    for (int i = 0; i < to.Length; i++)
                        to[i] = BreaksLine(from[i]) ? '\uFFFD' : from[i];
                });
        }

        return text;
    }

    /// <summary>The word in quotes: on one line, and not longer than a message should be.</summary>
    public static string Quote(string word)
    {
        int length = word.Length;
        if (length > MaxLength)
            length = char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        string shown = OneLine(word[..length])!;
        return length == word.Length ? $"'{shown}'" : $"'{shown}…'";
    }
}
