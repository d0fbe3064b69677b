using System.Globalization;
using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>
/// Mutated inputs over all readers: never an exception, never a profile with an error, never a share outside 0 to 1. Bounded to a few
/// seconds; GUTSKIN_FUZZ=1000000 runs a million.
/// </summary>
public class FuzzTests
{
    private static readonly string[] Words =
    [
        "NaN", "-1", "1e999", "Infinity", "0", "100", "1e-9", "\t", "\n", "\r\n", ",", ";", "|", "\"", "{", "}", "[", "]", "[[", ":", "#", "\0", "\uFEFF", "\uFFFD", "k__", "s__", "t__SGB1",
        "UNKNOWN\t-1\t50\t\n", "null", "\\u00", "taxonomy", "Homo sapiens", "          ", "999999999999999999999", "unclassified", "__", "D_5__", "(100)", "\ud800",
    ];

    [Fact]
    public void No_input_breaks_a_reader()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("GUTSKIN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;
        string[] seeds = Seeds();
        var random = new SplitMix64(20261121);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        int runs = 0, read = 0;
        for (; wanted > 0 ? runs < wanted : watch.ElapsedMilliseconds < 3000; runs++)
        {
            string text = Mutate(seeds, ref random);
            var format = random.Below(4) == 0 ? (TaxonomicFormat)random.Below(14) : (TaxonomicFormat?)null;
            try
            {
                read += Check(text, format, random.Below(2) == 0) ? 1 : 0;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Run {runs}, format {format}: {e}\nInput: {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}");
            }
        }

        read.Should().BePositive();
        runs.Should().BeGreaterThan(100);
    }

    private static bool Check(string text, TaxonomicFormat? format, bool asStream)
    {
        var options = new TaxonomicReadOptions { Format = format };
        var table = asStream
            ? TaxonomicProfileReader.ReadTable(new MemoryStream(Encoding.UTF8.GetBytes(text)), options)
            : TaxonomicProfileReader.ReadTable(new StringReader(text), options);
        Sound(table.Success, table.Diagnostics);
        var single = asStream
            ? TaxonomicProfileReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), options)
            : TaxonomicProfileReader.Read(new StringReader(text), options);
        Sound(single.Success, single.Diagnostics);
        FeatureTaxonomy.Read(new StringReader(text));
        TaxonomicProfileReader.DetectFormat(new StringReader(text));
        var profile = single.Value ?? table.Value?.Profiles.FirstOrDefault();
        if (profile is null)
            return false;
        foreach (var clade in profile.Clades.Concat(profile.Features))
            Assert.True(clade.Share is >= 0 and <= 1.02 && double.IsFinite(clade.Value), $"share {clade.Share} of {clade.Taxon}");
        var measures = profile.Measure(new MeasureOptions { RarefyTo = 10, Seed = 1, ForceGmwi2 = true });
        Assert.True(measures.Shannon is null or >= 0 && measures.GiniSimpson is null or (>= 0 and <= 1));
        foreach (var observation in profile.ToObservations())
            Assert.True(double.IsFinite(observation.Value.AsNumber));
        return true;
    }

    private static void Sound(bool success, IReadOnlyList<Diagnostic> diagnostics)
    {
        bool error = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(success != error, "a result is a value or an error");
        Assert.All(diagnostics, d => Assert.True(d.Line >= 1 && d.Column >= 1 && d.Message.Length > 0));
    }

    private static string Mutate(string[] seeds, ref SplitMix64 random)
    {
        var text = new StringBuilder(seeds[random.Below((ulong)seeds.Length)]);
        for (int i = 1 + (int)random.Below(4); i > 0; i--)
        {
            int at = (int)random.Below((ulong)text.Length + 1);
            int length = (int)random.Below((ulong)Math.Min(200, text.Length - at + 1));
            switch (random.Below(7))
            {
                case 0:
                    text.Insert(at, Words[random.Below((ulong)Words.Length)]);
                    break;
                case 1:
                    text.Remove(at, length);
                    break;
                case 2:
                    text.Length = at;
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 4 when at < text.Length:
                    text[at] = (char)random.Below(128);
                    break;
                case 5:
                    string other = seeds[random.Below((ulong)seeds.Length)];
                    int from = (int)random.Below((ulong)other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(300, other.Length - from)));
                    break;
                default:
                    if (at == text.Length)
                        break;
                    text.Replace(text.ToString(at, 1), Words[random.Below((ulong)Words.Length)], at, Math.Min(50, text.Length - at));
                    break;
            }
        }

        return text.ToString();
    }

    // Small files whole, large ones as their first lines.
    private static string[] Seeds() =>
    [
        .. Directory.EnumerateFiles(SampleFiles.Root, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("SOURCE.txt", StringComparison.Ordinal) && !f.EndsWith("diversity-vectors.json", StringComparison.Ordinal) && !f.EndsWith(".gitattributes", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f))
            .Select(t => t.Length < 4000 ? t : t[..3000]),
        "#SampleID\tMetaphlan2_Analysis\nk__Bacteria\t100.0\nk__Bacteria|s__A_b\t100.0\n",
        "d__Bacteria\t100\nd__Bacteria|p__Bacillota\t90\nd__Bacteria|p__Bacillota|g__Blautia|s__Blautia obeum\t70\n",
        "Species,A,B\ns__Faecalibacterium_prausnitzii,60.5,1\ns__Akkermansia_muciniphila,39.5,99\n",
        "#OTU ID\tS1\ttaxonomy\na\t6.0\tk__Bacteria; p__Firmicutes; g__Blautia\nb\t2.0\tUnassigned\n",
        "label\tGroup\tnumOtus\tOtu1\tOtu2\t\r\n0.03\tA\t2\t3\t0\t\r\n",
        "{\"format\":\"1.0.0\",\"matrix_type\":\"dense\",\"matrix_element_type\":\"float\",\"shape\":[2,1],\"rows\":[{\"id\":\"a\"},{\"id\":\"b\",\"metadata\":{\"taxonomy\":\"k__A;p__B\"}}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0.5],[0.5]]}",
    ];
}
