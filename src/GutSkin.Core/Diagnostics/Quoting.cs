namespace GutSkin.Core.Diagnostics;

/// <summary>Puts a word of the input into a message.</summary>
internal static class Quoting
{
    private const int MaxLength = 80;

    /// <summary>The word in quotes: on one line, and not longer than a message should be.</summary>
    public static string Quote(string word)
    {
        int length = word.Length;
        if (length > MaxLength)
            length = char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        var shown = string.Create(length, word, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
                to[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? '\uFFFD' : from[i];
        });
        return length == word.Length ? $"'{shown}'" : $"'{shown}…'";
    }
}
