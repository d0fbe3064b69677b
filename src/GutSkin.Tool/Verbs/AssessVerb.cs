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
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("assess", "Assesses one profile.") { profile };
        rules.AddTo(command);
        choices.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a PROFILE is needed; try 'gutskin assess --help'");

            var composed = rules.Compose(parsed, files);
            var person = ProfileJson.Read(InputFile.Read(path), InputFile.NameOf(path));
            if (!composed.Success || !person.Success)
                return DiagnosticReport.Reject([.. composed.Diagnostics, .. person.Diagnostics]);
            var assessed = new ScoringService(composed.Value).TryAssess(person.Value, choices.Of(parsed));
            if (!assessed.Success)
                return DiagnosticReport.Reject(assessed.Diagnostics);

            OutputFile.Write(parsed.GetValue(output), Write(assessed.Value, parsed.GetValue(format)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Write(Assessment assessment, string? format) => format switch
    {
        "json" => assessment.ToJson(),
        "markdown" => assessment.ToMarkdown(),
        "html" => assessment.ToHtml(),
        _ => assessment.ToText(),
    };
}
