using System.CommandLine;
using GutSkin.Core;
using GutSkin.Core.Instruments;

namespace GutSkin.Tool;

/// <summary><c>gutskin compare BEFORE AFTER</c>: two profiles, or two assessments, of one person, and what changed between them.</summary>
internal static class CompareVerb
{
    private const int SeverityArguments = 3;

    public static Command Command()
    {
        var earlier = new Argument<string>("BEFORE") { Description = "The earlier profile or assessment, as JSON." };
        var later = new Argument<string>("AFTER") { Description = "The later profile or assessment, as JSON." };
        var rules = new RuleOptions();
        var choices = new AssessmentChoices();
        var severity = new Option<string[]>("--severity")
        {
            Description = "What an instrument measured: its name, the earlier items and the later ones, as for 'gutskin instrument'.",
            HelpName = "NAME BEFORE AFTER",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("compare", "Compares two profiles or assessments of one person.") { earlier, later };
        rules.AddTo(command);
        choices.AddTo(command);
        command.Options.Add(severity);
        command.Options.Add(format);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            string beforePath = parsed.GetRequiredValue(earlier), afterPath = parsed.GetRequiredValue(later);
            string[] measured = parsed.GetValue(severity) ?? [];
            if (measured.Length % SeverityArguments != 0)
                throw ToolFailure.Usage("--severity takes three arguments: NAME BEFORE AFTER");
            if (beforePath == InputFile.StandardInput && afterPath == InputFile.StandardInput)
                throw ToolFailure.Usage("only one of BEFORE and AFTER can be standard input");
            byte[] before = InputFile.Read(beforePath), after = InputFile.Read(afterPath);
            var composed = rules.Compose(parsed, rules.Split(parsed, beforePath).Files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);

            var service = new ScoringService(composed.Value);
            var changes = Severity(measured, out var faults);
            var options = new ComparisonOptions { Assessing = choices.Of(parsed), Severity = [.. changes] };
            var comparison = Compare(service, (before, beforePath), (after, afterPath), options, faults);
            if (comparison is null || DiagnosticReport.HasErrors(faults))
                return DiagnosticReport.Reject(faults);
            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(format) switch
            {
                "json" => comparison.ToJson(),
                "markdown" => comparison.ToMarkdown(),
                "html" => comparison.ToHtml(),
                _ => comparison.ToText(),
            });
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Two profiles are compared with all their answers; where one is an assessment, both are compared as assessments.</summary>
    private static Comparison? Compare(
        ScoringService service, (byte[] Text, string Path) before, (byte[] Text, string Path) after, ComparisonOptions options, List<Diagnostic> faults)
    {
        ReadResult<Comparison> compared;
        if (!SavedOrProfile.IsAssessment(before.Text) && !SavedOrProfile.IsAssessment(after.Text))
        {
            var was = SavedOrProfile.Profile(service, before, options.Assessing, faults);
            var now = SavedOrProfile.Profile(service, after, options.Assessing, faults);
            if (was is null || now is null)
                return null;
            compared = service.TryCompare(was, now, options);
        }
        else
        {
            var was = SavedOrProfile.Assessed(service, before, options.Assessing, faults);
            var now = SavedOrProfile.Assessed(service, after, options.Assessing, faults);
            if (was is null || now is null)
                return null;
            compared = service.TryCompare(was, now, options);
        }

        faults.AddRange(compared.Diagnostics.Select(d => d with { File = d.File ?? $"{InputFile.NameOf(before.Path)}, {InputFile.NameOf(after.Path)}" }));
        return compared.Value;
    }

    private static List<SeverityChange> Severity(string[] measured, out List<Diagnostic> faults)
    {
        faults = [];
        var changes = new List<SeverityChange>();
        foreach (string[] one in measured.Chunk(SeverityArguments))
        {
            var instrument = InstrumentCatalog.Find(one[0]);
            faults.AddRange(instrument.Diagnostics);
            if (instrument.Value is not { } known)
                continue;
            var before = known.Read(InputFile.Read(one[1]), file: one[1]);
            var after = known.Read(InputFile.Read(one[2]), file: one[2]);
            faults.AddRange([.. before.Diagnostics, .. after.Diagnostics]);
            if (before.Value is { } was && after.Value is { } now)
                changes.Add(SeverityChange.Of(InstrumentChange.Between(was, now)));
        }

        return changes;
    }
}
