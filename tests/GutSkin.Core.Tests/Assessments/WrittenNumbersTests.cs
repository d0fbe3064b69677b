using System.Text;
using System.Text.Json;
using GutSkin.Core.Assessments.Format;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>A number has the text that the serializer writes, whichever was written before it.</summary>
public class WrittenNumbersTests
{
    [Fact]
    public void A_number_has_the_text_that_the_serializer_writes()
    {
        var random = new Random(20261130);
        var written = new WrittenNumbers();
        var before = new List<double> { 0.0, -0.0, double.Epsilon, -double.MaxValue, -1.7976931348623157E+308, 0.1, 1e21 };
        for (int i = 0; i < 20_000; i++)
        {
            double value = random.Next(4) switch
            {
                0 => before[random.Next(before.Count)],
                1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                2 => random.NextDouble() * 100,
                _ => Math.Round(random.NextDouble(), random.Next(6)),
            };
            if (!double.IsFinite(value))
                continue;
            before.Add(value);
            Encoding.UTF8.GetString(written.TextOf(value)).Should().Be(JsonSerializer.Serialize(value));
        }
    }
}
