using System.Runtime.CompilerServices;
using System.Text;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Tests.Authoring;
using GutSkin.Core.Tests.Profiles;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Diagnostics;

/// <summary>The page of diagnostics is made from the table in the code; GUTSKIN_UPDATE=1 writes it anew.</summary>
public class DiagnosticsPageTests
{
    [Fact]
    public void ThePageSaysWhatTheCodeSays()
    {
        string file = Path.Combine(Root(), "docs", "diagnostics.md");
        if (Environment.GetEnvironmentVariable("GUTSKIN_UPDATE") == "1")
            File.WriteAllText(file, Page());
        File.ReadAllText(file).Should().Be(Page());
    }

    [Fact]
    public void EveryCodeStandsOnceAndInOrder()
    {
        string[] codes = [.. DiagnosticCodes.All.Select(d => d.Code)];
        codes.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        codes.Should().BeEquivalentTo(
            typeof(DiagnosticCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!));
    }

    [Fact]
    public void EveryCodeHasALintCase()
    {
        var shown = LintCases.All.Values.SelectMany(c => c).Select(c => c.Item2)
            .Concat(Authoring.AnalysisCases.All.Values.SelectMany(c => c).Select(c => c.Item2))
            .Concat(OverlayCases.All.Values.SelectMany(c => c))
            .SelectMany(text => MarkedJson.Parse(text).Expected)
            .Select(expected => expected[..6])
            .Concat(WholeCases.All.Keys)
            .Concat(ProfileCheckerTests.Cases.Select(c => c[0].ToString()!))
            .Append(DiagnosticCodes.TooManyFaults) // comes behind 10,000 others: RuleSetFaultTests has it
            .Concat([DiagnosticCodes.BadSentence, DiagnosticCodes.BadForm, DiagnosticCodes.MissingSentence]) // of tables of words: OwnLanguageTests has them
            .Concat([DiagnosticCodes.NotAsked, DiagnosticCodes.AnswerLeftOut]) // of consultations: SavedConsultationTests has them
            .Concat([DiagnosticCodes.QuizContradicts, DiagnosticCodes.QuizCannotSayYes, DiagnosticCodes.QuizAnswersTwice]) // of quizzes: QuizTests has them
            .Concat([DiagnosticCodes.TooManyPairs, DiagnosticCodes.ChainTooLong, DiagnosticCodes.TooMuchToList]) // of rule sets too large to be written out: GrowthTests has them
            .Append(DiagnosticCodes.ClassFails) // no JSON can hold a class: BadClassTests has it
            .Concat([DiagnosticCodes.OtherRuleSet, DiagnosticCodes.CompactNeedsRuleSet]) // of saved assessments: SavedAssessmentTests has them
            .ToHashSet();
        DiagnosticCodes.All.Select(d => d.Code).Where(code => !shown.Contains(code)).Should().BeEmpty();
    }

    private static string Page()
    {
        var page = new StringBuilder(
            "# Diagnostics\n\n"
            + "Everything that can be wrong with a rule set or a profile. A code never changes its meaning. An input with an error is not\n"
            + "used; one with warnings is. Each diagnostic names its file, line and column (from 1, in UTF-16 units) and JSON path. The place\n"
            + "is that of the offending value, of the name for an unknown or repeated property, of the object's brace for a missing one.\n"
            + "Messages name ids and allowed ranges, never a person's value.\n\n"
            + "Made from `DiagnosticCodes.All`; `GUTSKIN_UPDATE=1 dotnet test` writes it anew.\n\n"
            + "| code | severity | meaning | what to do |\n|---|---|---|---|\n");
        foreach (var code in DiagnosticCodes.All)
            page.Append("| ").Append(code.Code).Append(" | ").Append(code.Severity == DiagnosticSeverity.Error ? "error" : "warning")
                .Append(" | ").Append(code.Meaning).Append(" | ").Append(code.Remedy.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        return page.ToString();
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
