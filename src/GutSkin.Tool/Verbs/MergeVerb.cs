using System.CommandLine;
using System.Globalization;

namespace GutSkin.Tool;

/// <summary><c>gutskin merge PART… -o OUT</c>: puts the parts of one <c>score --shard</c> together.</summary>
internal static class MergeVerb
{
    public static Command Command()
    {
        var parts = new Argument<string[]>("PART") { Description = "The files of scores, each with its .run.json beside it.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Where the whole goes.", HelpName = "OUT", Required = true };
        var command = new Command("merge", "Puts the parts of one cohort together, and checks that they are of one run, whole, and each there once.") { parts, output };
        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(output);
            var note = new CohortMerge(parsed.GetRequiredValue(parts)).Write(target);
            Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{note.Scored} scored, {note.Failed} failed{(note.Failed > 0 ? $" ({target}.errors.jsonl)" : "")}, sha256 {note.Sha256}"));
            Std.Error.WriteLine($"{note.RuleSet} {note.RuleSetVersion}, sha256 {note.RuleSetSha256}. {note.Disclaimer}");
            return note.Failed > 0 ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }
}
