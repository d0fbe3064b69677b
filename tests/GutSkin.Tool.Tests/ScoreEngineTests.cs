using System.Globalization;
using System.Text;
using GutSkin.Core;

namespace GutSkin.Tool.Tests;

public sealed class ScoreEngineTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 64)]
    [InlineData(2, 1000)]
    public void Neither_chunks_nor_threads_change_a_byte(int threads, int chunkRows)
    {
        byte[] table = Encoding.UTF8.GetBytes(SampleTable.OfPeople(300) + "bad\n");

        Score(table, new CohortSettings { Threads = threads, ChunkRows = chunkRows }).Should().Be(Score(table, new CohortSettings()));
    }

    [Fact]
    public void What_fails_on_a_thread_comes_out_where_it_was_started()
    {
        using var source = new CsvSource(new MemoryStream("diet.fiber\n1\n2\n3\n"u8.ToArray()), ScoringService.Default, new CohortSettings { ChunkRows = 1 });
        int written = 0;

        var run = () => CohortRunner.Run(source, 3, _ => throw new InvalidOperationException($"{++written}"));

        run.Should().Throw<InvalidOperationException>().WithMessage("1");
    }

    [Fact]
    public void Short_decimals_are_what_the_runtime_reads()
    {
        var random = new Random(3);
        int read = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] text = new byte[random.Next(0, 10)];
            for (int k = 0; k < text.Length; k++)
                text[k] = (byte)(random.Next(12) == 0 ? '.' : random.Next(60) == 0 ? random.Next(256) : '0' + random.Next(10));
            if (!ShortDecimal.TryParse(text, out double value))
                continue;
            read++;
            double.TryParse((ReadOnlySpan<byte>)text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected).Should().BeTrue();
            if (BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(expected))
                Assert.Fail($"'{Encoding.Latin1.GetString(text)}' is read as {value:R}");
        }

        read.Should().BeGreaterThan(100_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-1")]
    [InlineData("1.2.3")]
    [InlineData("123456789")]
    [InlineData("1e5")]
    [InlineData("1 ")]
    public void What_is_no_short_decimal_is_left_to_the_runtime(string text) =>
        ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();

    private static string Score(byte[] table, CohortSettings settings)
    {
        using var stream = new MemoryStream(table);
        using var source = new CsvSource(stream, ScoringService.Default, settings);
        var output = new StringBuilder();
        CohortRunner.Run(source, settings.Threads, chunk => output
            .Append(Encoding.UTF8.GetString(chunk.Output.Span)).Append(Encoding.UTF8.GetString(chunk.Errors.WrittenSpan)));
        return output.ToString();
    }
}
