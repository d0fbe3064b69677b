using System.Text;

namespace GutSkin.Core.Words;

/// <summary>Texts of rule sets as one printable line: no control characters, no lone surrogates, no marks that turn the reading direction.</summary>
internal static class CleanText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (IsPlain(text))
            return text;
        var clean = new StringBuilder(text.Length);
        bool space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != '\u00a0' || Rune.IsControl(rune))
            {
                space = clean.Length > 0;
                continue;
            }

            if (IsHidden(rune.Value))
                continue;
            if (space)
                clean.Append(' ');
            space = false;
            clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>Whether a text is clean as it is, as nearly every one is: letters and signs of European languages, with single spaces between.</summary>
    private static bool IsPlain(string text)
    {
        bool space = true;
        foreach (char c in text)
        {
            if (c is not ((>= ' ' and < '\u007f') or (>= '\u00a0' and < '\u1680')) || (space && c == ' '))
                return false;
            space = c == ' ';
        }

        return !space;
    }

    private static bool IsHidden(int value) =>
        value is (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF
        || (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
