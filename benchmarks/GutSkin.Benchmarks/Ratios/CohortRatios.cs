using System.Globalization;
using System.Text;
using GutSkin.Cohorts;
using GutSkin.Core;
using nietras.SeparatedValues;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Benchmarks;

/// <summary>Scoring a cohort of 60 columns, over reading and writing that file as it is with the same library: CSV with Sep, Parquet with Parquet.Net.</summary>
internal static class CohortRatios
{
    private const int People = 100_000;

    public static IEnumerable<Ratio> Measure(IScoringService service, int rounds)
    {
        byte[] table = Table(People), columns = ParquetOf(People).GetAwaiter().GetResult();
        var target = new MemoryStream(table.Length * 2);
        long small = Allocated(service, Table(People / 4)), large = Allocated(service, table);

        // Each case takes long enough to be timed by itself; all of them in every round.
        Action[] cases =
        [
            () => Copy(table, target), () => Score(service, table, CohortFormat.Csv, target, 1), () => Score(service, table, CohortFormat.Csv, target, 2),
            () => CopyParquet(columns, target).GetAwaiter().GetResult(), () => Score(service, columns, CohortFormat.Parquet, target, 1), () => Score(service, columns, CohortFormat.Parquet, target, 2),
        ];
        double[][] times = [.. cases.Select(_ => new double[rounds])];
        foreach (var one in cases)
            one();
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
                times[i][round] = Best(cases[i]);
        }

        string csv = string.Create(CultureInfo.InvariantCulture, $"ns a person: copy {Ns(times[0])}, one thread {Ns(times[1])}, two {Ns(times[2])}; {table.Length / People} B a person; other work on the machine lowers it");
        string parquet = string.Create(CultureInfo.InvariantCulture, $"ns a person: copy {Ns(times[3])}, one thread {Ns(times[4])}, two {Ns(times[5])}; {columns.Length / People} B a person");
        yield return new Ratio("score, CSV to CSV on two threads, speed over only reading and writing it", Stopper.Ratio(times[0], times[2]), "x", 0.7, AtLeast: true, Note: csv);
        yield return new Ratio("score, CSV to CSV on one thread, speed over only reading and writing it", Stopper.Ratio(times[0], times[1]), "x", null);
        yield return new Ratio("score, Parquet to Parquet on two threads, speed over only reading and writing it", Stopper.Ratio(times[3], times[5]), "x", 0.7, AtLeast: true, Note: parquet);
        yield return new Ratio("score, Parquet to Parquet on one thread, speed over only reading and writing it", Stopper.Ratio(times[3], times[4]), "x", null);
        yield return new Ratio("bytes allocated by score for each row more", (large - small) / (People * 0.75), "B", null, Note: "garbage of every block; what is held at a time does not grow with the rows");
    }

    /// <summary>Reads a table and writes it again, cell by cell, as text.</summary>
    private static void Copy(byte[] table, MemoryStream target)
    {
        target.SetLength(0);
        using var source = new MemoryStream(table);
        using var reader = Sep.New(',').Reader(o => o with { HasHeader = false }).From(source);
        using var writer = Sep.New(',').Writer(o => o with { WriteHeader = false }).To(target, leaveOpen: true);
        foreach (var row in reader)
        {
            using var copy = writer.NewRow();
            for (int i = 0; i < row.ColCount; i++)
                copy[i].Set(row[i].Span);
        }
    }

    private static async Task CopyParquet(byte[] file, MemoryStream target)
    {
        target.SetLength(0);
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        await using var writer = await ParquetWriter.CreateAsync(reader.Schema, target);
        var fields = reader.Schema.DataFields;
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using var from = reader.OpenRowGroupReader(g);
            using var to = writer.CreateRowGroup();
            var numbers = new double?[from.RowCount];
            foreach (var field in fields)
            {
                await from.ReadAsync<double>(field, numbers.AsMemory());
                await to.WriteAsync<double>(field, numbers.AsMemory());
            }
        }
    }

    private static void Score(IScoringService service, byte[] file, CohortFormat format, MemoryStream target, int threads)
    {
        target.SetLength(0);
        using var reader = CohortReader.Open(new MemoryStream(file), "people", new CohortReadOptions { Scoring = service, Format = format }).GetValueOrThrow();
        using var writer = CohortWriter.Create(target, format, service.RuleSet, reader.HasIds);
        new CohortRun(reader, new CohortScorer(service), writer) { Threads = threads }.Run();
    }

    private static IEnumerable<double[]> Rows(int people)
    {
        var random = new SampleRandom(7);
        for (int i = 0; i < people; i++)
            yield return [.. SampleRuleSet.Answers(random).Select(a => double.IsNaN(a) ? a : Math.Round(a, 1))];
    }

    private static byte[] Table(int people)
    {
        var text = new StringBuilder().AppendJoin(',', Enumerable.Range(0, SampleRuleSet.Factors).Select(SampleRuleSet.FactorId)).Append('\n');
        foreach (double[] row in Rows(people))
            text.AppendJoin(',', row.Select(a => double.IsNaN(a) ? "" : a.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<byte[]> ParquetOf(int people)
    {
        const int groupRows = 25_000;
        DataField[] fields = [.. Enumerable.Range(0, SampleRuleSet.Factors).Select(f => new DataField(SampleRuleSet.FactorId(f), typeof(double), isNullable: true))];
        var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream))
        {
            foreach (double[][] rows in Rows(people).Chunk(groupRows))
            {
                using var group = writer.CreateRowGroup();
                for (int f = 0; f < fields.Length; f++)
                    await group.WriteAsync<double>(fields[f], rows.Select(r => double.IsNaN(r[f]) ? (double?)null : r[f]).ToArray().AsMemory());
            }
        }

        return stream.ToArray();
    }

    private static long Allocated(IScoringService service, byte[] table)
    {
        var target = new MemoryStream(table.Length * 2);
        Score(service, table, CohortFormat.Csv, target, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Score(service, table, CohortFormat.Csv, target, 1);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Best(Action action)
    {
        double best = double.MaxValue;
        for (int spell = 0; spell < 3; spell++)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / People);
        }

        return best;
    }

    private static string Ns(double[] times) => Stopper.Median(times).ToString("0", CultureInfo.InvariantCulture);
}
