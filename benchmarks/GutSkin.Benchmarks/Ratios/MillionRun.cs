using System.Diagnostics;
using System.Globalization;
using System.Text;
using GutSkin.Cohorts;
using GutSkin.Core;
using nietras.SeparatedValues;
using Parquet;

namespace GutSkin.Benchmarks;

/// <summary>
/// A million people of 60 columns, from file to file, over only reading and writing the same file with the same library, in turn; the
/// memory that takes; sampled people against an assessment of each; and whom a change of rules would hit.
/// </summary>
internal static class MillionRun
{
    private const int Sampled = 1_000;
    private const string Tool = "gutskin.dll";
    private const string OtherRules = "samples/02.CustomRules/clinic.example.json";

    /// <summary>Measures, and prints a table.</summary>
    /// <param name="args">FOLDER for the files [--people N] [--rounds N] [--markdown FILE].</param>
    public static int Run(string[] args)
    {
        string folder = Path.GetFullPath(args[0]);
        int people = Option("--people", 1_000_000), rounds = Option("--rounds", 3);
        Directory.CreateDirectory(folder);
        string PathOf(string name) => Path.Combine(folder, name);
        var cohort = new MillionPeople(people);
        cohort.WriteAsync(PathOf("people.csv"), PathOf("people.parquet")).GetAwaiter().GetResult();
        new MillionPeople(people / 10).WriteAsync(PathOf("tenth.csv"), PathOf("tenth.parquet")).GetAwaiter().GetResult();

        (string Name, Action Do)[] cases =
        [
            ("CSV copied", () => CopyTable(PathOf("people.csv"), PathOf("copy.csv"))),
            ("CSV scored, one thread", () => Score(PathOf("people.csv"), PathOf("scores.csv"), 1)),
            ("CSV scored, two threads", () => Score(PathOf("people.csv"), PathOf("scores.csv"), 2)),
            ("Parquet copied", () => CopyParquetAsync(PathOf("people.parquet"), PathOf("copy.parquet")).GetAwaiter().GetResult()),
            ("Parquet scored, one thread", () => Score(PathOf("people.parquet"), PathOf("scores.parquet"), 1)),
            ("Parquet scored, two threads", () => Score(PathOf("people.parquet"), PathOf("scores.parquet"), 2)),
        ];
        double[][] wall = [.. cases.Select(_ => new double[rounds])], processor = [.. cases.Select(_ => new double[rounds])];
        Score(PathOf("tenth.csv"), PathOf("scores.csv"), 2);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
                (wall[i][round], processor[i][round]) = Timed(cases[i].Do);
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {people:N0} people of 60 columns\n\nMachine: {Machine.Name}, shared with other work. One run of\n");
        text.Append("`dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- million FOLDER --markdown benchmarks/results/million.md`.\n");
        text.Append(CultureInfo.InvariantCulture, $"Built-in rule set; from file to file; {rounds} rounds of all in turn, and of the rounds the median. Judge the ratios.\n\n");
        text.Append("| what | seconds | of processor time | speed over copying | by processor time |\n|---|---:|---:|---:|---:|\n");
        for (int i = 0; i < cases.Length; i++)
        {
            int copy = i / 3 * 3;
            string ratios = i == copy ? " | " : string.Create(CultureInfo.InvariantCulture, $"{Stopper.Ratio(wall[copy], wall[i]):0.00} | {Stopper.Ratio(processor[copy], processor[i]):0.00}");
            text.Append(CultureInfo.InvariantCulture, $"| {cases[i].Name} | {Stopper.Median(wall[i]):0.0} | {Stopper.Median(processor[i]):0.0} | {ratios} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nBytes a person: CSV {new FileInfo(PathOf("people.csv")).Length / people} in, {new FileInfo(PathOf("scores.csv")).Length / people} out; Parquet {new FileInfo(PathOf("people.parquet")).Length / people} in, {new FileInfo(PathOf("scores.parquet")).Length / people} out.\n");
        int different = Compare(cohort, PathOf("scores.csv"), PathOf("scores.parquet"));
        text.Append(CultureInfo.InvariantCulture, $"\n{Sampled:N0} people, every {people / Sampled:N0}th, assessed one by one: {different} have other bits in the table or in Parquet.\n\n");
        text.Append("| the tool, by itself | people | seconds | of processor time | peak memory, MB |\n|---|---:|---:|---:|---:|\n");
        foreach (var (name, size, arguments) in new (string, int, string[])[]
        {
            ("`score` CSV to CSV", people / 10, ["score", PathOf("tenth.csv"), "-o", PathOf("tool.csv")]),
            ("`score` CSV to CSV", people, ["score", PathOf("people.csv"), "-o", PathOf("tool.csv")]),
            ("`score` Parquet to Parquet", people / 10, ["score", PathOf("tenth.parquet"), "-o", PathOf("tool.parquet")]),
            ("`score` Parquet to Parquet", people, ["score", PathOf("people.parquet"), "-o", PathOf("tool.parquet")]),
            ($"`diff gutskin.evidence {OtherRules} --profiles` Parquet", people, ["diff", "gutskin.evidence", OtherRules, "--profiles", PathOf("people.parquet"), "-o", PathOf("diff.txt")]),
        })
        {
            var (seconds, spent, peak) = RunTool(arguments);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {size:N0} | {seconds:0.0} | {spent:0.0} | {peak / 1_000_000.0:0} |\n");
        }

        bool isSame = File.ReadAllBytes(PathOf("tool.csv")).AsSpan().SequenceEqual(File.ReadAllBytes(PathOf("scores.csv")));
        text.Append(CultureInfo.InvariantCulture, $"\nThe tool's table is {(isSame ? "" : "NOT ")}byte for byte that of the library.\n");
        Console.WriteLine(text);
        int markdown = Array.IndexOf(args, "--markdown");
        if (markdown > 0)
            File.WriteAllText(args[markdown + 1], text.ToString());
        return different == 0 && isSame ? 0 : 1;

        int Option(string name, int otherwise) => Array.IndexOf(args, name) is > 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    private static (double Wall, double Processor) Timed(Action action)
    {
        GC.Collect();
        var spent = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        action();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
    }

    private static void CopyTable(string from, string to)
    {
        using var reader = Sep.New(',').Reader(o => o with { HasHeader = false }).FromFile(from);
        using var writer = Sep.New(',').Writer(o => o with { WriteHeader = false }).ToFile(to);
        foreach (var row in reader)
        {
            using var copy = writer.NewRow();
            for (int i = 0; i < row.ColCount; i++)
                copy[i].Set(row[i].Span);
        }
    }

    private static async Task CopyParquetAsync(string from, string to)
    {
        await using var reader = await ParquetReader.CreateAsync(from);
        await using var target = File.Create(to);
        await using var writer = await ParquetWriter.CreateAsync(reader.Schema, target);
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using var read = reader.OpenRowGroupReader(g);
            using var write = writer.CreateRowGroup();
            int rows = (int)read.RowCount;
            var numbers = new double?[rows];
            var flags = new bool?[rows];
            var texts = new string?[rows];
            foreach (var field in reader.Schema.DataFields)
            {
                if (field.ClrType == typeof(double))
                {
                    await read.ReadAsync<double>(field, numbers.AsMemory());
                    await write.WriteAsync<double>(field, numbers.AsMemory());
                }
                else if (field.ClrType == typeof(bool))
                {
                    await read.ReadAsync<bool>(field, flags.AsMemory());
                    await write.WriteAsync<bool>(field, flags.AsMemory());
                }
                else
                {
                    await read.ReadAsync(field, texts.AsMemory()!);
                    await write.WriteAsync(field, texts!);
                }
            }
        }
    }

    private static void Score(string from, string to, int threads)
    {
        using var reader = CohortReader.Open(from).GetValueOrThrow();
        using var stream = new FileStream(to, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        using var writer = CohortWriter.Create(stream, reader.Format, reader.RuleSet, reader.HasIds);
        new CohortRun(reader, new CohortScorer(), writer) { Threads = threads }.Run();
    }

    /// <summary>How many of the sampled people have other bits in one of the files than an assessment of them gives.</summary>
    private static int Compare(MillionPeople cohort, string table, string parquet)
    {
        var wanted = new Dictionary<long, Dictionary<string, double>>();
        foreach (var (row, profile) in cohort.Sample(Sampled))
        {
            wanted[row] = ScoringService.Default.Assess(profile).Conditions.Where(c => c.Score is not null)
                .SelectMany(c => new (string, double)[] { ($"{c.Id}.score", c.Score!.Value), ($"{c.Id}.low", c.Interval!.Value.Low), ($"{c.Id}.high", c.Interval!.Value.High) })
                .ToDictionary(x => x.Item1, x => x.Item2);
        }

        var different = new HashSet<long>();
        int found = 0;
        using (var reader = Sep.New(',').Reader().FromFile(table))
        {
            string[] names = [.. reader.Header.ColNames];
            foreach (var row in reader)
            {
                if (!wanted.TryGetValue(row.RowIndex, out var scores))
                    continue;
                found++;
                for (int c = 1; c < names.Length; c++)
                    Check(row.RowIndex, scores[names[c]], double.Parse(row[c].Span, CultureInfo.InvariantCulture));
            }
        }

        CompareParquetAsync().GetAwaiter().GetResult();
        return different.Count + (Sampled == found || wanted.Count == found ? 0 : Sampled);

        void Check(long row, double assessed, double written)
        {
            if (BitConverter.DoubleToInt64Bits(assessed + 0.0) != BitConverter.DoubleToInt64Bits(written + 0.0))
                different.Add(row);
        }

        async Task CompareParquetAsync()
        {
            await using var reader = await ParquetReader.CreateAsync(parquet);
            long before = 0;
            for (int g = 0; g < reader.RowGroupCount; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                var numbers = new double[group.RowCount];
                foreach (var field in reader.Schema.DataFields.Skip(1))
                {
                    await group.ReadAsync<double>(field, numbers.AsMemory());
                    foreach (long row in wanted.Keys.Where(r => r > before && r <= before + numbers.Length))
                        Check(row, wanted[row][field.Name], numbers[row - before - 1]);
                }

                before += numbers.Length;
            }
        }
    }

    /// <summary>Runs the tool as a process of its own, and watches its memory.</summary>
    private static (double Seconds, double Processor, long Peak) RunTool(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Tool), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        long began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        double processor = 0;
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
                // It ended in between; what was seen last is near enough.
            }
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"gutskin {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, processor, peak);
    }
}
