using GutSkin.Core.Reports.Rendering;

namespace GutSkin.Core.Tests.Reports;

public sealed class ChartLabelTests
{
    [Theory]
    [InlineData("Hautbarriere", "Hautbarriere")]
    [InlineData("Kurzkettige Fettsäuren und andere Stoffe der Mikroben", "Kurzkettige|Fettsäuren|und andere|Stoffe der|Mikroben")]
    [InlineData("Immunsystem", "Immunsys-|tem")]
    [InlineData("Stresshormone und Nerven", "Stresshor-|mone und|Nerven")]
    public void A_name_becomes_lines_that_fit(string name, string lines)
    {
        var wrapped = ChartLabel.Wrap(name, 6.8);
        string.Join('|', wrapped).Should().Be(lines);
        wrapped.Should().OnlyContain(l => ChartLabel.Ems(l) <= 6.8);
    }

    [Theory]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void What_does_not_fit_ends_in_an_ellipsis_and_no_letter_is_parted(string name)
    {
        var wrapped = ChartLabel.Wrap(name, 6.8);
        wrapped.Length.Should().Be(6);
        wrapped[^1].Should().EndWith("…");
        wrapped.Should().OnlyContain(l => ChartLabel.Ems(l) <= 6.8);
        foreach (string line in wrapped.Add(ChartLabel.Fit(name, 9)))
            line.EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar);
        ChartLabel.Ems(ChartLabel.Fit(name, 9)).Should().BeLessThanOrEqualTo(9);
    }
}
