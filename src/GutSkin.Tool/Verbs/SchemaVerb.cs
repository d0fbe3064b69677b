using System.CommandLine;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin schema ruleset|profile|assessment|quiz</c>: prints a JSON Schema.</summary>
internal static class SchemaVerb
{
    public static Command Command()
    {
        var document = new Argument<string>("DOCUMENT") { Description = "ruleset, profile, assessment or quiz" };
        document.AcceptOnlyFromAmong("ruleset", "profile", "assessment", "quiz");
        var command = new Command("schema", "Prints the JSON Schema (draft 2020-12) of a document.") { document };
        command.SetAction(parsed =>
        {
            Std.WriteResult(parsed.GetRequiredValue(document) switch
            {
                "ruleset" => JsonSchemas.RuleSet,
                "profile" => JsonSchemas.Profile,
                "quiz" => JsonSchemas.Quiz,
                _ => JsonSchemas.Assessment,
            });
            return ExitCode.Done;
        });
        return command;
    }
}
