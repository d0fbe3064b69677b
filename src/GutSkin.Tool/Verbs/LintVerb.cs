using System.CommandLine;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin lint FILE…</c>: every diagnostic of rule sets, each together with what it extends.</summary>
internal static class LintVerb
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Rule sets; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var command = new Command("lint", "Says everything that is wrong with rule sets.") { files, format };
        command.SetAction(parsed =>
        {
            var diagnostics = Check(parsed.GetRequiredValue(files));
            switch (parsed.GetValue(format))
            {
                case "json":
                    Std.WriteResult(DiagnosticReport.ToJson(diagnostics));
                    break;
                case "sarif":
                    Std.WriteResult(SarifReport.ToJson(diagnostics));
                    break;
                default:
                    if (diagnostics.Count > 0)
                        Std.WriteResult(string.Join('\n', diagnostics));
                    break;
            }

            Std.Error.WriteLine(DiagnosticReport.Summary(diagnostics));
            return DiagnosticReport.HasErrors(diagnostics) ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }

    /// <summary>
    /// The diagnostics of each file in the order of files, each once. Of what a file extends and nobody asked about, only errors are shown.
    /// </summary>
    private static List<Diagnostic> Check(string[] files)
    {
        var documents = RuleSources.Read(files);
        var asked = files.Select(InputFile.NameOf).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<Diagnostic>();
        var found = new List<Diagnostic>();
        foreach (var document in documents)
        {
            var composed = RuleSetComposer.Compose(RuleSources.WithWhatItExtends(document, documents));
            foreach (var diagnostic in composed.Diagnostics)
            {
                bool shown = diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.File is { } file && asked.Contains(file));
                if (shown && seen.Add(diagnostic))
                    found.Add(diagnostic);
            }
        }

        return [.. found.OrderBy(d => d.File is { } file ? Array.IndexOf(files, file) : -1).ThenBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)];
    }
}
