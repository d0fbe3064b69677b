using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using GutSkin.Cohorts;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>One run of <c>gutskin score</c>.</summary>
internal sealed class ScoreRun
{
    public required ImmutableArray<string> Paths { get; init; }

    public required CohortReadOptions Read { get; init; }

    public required CohortWriteOptions Write { get; init; }

    public required string? Target { get; init; }

    public required int Threads { get; init; }

    public required bool WithSummary { get; init; }

    private PosixSignal stoppedBy;

    private bool IsToStandardOutput => Target is null or InputFile.StandardInput;

    private bool IsFromStandardInput => Paths is [InputFile.StandardInput];

    /// <summary>Opens the files; one that cannot be read is named, wherever it stands.</summary>
    private ReadResult<CohortReader> Open()
    {
        foreach (string path in Paths.Skip(1))
            InputFile.With(path, static _ => true);
        return InputFile.With(Paths[0], _ => CohortReader.Open(Paths, Read));
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public int Run()
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        if (Paths.Length > 1 && Paths.Contains(InputFile.StandardInput))
            throw ToolFailure.Usage("standard input is a cohort of its own");
        try
        {
            var opened = IsFromStandardInput
                ? CohortReader.Open(Console.OpenStandardInput(), "stdin", Read)
                : Open();
            if (!opened.Success)
                return Reject(opened.Diagnostics);
            using var reader = opened.Value;
            return Run(reader, stop.Token);
        }
        catch (InvalidInputException error)
        {
            return Reject(error.Diagnostics);
        }

        void Stop(PosixSignalContext context)
        {
            // The first one ends the work in good order, a second one at once.
            context.Cancel = !stop.IsCancellationRequested;
            stoppedBy = context.Signal;
            stop.Cancel();
        }
    }

    private int Reject(IEnumerable<Diagnostic> diagnostics)
    {
        string name = IsFromStandardInput ? "stdin" : Paths[0];
        DiagnosticReport.Reject(diagnostics.Select(d => d with { File = d.File ?? name }));
        foreach (var notice in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning && d.Code == "GS4005"))
            Tell(notice);
        return ExitCode.InputErrors;
    }

    private int Run(CohortReader reader, CancellationToken stop)
    {
        var service = Read.Scoring!;
        var format = (IsToStandardOutput ? null : CohortFiles.FormatOf(Target!)) ?? reader.Format;
        var note = RunNote.Of(service.RuleSet, Read, Write, format, MeasureNames.Of(Write.Measures), WithSummary, IsFromStandardInput ? [] : Paths);
        using var output = new CohortOutput(Target, IsFromStandardInput ? [] : Paths, note, canGoOn: !IsFromStandardInput);
        var summary = WithSummary ? new CohortSummary(service.RuleSet, Read.GroupBy is not null) : null;
        using var writer = CohortWriter.Create(WithSummary && IsToStandardOutput ? Stream.Null : output.Stream, format, service.RuleSet, reader.HasIds, Write);
        if (output.Earlier is { } earlier)
        {
            var done = earlier.Blocks.Select(b => b[0]).ToHashSet();
            reader.Skip = done.Contains;
            using var state = output.OpenState();
            writer.GoOn(state);
            summary?.GoOn(state);
            Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"going on after {earlier.Scored + earlier.Failed} rows that were done"));
        }

        output.SaveState = state =>
        {
            writer.Save(state);
            summary?.Save(state);
        };
        long formulas = 0;
        IReadOnlyCollection<string> leftOut = [];
        try
        {
            CohortProgressBar.Run(reader.Length, progress =>
            {
                var run = new CohortRun(reader, new CohortScorer(service, Write.Measures), writer)
                {
                    Threads = Threads,
                    EachBlock = (people, scores) =>
                    {
                        summary?.Add(people, scores);
                        if (format == CohortFormat.Csv && !Write.EscapeFormulas)
                            formulas += Formulas(people);
                    },
                    Progress = new Reported(block =>
                    {
                        output.Add(block);
                        progress(block.BytesRead);
                    }),
                };
                run.Run(stop);
                leftOut = run.LeftOut;
            });
            output.Commit(reader.Rows);
        }
        catch (OperationCanceledException)
        {
            bool isKept = output.IsKept;
            if (isKept)
                output.Stop();
            throw new ToolFailure(stoppedBy == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted, isKept
                ? string.Create(CultureInfo.InvariantCulture, $"stopped after {note.Scored + note.Failed} rows; the same command goes on from there ('{Path.GetFileName(Target)}.part')")
                : "stopped: no file was written");
        }

        catch (IOException error)
        {
            string name = IsToStandardOutput ? "standard output" : $"'{Target}'";
            throw ToolFailure.Outside(PendingFile.IsFull(error) ? $"cannot write {name}: the disk is full" : $"cannot go on: {error.Message}");
        }

        Report(reader, output, note, leftOut, formulas, summary);
        return note.Failed > 0 ? ExitCode.InputErrors : ExitCode.Done;
    }

    private void Report(CohortReader reader, CohortOutput output, RunNote note, IReadOnlyCollection<string> leftOut, long formulas, CohortSummary? summary)
    {
        foreach (var notice in reader.Notices)
            Tell(notice);
        if (leftOut.Count > 0)
            Std.Error.WriteLine($"left out, as the rule set does not know them: {string.Join(", ", leftOut)}");
        if (formulas > 0)
            Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{formulas} ids begin as formulas of a spreadsheet do: --escape-formulas puts an apostrophe before them"));
        Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{note.Scored} scored, {note.Failed} failed{(note.Failed > 0 ? $" ({output.ErrorsName})" : "")}"));
        Std.Error.WriteLine($"{note.RuleSet} {note.RuleSetVersion}, sha256 {note.RuleSetSha256}. {note.Disclaimer}");
        if (summary is null)
            return;
        Std.WriteResult(summary.ToString());
        if (IsToStandardOutput)
            return;
        var json = new ArrayBufferWriter<byte>();
        summary.WriteTo(json);
        using var file = new PendingFile(Target + ".summary.json");
        file.Write(json.WrittenMemory);
        file.Write("\n"u8.ToArray());
        file.Commit();
    }

    private static void Tell(Diagnostic notice) => Std.Error.WriteLine(notice.Code == "GS4006"
        ? $"left out, as the rule set does not know them: {notice.Message}"
        : $"{notice.File}: {notice.Message}{(notice.Hint is null ? "" : " " + notice.Hint)}");

    private static long Formulas(CohortBatch people)
    {
        long found = 0;
        for (int person = 0; person < people.Count; person++)
            found += CohortWriter.IsFormula(people.IdOf(person)) ? 1 : 0;
        return found;
    }

    /// <summary>Called where the block is written, on the same thread.</summary>
    private sealed class Reported(Action<CohortProgress> act) : IProgress<CohortProgress>
    {
        public void Report(CohortProgress value) => act(value);
    }
}
