using System.Globalization;
using System.Text;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Json;

/// <summary>Numbers read the short way are those that the framework reads, bit for bit; what has more digits is left to it.</summary>
public class ShortNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.0")]
    [InlineData("-0.000")]
    [InlineData("7")]
    [InlineData("-12.5")]
    [InlineData("0.1")]
    [InlineData("0.00000000000001")]
    [InlineData("1.00000000000000")]
    [InlineData("999999999999999")]
    [InlineData("-99999999999999.9")]
    [InlineData("0.99999999999999")]
    public void What_is_short_is_read(string text)
    {
        ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out double value).Should().BeTrue();
        Bits(value).Should().Be(Bits(double.Parse(text, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1e3")]
    [InlineData("1.5E-2")]
    [InlineData("1000000000000000")]
    [InlineData("0.1234567890123456")]
    [InlineData("0.000000000000000")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1-1")]
    [InlineData("+1")]
    [InlineData("1 ")]
    public void What_is_longer_or_no_number_is_not(string text) =>
        ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();

    [Fact]
    public void Every_number_is_the_nearest_one()
    {
        var random = new Random(20261130);
        int read = 0;
        for (int i = 0; i < 200_000; i++)
        {
            int digits = random.Next(1, 18), point = random.Next(0, digits + 1);
            string text = string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + random.Next(10))));
            if (point > 0 && point < digits)
                text = text.Insert(point, ".");
            if (random.Next(2) == 0)
                text = "-" + text;
            if (!ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out double value))
                continue;
            read++;
            if (Bits(value) != Bits(double.Parse(text, CultureInfo.InvariantCulture)))
                Assert.Fail($"{text} is read as {value:R}.");
        }

        read.Should().BeGreaterThan(150_000);
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
