using System.Globalization;
using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>Tables of 2,000 samples: one sample costs the same however much the others hold.</summary>
public class LargeTableTests
{
    private const int Samples = 2000;
    private const int Rows = 500;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_sample_of_a_biom_file_is_read_in_flat_memory(bool dataFirst)
    {
        long thin = ReadOne(Biom(5, dataFirst)), thick = ReadOne(Biom(100, dataFirst));
        thick.Should().BeLessThan(thin + 200_000, "twenty times the data, the same memory");
        thick.Should().BeLessThan(4_000_000);
    }

    [Fact]
    public void All_samples_cost_what_is_not_zero()
    {
        byte[] file = Biom(100, dataFirst: true);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var table = TaxonomicProfileReader.ReadTable(new MemoryStream(file)).GetValueOrThrow();
        long used = GC.GetAllocatedBytesForCurrentThread() - before;
        used.Should().BeLessThan(Samples * 100 * 12 * 6L, "twelve bytes an amount, a few times while growing");
        table.Samples.Should().HaveCount(Samples);
        table.Profiles.Sum(p => p.Reads).Should().Be(Samples * 100 * 3);
    }

    [Fact]
    public void A_forward_only_stream_reads_as_well()
    {
        using var stream = new ForwardStream(Biom(5, dataFirst: true));
        TaxonomicProfileReader.Read(stream, new TaxonomicReadOptions { Sample = "S77" }).GetValueOrThrow().Features.Should().HaveCount(5);
    }

    private static long ReadOne(byte[] file)
    {
        var options = new TaxonomicReadOptions { Sample = "S1234" };
        using var stream = new MemoryStream(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var result = TaxonomicProfileReader.Read(stream, options);
        long used = GC.GetAllocatedBytesForCurrentThread() - before;
        result.GetValueOrThrow().Sample.Should().Be("S1234");
        return used;
    }

    private static byte[] Biom(int perSample, bool dataFirst)
    {
        var text = new StringBuilder("{\"id\":null,\"format\":\"1.0.0\",\"format_url\":\"x\",\"type\":\"OTU table\",\"generated_by\":\"x\",\"date\":\"x\",\"matrix_type\":\"sparse\",\"matrix_element_type\":\"int\",");
        text.Append(CultureInfo.InvariantCulture, $"\"shape\":[{Rows},{Samples}],");
        string axes = "\"rows\":[" + string.Join(',', Enumerable.Range(0, Rows).Select(r => $"{{\"id\":\"r{r}\",\"metadata\":{{\"taxonomy\":[\"k__Bacteria\",\"p__P{r % 9}\"]}}}}"))
            + "],\"columns\":[" + string.Join(',', Enumerable.Range(0, Samples).Select(s => $"{{\"id\":\"S{s}\",\"metadata\":null}}")) + "]";
        if (!dataFirst)
            text.Append(axes).Append(',');
        text.Append("\"data\":[");
        bool first = true;
        for (int row = 0; row < perSample; row++)
        {
            for (int sample = 0; sample < Samples; sample++, first = false)
                text.Append(CultureInfo.InvariantCulture, $"{(first ? "" : ",")}[{row},{sample},3]");
        }

        text.Append(']');
        if (dataFirst)
            text.Append(',').Append(axes);
        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
