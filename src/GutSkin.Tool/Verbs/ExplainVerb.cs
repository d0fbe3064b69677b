using System.CommandLine;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin explain ID</c>: what an entry says, who uses it, its sources; with a profile also what it does there.</summary>
internal static class ExplainVerb
{
    public static Command Command()
    {
        var id = new Argument<string?>("ID") { Description = "The id of a rule, factor, intervention, safety rule, condition, mechanism or evidence entry; or FACTOR/CONDITION.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var profile = new Option<string?>("--profile") { Description = "Explain it for this profile; without one, for a person of whom nothing is known.", HelpName = "PROFILE" };
        var command = new Command("explain", "Says what an entry means, who uses it, and on what sources it rests.") { id };
        rules.AddTo(command);
        command.Options.Add(profile);
        var choices = new AssessmentChoices();
        choices.AddTo(command);
        command.SetAction(parsed =>
        {
            var (entry, files) = rules.Split(parsed, parsed.GetValue(id));
            if (string.IsNullOrEmpty(entry))
                throw ToolFailure.Usage("an ID is needed; try 'gutskin explain --help'");
            var composed = rules.Compose(parsed, files);
            byte[]? text = parsed.GetValue(profile) is { } path ? InputFile.Read(path) : null;
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);

            var service = new ScoringService(composed.Value);
            var person = text is null ? null : service.ReadProfile(text, InputFile.NameOf(parsed.GetValue(profile)!), choices.Of(parsed));
            if (person is { Success: false })
                return DiagnosticReport.Reject(person.Diagnostics);
            var assessment = service.Assess(person?.Value ?? PersonProfile.Create().Build(), choices.Of(parsed));
            if (service.Explain(assessment, entry) is not { } explanation)
                throw new ToolFailure(ExitCode.InputErrors, $"nothing in {composed.Value.Data.Id} has the id '{entry}'");
            Std.WriteResult(explanation.ToString());
            return ExitCode.Done;
        });
        return command;
    }
}
