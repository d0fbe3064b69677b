using System.Text;
using GutSkin.Core.Words;

namespace GutSkin.Core.Tests.Words;

/// <summary>A text is one printable line, and one that already is stays the object it was.</summary>
public class CleanTextTests
{
    // Blanks of every kind, control characters, what turns or hides text, lone and paired surrogates, and letters between.
    private static readonly string[] Pieces =
    [
        "a", "Z", "é", "ß", "µ", "я", " ", "  ", "\t", "\r\n", "\u0000", "\u001f", "\u007f", "\u0085", "\u00a0", "\u1680", "\u167f", "\u1681", "\u2028", "\u200b", "\u202e",
        "\u2066", "\ufeff", "\ufdd0", "\ufffe", "\ud83d\ude00", "\ud83d", "\ude00", "~", "\u00ad",
    ];

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("two words", "two words")]
    [InlineData(" two  words ", "two words")]
    [InlineData("two\twords\n", "two words")]
    [InlineData("5 µmol/L, Süßes", "5 µmol/L, Süßes")]
    [InlineData("a\u00a0b", "a\u00a0b")]
    [InlineData("a\u202eb", "ab")]
    public void A_text_is_one_printable_line(string? text, string clean) => CleanText.Of(text).Should().Be(clean);

    [Fact]
    public void A_text_that_is_clean_is_not_made_again()
    {
        string text = new(['a', ' ', 'é']);
        CleanText.Of(text).Should().BeSameAs(text);
    }

    [Fact]
    public void Any_text_is_cleaned_rune_by_rune()
    {
        var random = new Random(20261130);
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (CleanText.Of(text) != Cleaned(text))
                Assert.Fail($"{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))} is cleaned otherwise.");
        }
    }

    private static string Cleaned(string text)
    {
        var kept = text.EnumerateRunes().Select(r => Rune.IsControl(r) || (Rune.IsWhiteSpace(r) && r.Value != 0xa0) ? new Rune(' ') : r)
            .Where(r => r.Value is not ((>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF))
                && (r.Value & 0xFFFE) != 0xFFFE);
        return string.Join(' ', string.Concat(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
