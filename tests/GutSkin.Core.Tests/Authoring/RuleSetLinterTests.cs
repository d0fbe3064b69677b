using GutSkin.Core.Authoring;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>What lint says beyond composing.</summary>
public class RuleSetLinterTests
{
    /// <summary>The base has four rules, two of them and a safety rule without a test.</summary>
    private static readonly string[] OfTheBase = [.. Codes(AnalysisCases.Lint(LintBase.Json))];

    [Fact]
    public void WithoutOptionsLintSaysWhatComposingSays()
    {
        RuleSetLinter.Lint([RuleSetJson.Read(LintBase.Json)]).Diagnostics.Should().BeEmpty();
        OfTheBase.Should().OnlyContain(c => c == "GS1103");
    }

    [Theory]
    [MemberData(nameof(AnalysisCases.Names), MemberType = typeof(AnalysisCases))]
    public void AFindingHasItsCodeAndPlace(string name)
    {
        var marked = MarkedJson.Parse(LintBase.With(AnalysisCases.All[name]));
        var report = AnalysisCases.Lint(marked.Text);
        var found = report.Diagnostics.Select(d => FormattableString.Invariant($"{d.Code} at {d.Line},{d.Column}")).ToList();
        bool untested = marked.Expected.Any(e => e.StartsWith("GS1103", StringComparison.Ordinal));
        (untested ? found.Where(f => marked.Expected.Contains(f)) : found.Where(f => f[..6] is not ("GS1103" or "GS1003")))
            .Should().Equal(marked.Expected, string.Join('\n', report.Diagnostics));
    }

    [Fact]
    public void AWarningWithAReasonIsSuppressedAndListed()
    {
        var report = AnalysisCases.Lint(LintBase.With(
            ("\"name\": \"Mix\"", "\"x-lint\": { \"GS1201\": \"an example of what not to write\" }, \"name\": \"Mix that cures acne\"")));

        Codes(report).Should().Equal(OfTheBase);
        var suppressed = report.Suppressed.Single();
        (suppressed.Diagnostic.Code, suppressed.Reason).Should().Be(("GS1201", "an example of what not to write"));
    }

    [Fact]
    public void AReasonOnTheDocumentHoldsForAllOfIt() =>
        Codes(AnalysisCases.Lint(LintBase.With(("\"title\": \"Base\"", "\"title\": \"Base\", \"x-lint\": { \"GS1103\": \"a fixture\" }")))).Should().BeEmpty();

    [Fact]
    public void AnErrorStays() =>
        Codes(AnalysisCases.Lint(LintBase.With(("\"factor\": \"diet.sugar\"", "\"factor\": \"diet.suger\", \"x-lint\": { \"GS0202\": \"no\" }"))))
            .Should().Contain(["GS0202", "GS1190"]);

    [Fact]
    public void ASuppressionOfWhatIsNotLookedForIsNotInVain() =>
        RuleSetLinter.Lint([RuleSetJson.Read(LintBase.With(("\"title\": \"Base\"", "\"title\": \"Base\", \"x-lint\": { \"GS1103\": \"a fixture\", \"GS1201\": \"x\" }")))])
            .Diagnostics.Should().BeEmpty();

    [Fact]
    public void OfWhatIsExtendedOnlyErrorsAreTold()
    {
        var overlay = RuleSetJson.Read("""{ "id": "over", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }] }""", "over.json");
        RuleSetLinter.Lint([BuiltInRuleSet.Document, overlay], new LintOptions { Analyze = true }).Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void EveryWarningOfTheBuiltInRuleSetHasItsReason()
    {
        var report = RuleSetLinter.Lint([BuiltInRuleSet.Document]);
        report.Diagnostics.Where(d => d.Code != DiagnosticCodes.BadSuppression).Should().BeEmpty();
        report.Suppressed.Should().NotBeEmpty().And.OnlyContain(s => s.Reason.Length > 10);
    }

    private static IEnumerable<string> Codes(LintReport report) => report.Diagnostics.Select(d => d.Code);
}
