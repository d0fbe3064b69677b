using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin test FILE…</c>: runs the tests inside rule sets.</summary>
internal static class TestVerb
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Rule sets with tests; - reads standard input; none = the built-in one.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var inherited = new Option<bool>("--inherited") { Description = "Run the tests of what the files extend, too." };
        var command = new Command("test", "Runs the tests inside rule sets, each together with what it extends.") { files, format, inherited };
        command.SetAction(parsed =>
        {
            var documents = parsed.GetValue(files) is { Length: > 0 } given ? RuleSources.Read(given) : [BuiltInRuleSet.Document];
            var composed = documents.Select(d => RuleSetComposer.Compose(RuleSources.WithWhatItExtends(d, documents))).ToArray();
            if (composed.Any(c => !c.Success))
                return DiagnosticReport.Reject(composed.SelectMany(c => c.Diagnostics).Distinct());
            var results = Waiting.For("testing", () => documents.Zip(composed).SelectMany(pair => Run(pair.First, pair.Second.Value!, parsed.GetValue(inherited))).ToList());
            int failed = results.Count(r => !r.Passed);
            string summary = string.Create(CultureInfo.InvariantCulture, $"{results.Count - failed} passed, {failed} failed");
            if (parsed.GetValue(format) == "json")
                Std.WriteResult(ToJson(results));
            else
                Std.WriteResult(string.Join('\n', [.. results.Where(r => !r.Passed).Select(r => r.ToString()), summary]));
            if (results.Count == 0)
                Std.Error.WriteLine("gutskin: the rule sets have no tests");
            return failed == 0 ? ExitCode.Done : ExitCode.InputErrors;
        });
        return command;
    }

    private static ImmutableArray<RuleSetTestResult> Run(RuleSetDocument document, ResolvedRuleSet resolved, bool inherited)
    {
        var own = RuleSetTestRunner.Run(resolved, document).Results;
        if (!inherited)
            return own;
        var others = resolved.Data.Tests.Where(t => !document.RuleSet!.Tests.Contains(t));
        return [.. own, .. RuleSetTestRunner.Run(resolved, others).Results];
    }

    private static string ToJson(List<RuleSetTestResult> results) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("passed", results.Count(r => r.Passed));
        writer.WriteNumber("failed", results.Count(r => !r.Passed));
        writer.WriteStartArray("tests");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("name", result.Name);
            if (result.File is { } file)
                writer.WriteString("file", file);
            if (result.Line is { } line)
                writer.WriteNumber("line", line);
            writer.WriteBoolean("passed", result.Passed);
            writer.WriteStartArray("failures");
            foreach (var failure in result.Failures)
            {
                writer.WriteStartObject();
                writer.WriteString("subject", failure.Subject);
                writer.WriteString("expected", failure.Expected);
                writer.WriteString("actual", failure.Actual);
                writer.WriteStartArray("because");
                foreach (string reason in failure.Because)
                    writer.WriteStringValue(reason);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
