using System.CommandLine;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin assess PROFILE</c>: assesses one profile.</summary>
internal static class AssessVerb
{
    public static Command Command()
    {
        var profile = new Argument<string?>("PROFILE") { Description = "The profile, as JSON; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var choices = new AssessmentChoices();
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        var detail = new Option<string>("--detail") { Description = "How much of a report: the first page, or the full one.", DefaultValueFactory = _ => "first-page" };
        detail.AcceptOnlyFromAmong("first-page", "full");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("assess", "Assesses one profile.") { profile };
        rules.AddTo(command);
        choices.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(detail);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a PROFILE is needed; try 'gutskin assess --help'");

            var composed = rules.Compose(parsed, files);
            var text = InputFile.Read(path);
            if (!composed.Success)
                return DiagnosticReport.Reject([.. composed.Diagnostics, .. ProfileJson.Read(text, InputFile.NameOf(path)).Diagnostics]);
            var service = new ScoringService(composed.Value);
            var person = service.ReadProfile(text, InputFile.NameOf(path), choices.Of(parsed));
            if (!person.Success)
                return DiagnosticReport.Reject(person.Diagnostics);

            OutputFile.Write(parsed.GetValue(output), Write(
                service.Assess(person.Value, choices.Of(parsed)),
                parsed.GetValue(format),
                parsed.GetValue(detail) == "full" ? ReportDetail.Full : ReportDetail.FirstPage));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Write(Assessment assessment, string? format, ReportDetail detail) => format switch
    {
        "json" => assessment.ToJson(),
        "markdown" => assessment.ToMarkdown(detail),
        "html" => assessment.ToHtml(detail),
        _ => assessment.ToText(detail),
    };
}
