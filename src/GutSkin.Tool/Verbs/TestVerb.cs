using System.CommandLine;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin test FILE…</c>: runs the tests inside rule sets.</summary>
internal static class TestVerb
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Rule sets with tests; - reads standard input; none = the built-in one.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("test", "Runs the tests inside rule sets.") { files, format };
        command.SetAction(parsed =>
        {
            var documents = parsed.GetValue(files) is { Length: > 0 } given ? RuleSources.Read(given) : [BuiltInRuleSet.Document];
            var composed = documents.Select(d => RuleSetComposer.Compose(RuleSources.WithWhatItExtends(d, documents))).ToList();
            if (composed.Any(c => !c.Success))
                return DiagnosticReport.Reject(composed.SelectMany(c => c.Diagnostics).Distinct());

            var outcomes = documents.Zip(composed, (document, rules) => Run(document, rules.Value!)).SelectMany(o => o).ToList();
            int failed = outcomes.Count(o => o.Failures.Count > 0);
            Std.WriteResult(parsed.GetValue(format) == "json" ? ToJson(outcomes) : ToText(outcomes));
            return failed > 0 ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<TestOutcome> Run(RuleSetDocument document, ResolvedRuleSet rules)
    {
        var service = new ScoringService(rules);
        return document.RuleSet!.Tests.Select(test => new TestOutcome(document.File, test.Name, TestCheck.Failures(service, test)));
    }

    private static string ToText(List<TestOutcome> outcomes) => string.Join('\n',
    [
        .. outcomes.SelectMany(o => (string[])
        [
            $"{(o.Failures.Count == 0 ? "ok    " : "FAILED")} {o.File}: {o.Name}",
            .. o.Failures.Select(f => $"         {f}"),
        ]),
        Summary(outcomes),
    ]);

    private static string Summary(List<TestOutcome> outcomes) =>
        $"{outcomes.Count(o => o.Failures.Count == 0)} passed, {outcomes.Count(o => o.Failures.Count > 0)} failed";

    private static string ToJson(List<TestOutcome> outcomes) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("tests");
        foreach (var outcome in outcomes)
        {
            writer.WriteStartObject();
            if (outcome.File is { } file)
                writer.WriteString("file", file);
            writer.WriteString("name", outcome.Name);
            writer.WriteBoolean("passed", outcome.Failures.Count == 0);
            writer.WriteStartArray("failures");
            foreach (string failure in outcome.Failures)
                writer.WriteStringValue(failure);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("passed", outcomes.Count(o => o.Failures.Count == 0));
        writer.WriteNumber("failed", outcomes.Count(o => o.Failures.Count > 0));
        writer.WriteEndObject();
    });

    private sealed record TestOutcome(string? File, string Name, IReadOnlyList<string> Failures);
}
