using System.Text;

namespace GutSkin.Cohorts.Tests;

/// <summary>No bytes make a reader throw, hang or lose people: each row is scored or told. GUTSKIN_FUZZ says how many mutations, GUTSKIN_FUZZ_SEED which.</summary>
public class FuzzTests
{
    private const int Few = 1500;
    private static readonly string[] Words = ["\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "sep=;", "NA", "1e999", "-", "<", "12,5", "\0", "\uFEFF", "é", "{", "}", "[", "]", "\\", "id", "diet.fiber", "[ng/mL]", "(unit)", "0", "9999999999"];

    private static int Wanted => TestSettings.Number("GUTSKIN_FUZZ", Few);

    private static ulong Seed => (ulong)TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261129);

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("map")]
    public void No_text_breaks_a_reader(string reader)
    {
        string[] seeds = Texts(reader);
        var mutator = new Mutator(seeds, Words, [Damage.Insert, Damage.Remove, Damage.Double, Damage.Character, Damage.Cut], 40, 300);
        var random = new SplitMix64(Seed);
        for (int run = 0; run < Wanted; run++)
        {
            string text = mutator.Text(random);
            Guard(() => Check(Encoding.UTF8.GetBytes(text), reader), () => $"run {run}: {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}");
        }
    }

    [Fact]
    public void No_bytes_break_parquet()
    {
        byte[][] seeds = Tables();
        var random = new SplitMix64(Seed);
        for (int run = 0; run < Wanted / 5; run++)
        {
            byte[] bytes = [.. random.Pick(seeds)];
            for (int i = random.From(1, 4); i > 0; i--)
                bytes[random.Below(bytes.Length)] = (byte)random.Below(256);
            Guard(() => Check(bytes, "parquet"), () => $"run {run}: {Convert.ToBase64String(bytes)}");
        }
    }

    [Fact]
    public void No_wrong_byte_in_the_description_of_a_parquet_file_holds_it_up()
    {
        byte[] whole = ParquetFiles.Write(2, ParquetFiles.Text("id", ["a", "b", null]), ParquetFiles.Decimals("diet.fiber", 1, null, 2));
        int length = BitConverter.ToInt32(whole, whole.Length - 8);
        for (int at = whole.Length - 8 - length; at < whole.Length; at++)
        {
            foreach (byte wrong in (byte[])[0, 0x1C, 0x7F, 0xF5, 0xFF])
            {
                byte[] bytes = [.. whole];
                bytes[at] = wrong;
                Guard(() => Check(bytes, "parquet"), () => $"byte {at} is {wrong}: {Convert.ToBase64String(bytes)}");
            }
        }
    }

    [Fact]
    public void No_wrong_byte_in_the_description_of_a_page_holds_memory()
    {
        byte[] whole = ParquetFiles.Write(3, ParquetFiles.Text("id", ["a", "b", null]), ParquetFiles.Decimals("diet.fiber", 1, null, 2));
        int footer = whole.Length - 8 - BitConverter.ToInt32(whole, whole.Length - 8);
        for (int at = 4; at < footer; at++)
        {
            // Each byte, and from each on a number of five bytes: far more than the file, and less than nothing.
            foreach (byte[] wrong in (byte[][])[[0], [0x7F], [0xFF], [0xFE, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x80, 0x04]])
            {
                byte[] bytes = [.. whole];
                wrong.AsSpan(0, Math.Min(wrong.Length, footer - at)).CopyTo(bytes.AsSpan(at));
                Guarded.Run(() => Check(bytes, "parquet"), () => $"byte {at} is {wrong[0]}: {Convert.ToBase64String(bytes)}", 64L << 20, 20_000);
            }
        }
    }

    /// <summary>What the coverage-guided runs begin with and call: the same samples, the same checks, the same limits.</summary>
    internal static (string[] Readers, string[] Words) ForCoverage => (["csv", "jsonl", "map", "parquet"], Words);

    internal static IEnumerable<byte[]> Samples(string reader) => reader == "parquet" ? Tables() : Texts(reader).Select(Encoding.UTF8.GetBytes);

    internal static void Try(string reader, byte[] bytes) => Guarded.Run(() => Check(bytes, reader), () => reader, 512L << 20, 20_000);

    private static string[] Texts(string reader) => reader switch
    {
        "csv" => ["id,diet.fiber,person.sex,person.pregnant,lab.vitamin-d[ng/mL],lab.vitamin-d.unit\na,12.5,female,yes,20,ng/mL\n\"b,b\",,male,0,,\nc,\"7\",,,50,nmol/L\n", "id;diet.fiber;diet.milk\r\na;12,5;1\r\nb;7,25;\r\n", "\"diet.fiber\" \"person.sex\"\n\"a\" 12.5 \"female\"\n", "sep=;\nid;diet.fiber\na;1\n"],
        "jsonl" => ["{ \"id\": \"a\", \"observations\": { \"diet.fiber\": 12.5 } }\n{ \"id\": \"b\", \"asOf\": \"2026-11-20\", \"screened\": [\"red-flags\"], \"observations\": { \"lab.vitamin-d\": { \"value\": 20, \"unit\": \"ng/mL\" } } }\n", "[{ \"id\": \"a\" }, { \"observations\": { \"person.sex\": \"male\" } }]", "{\n \"id\": \"a\"\n}\n{\n \"id\": \"b\"\n}\n"],
        _ => ["{ \"id\": \"p\", \"missing\": [77], \"columns\": { \"a\": { \"factor\": \"diet.fiber\", \"recode\": { \"1\": 2, \"x\": null } }, \"b\": \"person.sex\" }, \"compute\": { \"body.bmi\": { \"product\": { \"times\": 1, \"powers\": { \"a\": -2 } } } } }"],
    };

    private static byte[][] Tables() => [ParquetFiles.Of(SampleTable.Of(5), groupRows: 2), ParquetFiles.Write(2, ParquetFiles.Text("id", ["a", "b", null]), ParquetFiles.Decimals("diet.fiber", 1, null, 2), ParquetFiles.Column<bool>("person.pregnant", [true, null, false]))];

    // On a thread of its own, so that one that never ends fails too instead of holding up whoever waits.
    private static void Guard(Action check, Func<string> input)
    {
        try
        {
            if (!Task.Run(check).Wait(TimeSpan.FromSeconds(60)))
                Assert.Fail($"no end after a minute\n{input()}");
        }
        catch (AggregateException e)
        {
            Assert.Fail($"{e.InnerException}\n{input()}");
        }
    }

    private static void Check(byte[] bytes, string reader)
    {
        if (reader == "map")
        {
            CohortMap.Read(bytes).Value?.Check(["a", "b"], ScoringService.Default.RuleSet);
            return;
        }

        var opened = CohortReader.Open(new MemoryStream(bytes), "people." + reader, new CohortReadOptions { BlockRows = 2, IgnoreUnknown = bytes.Length % 2 == 0 });
        Assert.Equal(opened.Success, opened.Diagnostics.All(d => d.Severity == DiagnosticSeverity.Warning));
        if (!opened.Success)
            return;
        using var people = opened.Value;
        long rows = 0, seen = 0;
        try
        {
            var scorer = new CohortScorer();
            while (people.ReadBlock() is { } block)
            {
                using (block)
                {
                    block.Prepare();
                    scorer.Score(block);
                    seen += block.Count + block.Failures.Count;
                    rows = people.Rows;
                    foreach (var failure in block.Failures)
                        Assert.True(failure.Faults.Length > 0 && failure.Row > 0);
                }
            }
        }
        catch (InvalidInputException error) when (error.Diagnostics.All(d => d.Code is "GS4010" or "GS4012" or "GS4014"))
        {
            return;
        }

        Assert.Equal(rows, seen);
    }
}
