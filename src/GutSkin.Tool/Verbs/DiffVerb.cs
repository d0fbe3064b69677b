using System.CommandLine;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin diff OLD NEW</c>: what changed between two rule sets, and whom it would hit.</summary>
internal static class DiffVerb
{
    public static Command Command()
    {
        var old = new Argument<string>("OLD") { Description = $"The old rule set; {BuiltInRuleSet.Id} = the built-in one." };
        var now = new Argument<string>("NEW") { Description = $"The new rule set; {BuiltInRuleSet.Id} = the built-in one." };
        var profiles = new Option<string?>("--profiles") { Description = "People to see whom it would hit: a profile a line (.jsonl), or a table (.csv, .parquet).", HelpName = "COHORT" };
        var rules = new Option<string[]>("--rules") { Description = "Rule sets that OLD and NEW extend, beside the built-in one.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("diff", "Says what changed between two rule sets, entry by entry, and with a cohort whom it would hit.")
        {
            old, now, profiles, rules, format, output,
        };
        command.SetAction(parsed =>
        {
            // A cohort takes as long to read as rule sets to compose.
            var reading = parsed.GetValue(profiles) is { } path && !CohortFile.IsTable(path) ? Task.Run(() => CohortFile.Read(path)) : null;
            var others = RuleSources.Read(parsed.GetValue(rules) ?? []);
            var before = Compose(parsed.GetRequiredValue(old), others);
            var after = Compose(parsed.GetRequiredValue(now), others);
            var cohort = reading?.GetAwaiter().GetResult();
            if (!before.Success || !after.Success || cohort is { Diagnostics.Count: > 0 })
                return DiagnosticReport.Reject([.. before.Diagnostics, .. after.Diagnostics, .. cohort?.Diagnostics ?? []]);

            var people = parsed.GetValue(profiles) is { } table && CohortFile.IsTable(table) ? CohortFile.Stream(table, new ScoringService(after.Value)) : cohort?.Profiles;
            var difference = Waiting.For("comparing", () => RuleSetDiff.Compare(before.Value, after.Value, people, Environment.ProcessorCount));
            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(format) switch
            {
                "json" => DifferenceJson.Write(difference),
                "markdown" => DifferenceMarkdown.Write(difference),
                _ => DifferenceText.Write(difference),
            });
            if (difference.LosesSafety)
                Std.Error.WriteLine("gutskin: someone in the cohort loses a safety finding");
            return difference.LosesSafety ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }

    private static ReadResult<ResolvedRuleSet> Compose(string path, RuleSetDocument[] others)
    {
        if (path == BuiltInRuleSet.Id && !File.Exists(path))
            return RuleSetComposer.Compose(BuiltInRuleSet.Document);
        var document = RuleSources.Read([path])[0];
        return RuleSetComposer.Compose(RuleSources.WithWhatItExtends(document, [document, .. others]));
    }
}
