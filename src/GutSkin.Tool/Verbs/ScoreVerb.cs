using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using CsvHelper;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin score COHORT -o OUT</c>: scores many people, streaming.</summary>
internal static class ScoreVerb
{
    private const string Csv = "csv";
    private const string JsonLines = "jsonl";
    private const int MostThreads = 64;

    public static Command Command()
    {
        var cohort = new Argument<string?>("COHORT") { Description = "The people: .csv (a column a factor) or .jsonl (a profile a line); - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file (.csv or .jsonl) instead of standard output.", HelpName = "OUT" };
        var input = new Option<string?>("--input") { Description = "The format of COHORT, where its name does not say: csv or jsonl.", HelpName = "FORMAT" };
        input.AcceptOnlyFromAmong(Csv, JsonLines);
        var shard = new Option<string>("--shard") { Description = "Score one of N parts only: the rows I, I + N, I + 2N …", HelpName = "I/N", DefaultValueFactory = _ => "1/1" };
        shard.Validators.Add(result =>
        {
            if (!Shard.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
                result.AddError("--shard is written like 2/8: the second of eight parts.");
        });
        var threads = new Option<int>("--threads") { Description = "How many threads work. Default: as many as there are processors.", HelpName = "N", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostThreads) };
        threads.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens is [var token] ? token.Value : "1", NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostThreads)
                result.AddError($"--threads is a number from 1 to {MostThreads}.");
        });
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Leave out factors that the rule set does not know." };
        var command = new Command("score", "Scores a cohort, and reports rows that fail.") { cohort };
        rules.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(input);
        command.Options.Add(shard);
        command.Options.Add(threads);
        command.Options.Add(ignoreUnknown);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(cohort));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a COHORT is needed; try 'gutskin score --help'");
            string? target = parsed.GetValue(output);
            string from = parsed.GetValue(input) ?? FormatOf(path) ?? throw ToolFailure.Usage($"'{path}' does not say its format: give --input csv or --input jsonl");
            var settings = new CohortSettings
            {
                Threads = parsed.GetValue(threads),
                Shard = Shard.TryParse(parsed.GetValue(shard)!, out var part) ? part : Shard.All,
                IgnoreUnknown = parsed.GetValue(ignoreUnknown),
                WriteJsonLines = (target is null ? null : FormatOf(target)) is { } to ? to == JsonLines : from == JsonLines,
            };
            var composed = rules.Compose(parsed, files);
            return composed.Success
                ? InputFile.With(path, stream => Run(stream, path, from == Csv, target, new ScoringService(composed.Value), settings))
                : DiagnosticReport.Reject(composed.Diagnostics);
        });
        return command;
    }

    private static string? FormatOf(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv
        : path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? JsonLines
        : null;

    private static int Run(Stream stream, string path, bool isCsv, string? target, ScoringService service, CohortSettings settings)
    {
        string name = InputFile.NameOf(path);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return Run(stream, isCsv, target, service, settings, stop.Token);
        }
        catch (InvalidInputException error)
        {
            return DiagnosticReport.Reject(error.Diagnostics.Select(d => d with { File = name }));
        }
        catch (CsvFormatException)
        {
            throw new ToolFailure(ExitCode.InputErrors, $"'{name}' has a line of more than 16 MiB");
        }
        catch (OperationCanceledException)
        {
            throw ToolFailure.Outside("stopped: no file was written");
        }

        void Stop(PosixSignalContext context)
        {
            // The first one ends the work in good order, a second one at once.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static int Run(Stream stream, bool isCsv, string? target, ScoringService service, CohortSettings settings, CancellationToken stop)
    {
        using ICohortSource source = isCsv ? new CsvSource(stream, service, settings) : new JsonLinesSource(stream, service, settings);
        using var output = new CohortOutput(target);
        var ignored = new SortedSet<string>(StringComparer.Ordinal);
        if (source is CsvSource table)
            ignored.UnionWith(table.Ignored);
        long scored = 0, failed = 0;
        using (var format = source.CreateFormat())
            output.Write(format.Header);
        CohortProgress.Run(stream.CanSeek ? stream.Length : null, progress => CohortRunner.Run(
            source,
            settings.Threads,
            chunk =>
            {
                scored += chunk.Count;
                failed += chunk.Failed;
                output.Write(chunk.Output);
                output.WriteErrors(chunk.Errors.WrittenMemory);
                if (chunk is JsonLinesChunk lines)
                    ignored.UnionWith(lines.Ignored);
                progress(source.BytesRead);
            },
            stop));
        output.Commit();

        var rules = service.RuleSet.Data;
        if (ignored.Count > 0)
            Std.Error.WriteLine($"left out, as the rule set does not know them: {string.Join(", ", ignored)}");
        Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scored} scored, {failed} failed{(failed > 0 ? $" ({output.ErrorsName})" : "")}"));
        Std.Error.WriteLine($"{rules.Id} {rules.Version}, sha256 {service.RuleSet.Sha256}. {service.RuleSet.Disclaimer}");
        return failed > 0 ? ExitCode.InputErrors : ExitCode.Done;
    }
}
