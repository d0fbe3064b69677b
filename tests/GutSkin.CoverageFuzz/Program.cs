using System.Text;
using System.Text.RegularExpressions;
using SharpFuzz;
using FuzzCohorts = GutSkin.Cohorts.Tests.FuzzTests;
using FuzzCore = GutSkin.Core.Tests.Json.FuzzTests;
using FuzzFhir = GutSkin.Fhir.Tests.FuzzTests;
using FuzzMicrobiome = GutSkin.Microbiome.Tests.FuzzTests;

namespace GutSkin.CoverageFuzz;

/// <summary>
/// The readers of the fuzz tests, one at a time, as a fuzzer calls them that watches which code runs (.ci/coverage-fuzz).
/// <c>readers</c> names them; <c>corpus READER FOLDER</c> writes its samples, and the words of its format as a dictionary;
/// <c>run READER</c> serves afl-fuzz; <c>show READER FILE…</c> reads files and says what broke.
/// </summary>
internal static partial class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["readers"]:
                Console.WriteLine(string.Join('\n', Readers.Keys.Select(n => n.Replace(' ', '-'))));
                return 0;
            case ["corpus", var name, var folder]:
                WriteCorpus(Of(name), folder);
                return 0;
            case ["run", var name]:
                // A process of its own, which is started anew when an input ends it or holds it up. Nothing that was instrumented may run before.
                bool first = true;
                Fuzzer.OutOfProcess.Run(stream =>
                {
                    // What runs once only (tables, the built-in rule set) runs here, and is not taken for a new way through the reader.
                    foreach (byte[] sample in first ? Of(name).Samples() : [])
                        Of(name).Try(sample);
                    first = false;
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    Of(name).Try(bytes.ToArray());
                });
                return 0;
            case ["show", var name, .. var files]:
                bool whole = true;
                foreach (string file in files)
                    whole &= Reads(Of(name), file);
                return whole ? 0 : 1;
            default:
                Console.Error.WriteLine("readers | corpus READER FOLDER | run READER | show READER FILE…");
                return 2;
        }
    }

    private static Dictionary<string, Reader> Readers { get; } = FuzzCore.ForCoverage.Readers.Select(n => (n, new Reader(() => FuzzCore.Samples(n), FuzzCore.ForCoverage.Words, b => FuzzCore.Try(n, b))))
        .Concat(FuzzMicrobiome.ForCoverage.Readers.Select(n => (n, new Reader(() => FuzzMicrobiome.Samples(n), FuzzMicrobiome.ForCoverage.Words, b => FuzzMicrobiome.Try(n, b)))))
        .Concat(FuzzCohorts.ForCoverage.Readers.Select(n => (n, new Reader(() => FuzzCohorts.Samples(n), FuzzCohorts.ForCoverage.Words, b => FuzzCohorts.Try(n, b)))))
        .Concat(FuzzFhir.ForCoverage.Readers.Select(n => (n, new Reader(() => FuzzFhir.Samples(n), FuzzFhir.ForCoverage.Words, b => FuzzFhir.Try(n, b)))))
        .Append(("control", new Reader(() => FuzzCohorts.Samples("map"), FuzzCohorts.ForCoverage.Words, Control)))
        .ToDictionary();

    private static Reader Of(string name) =>
        Readers.GetValueOrDefault(name.Replace('-', ' ')) ?? Readers.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no reader '{name}'.");

    /// <summary>Breaks in each way in which a reader can, for bytes that no sample has: a run that finds nothing in it finds nothing anywhere.</summary>
    private static void Control(byte[] bytes)
    {
        FuzzCohorts.Try("map", bytes);
        switch (bytes is [var first, ..] ? (char)first : ' ')
        {
            case '[':
                throw new InvalidOperationException("a planted exception");
            case '"':
                Environment.FailFast("a planted end of the process");
                break;
            case '-':
                Thread.Sleep(Timeout.Infinite);
                break;
            default:
                break;
        }
    }

    private static void WriteCorpus(Reader reader, string folder)
    {
        Directory.CreateDirectory(folder);
        var words = new SortedSet<string>(reader.Words, StringComparer.Ordinal);
        int number = 0;
        foreach (byte[] sample in reader.Samples())
        {
            File.WriteAllBytes(Path.Combine(folder, $"sample-{number++}"), sample);
            words.UnionWith(Property().Matches(Encoding.UTF8.GetString(sample)).Select(m => m.Groups[1].Value));
        }

        File.WriteAllLines(folder + ".dict", words.Where(w => w.Length > 0).Select(w => $"\"{string.Concat(Encoding.UTF8.GetBytes(w).Take(32).Select(b => $"\\x{b:x2}"))}\""));
    }

    private static bool Reads(Reader reader, string file)
    {
        try
        {
            reader.Try(File.ReadAllBytes(file));
            return true;
        }
#pragma warning disable CA1031 // What breaks a reader is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Console.WriteLine($"{file}: {e}");
            return false;
        }
    }

    [GeneratedRegex("\"([a-zA-Z$][a-zA-Z0-9$.-]{1,31})\"\\s*:")]
    private static partial Regex Property();

    /// <summary>A reader with its samples and the words of its format.</summary>
    private sealed record Reader(Func<IEnumerable<byte[]>> Samples, string[] Words, Action<byte[]> Try);
}
