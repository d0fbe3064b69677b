using System.CommandLine;
using System.Text.RegularExpressions;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin assess PROFILE</c>: assesses one profile.</summary>
internal static partial class AssessVerb
{
    public static Command Command()
    {
        var profile = new Argument<string?>("PROFILE") { Description = "The profile, as JSON; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Turn factors that the rule set does not know into notices." };
        var culture = new Option<string?>("--culture") { Description = "The language of names, messages and questions, for example de.", HelpName = "CULTURE" };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        culture.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !CultureName().IsMatch(name))
                result.AddError($"'{name}' is not a culture: write it like de or de-AT.");
        });

        var command = new Command("assess", "Assesses one profile.") { profile };
        rules.AddTo(command);
        foreach (var option in (Option[])[ignoreUnknown, culture, format, output])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a PROFILE is needed; try 'gutskin assess --help'");

            var ruleSet = rules.Compose(parsed, files);
            var person = ProfileJson.Read(InputFile.Read(path), InputFile.NameOf(path));
            if (!ruleSet.Success || !person.Success)
                return DiagnosticReport.Reject([.. ruleSet.Diagnostics, .. person.Diagnostics]);

            var options = new AssessmentOptions { IgnoreUnknownFactors = parsed.GetValue(ignoreUnknown), Culture = parsed.GetValue(culture) };
            var assessed = new ScoringService(ruleSet.Value).TryAssess(person.Value, options);
            if (!assessed.Success)
                return DiagnosticReport.Reject(assessed.Diagnostics);

            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(format) == "json" ? assessed.Value.ToJson() : assessed.Value.ToText());
            return ExitCode.Done;
        });
        return command;
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex CultureName();
}
