using System.Globalization;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Tests.Json;

/// <summary>Numbers and days are read without the platform's tables of cultures, and mean what the platform says they mean.</summary>
public class PlainValueTests
{
    [Fact]
    public void Numbers_are_read_to_the_last_bit()
    {
        var random = new Random(4711);
        var texts = new List<string>
        {
            "0", "-0", "-0.0", "0e5", "1e-7", "1E+7", "1e308", "1.7976931348623157e308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
            "9007199254740993", "9007199254740992.5", "0.1", "0.30000000000000004", "123456789012345678901234567890", "1e-400", "8.98846567431158e307",
            "0." + new string('0', 400) + "1e380", "1" + new string('0', 300), "2.2250738585072011e-308", "179769313486231580793728971405300e276",
            "0.5" + new string('0', 900) + "1", "1" + new string('9', 800) + "e-800",
        };
        for (int i = 0; i < 5_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
                texts.Add(value.ToString(i % 2 == 0 ? "R" : "E17", CultureInfo.InvariantCulture));
            texts.Add(random.NextInt64(0, 1_000_000_000_000).ToString(CultureInfo.InvariantCulture) + "." + random.NextInt64(0, long.MaxValue).ToString(CultureInfo.InvariantCulture));
        }

        foreach (string text in texts)
        {
            var read = ProfileJson.Read($$"""{ "observations": { "f": {{text}} } }""").Value!.Observations["f"].Value!.Value.AsNumber;
            BitConverter.DoubleToInt64Bits(read).Should().Be(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture) + 0.0), "{0}: to the last bit, and minus zero is zero", text);
        }
    }

    [Fact]
    public void Numbers_too_large_for_any_are_refused() =>
        ProfileJson.Read("""{ "observations": { "f": 1e309, "g": -1e999999999999 } }""").Diagnostics.Select(d => d.Code)
            .Should().Equal(DiagnosticCodes.NonFiniteNumber, DiagnosticCodes.NonFiniteNumber);

    [Fact]
    public void Days_are_those_of_the_calendar()
    {
        var texts = new List<string>
        {
            "0000-01-01", "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-00-10", "2024-13-10", "2024-01-00",
            "2024-04-31", "2024/01/01", "2024-1-011", "+024-01-01", "2024-01- 1", " 024-01-01", "٢٠٢٤-01-01", "2024-01-0１", "2024-0a-01", "20240-1-01",
        };
        for (var day = new DateOnly(1999, 12, 1); day < new DateOnly(2001, 3, 5); day = day.AddDays(1))
            texts.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (string text in texts)
        {
            bool isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            var read = ProfileJson.Read($$"""{ "asOf": "{{text}}" }""");
            (read.Value?.AsOf).Should().Be(isDay ? day : null, text);
            read.Diagnostics.Any(d => d.Code == DiagnosticCodes.BadDate).Should().Be(!isDay, text);
        }
    }
}
