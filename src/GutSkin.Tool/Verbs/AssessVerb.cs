using System.CommandLine;
using GutSkin.Core;
using GutSkin.Core.Instruments;

namespace GutSkin.Tool;

/// <summary><c>gutskin assess PROFILE</c>: assesses one profile.</summary>
internal static class AssessVerb
{
    public static Command Command()
    {
        var profile = new Argument<string?>("PROFILE") { Description = "The profile, as JSON; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var choices = new AssessmentChoices();
        var fhir = new FhirInput();
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html", "fhir");
        var detail = new Option<string>("--detail") { Description = "How much of a report: the first page, or the full one.", DefaultValueFactory = _ => "first-page" };
        detail.AcceptOnlyFromAmong("first-page", "full");
        var compact = new Option<bool>("--compact") { Description = "With --format json: without what the rule set says anyway, in one line; it is read again with the same rule set." };
        var earlier = new Option<string[]>("--earlier")
        {
            Description = "Earlier profiles or assessments of the person: the full report then shows the course over time.",
            HelpName = "FILE", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
        };
        var severity = new Option<string[]>("--severity")
        {
            Description = "What an instrument measured: its name and its items, as for 'gutskin instrument'. It stands beside the index.",
            HelpName = "NAME FILE", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
        };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("assess", "Assesses one profile.") { profile };
        rules.AddTo(command);
        choices.AddTo(command);
        fhir.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(detail);
        command.Options.Add(compact);
        command.Options.Add(earlier);
        command.Options.Add(severity);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a PROFILE is needed; try 'gutskin assess --help'");
            if (parsed.GetValue(compact) && parsed.GetValue(format) != "json")
                throw ToolFailure.Usage("--compact goes with --format json");
            bool isFhir = fhir.IsChosen(parsed);
            if (!FhirInput.IsHere && (isFhir || parsed.GetValue(format) == "fhir"))
                return ManagedTool.Run();

            var composed = rules.Compose(parsed, files);
            if (!composed.Success)
                return DiagnosticReport.Reject([.. composed.Diagnostics, .. isFhir ? [] : ProfileJson.Read(InputFile.Read(path), InputFile.NameOf(path)).Diagnostics]);
            var service = new ScoringService(composed.Value);
            var resources = FhirInput.IsHere && isFhir ? fhir.Read(parsed, path, composed.Value) : null;
            if (resources is { Success: false })
                return DiagnosticReport.Reject(resources.Diagnostics);
            var person = resources?.Value is { } intake
                ? service.Check(intake.Profile, choices.Of(parsed)) is { IsEmpty: false } faulty ? ReadResult.Failed<PersonProfile>(faulty) : ReadResult.Of(intake.Profile)
                : service.ReadProfile(InputFile.Read(path), InputFile.NameOf(path), choices.Of(parsed));
            if (!person.Success)
                return DiagnosticReport.Reject(person.Diagnostics);

            var faults = new List<Diagnostic>();
            var assessment = WithCourse(service, service.Assess(person.Value, choices.Of(parsed)), parsed.GetValue(earlier) ?? [], parsed.GetValue(severity) ?? [], choices.Of(parsed), faults);
            if (DiagnosticReport.HasErrors(faults))
                return DiagnosticReport.Reject(faults);
            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(compact) ? assessment.ToJson(AssessmentJsonOptions.Compact)
                : FhirInput.IsHere && parsed.GetValue(format) == "fhir" ? FhirInput.Write(assessment, resources?.Value?.Patient)
                : Write(assessment, parsed.GetValue(format), parsed.GetValue(detail) == "full" ? ReportDetail.Full : ReportDetail.FirstPage));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Adds what a report shows beside: earlier assessments, and what was measured.</summary>
    private static Assessment WithCourse(
        ScoringService service, Assessment assessment, string[] earlier, string[] severity, AssessmentOptions options, List<Diagnostic> faults)
    {
        if (severity.Length % 2 != 0)
            throw ToolFailure.Usage("--severity takes two arguments: NAME FILE");
        var before = earlier.Select(path => SavedOrProfile.Assessed(service, (InputFile.Read(path), path), options, faults)).OfType<Assessment>();
        var measured = new List<MeasuredSeverity>();
        foreach (string[] one in severity.Chunk(2))
        {
            var instrument = InstrumentCatalog.Find(one[0]);
            faults.AddRange(instrument.Diagnostics);
            var score = instrument.Value?.Read(InputFile.Read(one[1]), file: InputFile.NameOf(one[1]));
            faults.AddRange(score?.Diagnostics ?? []);
            if (score?.Value is not { } known)
                continue;
            // Of an instrument for many conditions: those advised on.
            var conditions = instrument.Value!.Conditions;
            var advised = conditions.Where(c => assessment.Condition(c) is { Concern: true }).ToList();
            measured.AddRange((advised.Count > 0 || conditions.Length > 1 ? advised : [.. conditions]).Select(known.SeverityOf));
        }

        return assessment with { Earlier = [.. before], Measured = [.. measured] };
    }

    private static string Write(Assessment assessment, string? format, ReportDetail detail) => format switch
    {
        "json" => assessment.ToJson(),
        "markdown" => assessment.ToMarkdown(detail),
        "html" => assessment.ToHtml(detail),
        _ => assessment.ToText(detail),
    };
}
