using System.Globalization;
using CsvHelper;
using GutSkin.Core;
using GutSkin.Tool;

namespace GutSkin.Benchmarks;

/// <summary>Scoring a table of 60 columns, over reading and writing that table as it is with the same library.</summary>
internal static class CsvRatios
{
    private const int People = 100_000;

    public static IEnumerable<Ratio> Measure(IScoringService service, int rounds)
    {
        byte[] table = Table(People);
        var target = new MemoryStream(table.Length * 2);
        long small = Allocated(service, Table(People / 4)), large = Allocated(service, table);

        // Each case takes long enough to be timed by itself; all of them in every round.
        Action[] cases = [() => Copy(table, target), () => Score(service, table, target, 1), () => Score(service, table, target, 2)];
        double[][] times = [.. cases.Select(_ => new double[rounds])];
        foreach (var one in cases)
            one();
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
                times[i][round] = Best(cases[i]);
        }

        string each = string.Create(CultureInfo.InvariantCulture, $"ns a person: copy {Ns(times[0])}, one thread {Ns(times[1])}, two {Ns(times[2])}; {table.Length / People} B a person");
        yield return new Ratio("score, CSV to CSV on two threads, speed over only reading and writing it", Stopper.Ratio(times[0], times[2]), "x", 0.6, AtLeast: true, Note: $"{each}; other work on the machine lowers it");
        yield return new Ratio("score, CSV to CSV on one thread, speed over only reading and writing it", Stopper.Ratio(times[0], times[1]), "x", null);
        yield return new Ratio("bytes allocated by score for each row more", (large - small) / (People * 0.75), "B", null, Note: "garbage of every chunk; what is held at a time does not grow with the rows");
    }

    /// <summary>Reads a table and writes it again, cell by cell, in the fastest way the library has.</summary>
    private static void Copy(byte[] table, MemoryStream target)
    {
        target.SetLength(0);
        using var source = new MemoryStream(table);
        using var reader = CsvReader.Create(source, new CsvReaderOptions { Separator = ',' });
        using var writer = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n" }, true);
        writer.WriteRecord([.. reader.Headers]);
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
                writer.WriteField(reader.GetSpan(i));
            writer.EndRecord();
        }
    }

    private static void Score(IScoringService service, byte[] table, MemoryStream target, int threads)
    {
        target.SetLength(0);
        using var stream = new MemoryStream(table);
        using var source = new CsvSource(stream, service, new CohortSettings());
        using (var format = source.CreateFormat())
            target.Write(format.Header.Span);
        CohortRunner.Run(source, threads, chunk => target.Write(chunk.Output.Span));
    }

    private static byte[] Table(int people)
    {
        var random = new SampleRandom(7);
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, true))
        {
            for (int f = 0; f < SampleRuleSet.Factors; f++)
                writer.WriteField(SampleRuleSet.FactorId(f));
            writer.EndRecord();
            for (int i = 0; i < people; i++)
            {
                foreach (double answer in SampleRuleSet.Answers(random))
                {
                    if (double.IsNaN(answer))
                        writer.WriteField("");
                    else
                        writer.WriteField(Math.Round(answer, 1));
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static long Allocated(IScoringService service, byte[] table)
    {
        var target = new MemoryStream(table.Length * 2);
        Score(service, table, target, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Score(service, table, target, 1);
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
