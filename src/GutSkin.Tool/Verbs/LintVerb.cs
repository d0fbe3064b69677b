using System.CommandLine;
using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin lint FILE…</c>: every diagnostic of rule sets, each together with what it extends, of quizzes, and of maps of cohorts.</summary>
internal static class LintVerb
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Rule sets, and quizzes to hold against them; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var analyze = new Option<bool>("--analyze") { Description = "Also say what rules do together: parts of gates that decide nothing, one cause counted twice, untested rules." };
        var claims = new Option<string?>("--claims") { Description = "Also hold what people read to the claims that food and device law allows there.", HelpName = "eu|gb|us" };
        claims.AcceptOnlyFromAmong("eu", "gb", "us");
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Also report reviews that are too old on this day.",
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError($"'{result.Tokens[0].Value}' is not a day: write it like 2026-11-20.");
                return null;
            },
        };
        var cohort = new Option<string?>("--cohort") { Description = "People whose header maps are held against.", HelpName = "COHORT" };
        var command = new Command("lint", "Says everything that is wrong with rule sets, quizzes and maps of cohorts.") { files, format, analyze, claims, asOf, cohort };
        command.SetAction(parsed =>
        {
            var report = Check(parsed.GetRequiredValue(files), new LintOptions
            {
                Analyze = parsed.GetValue(analyze),
                Claims = parsed.GetValue(claims) switch
                {
                    "eu" => ClaimsJurisdiction.EuropeanUnion,
                    "gb" => ClaimsJurisdiction.GreatBritain,
                    "us" => ClaimsJurisdiction.UnitedStates,
                    _ => null,
                },
                AsOf = parsed.GetValue(asOf),
            }, parsed.GetValue(cohort));
            var diagnostics = report.Diagnostics;
            switch (parsed.GetValue(format))
            {
                case "json":
                    Std.WriteResult(DiagnosticReport.ToJson(diagnostics));
                    break;
                case "sarif":
                    Std.WriteResult(SarifReport.ToJson(report));
                    break;
                default:
                    if (diagnostics.Length > 0)
                        Std.WriteResult(string.Join('\n', diagnostics));
                    break;
            }

            string suppressed = report.Suppressed.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $", {report.Suppressed.Length} excused with a reason");
            Std.Error.WriteLine(DiagnosticReport.Summary(diagnostics) + suppressed);
            return DiagnosticReport.HasErrors(diagnostics) ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }

    /// <summary>
    /// The diagnostics of each file in the order of files, each once. Of what a file extends and nobody asked about, only errors are shown.
    /// </summary>
    private static LintReport Check(string[] files, LintOptions options, string? cohort)
    {
        var quizzes = QuizFile.Among(files);
        var maps = MapFile.Among(files);
        var documents = RuleSources.Read(files.Except(quizzes.Select(q => q.File).Concat(maps.Select(m => m.File)), StringComparer.Ordinal));
        var asked = files.Select(InputFile.NameOf).ToArray();
        var seen = new HashSet<Diagnostic>();
        var suppressed = new HashSet<SuppressedDiagnostic>();
        foreach (var document in documents)
        {
            var report = Waiting.For("looking", () => RuleSetLinter.Lint(RuleSources.WithWhatItExtends(document, documents), options));
            seen.UnionWith(report.Diagnostics);
            suppressed.UnionWith(report.Suppressed);
        }

        foreach (var quiz in quizzes)
            seen.UnionWith(quiz.Lint(documents));
        foreach (var map in maps)
            seen.UnionWith(map.Lint(documents, cohort));

        return new LintReport(
            [.. seen.OrderBy(d => d.File is { } file ? Array.IndexOf(asked, file) : -1).ThenBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)],
            [.. suppressed]);
    }
}
