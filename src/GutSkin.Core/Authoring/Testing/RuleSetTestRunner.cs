using GutSkin.Core.Authoring.Testing;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Authoring;

/// <summary>
/// Runs the tests inside rule sets. From a test framework in two lines:
/// <code>
/// var report = RuleSetTestRunner.Run(BuiltInRuleSet.Document, RuleSetJson.Read(File.ReadAllBytes("clinic.json"), "clinic.json"));
/// Assert.True(report.Passed, report.ToString());
/// </code>
/// </summary>
public static class RuleSetTestRunner
{
    /// <summary>Runs every test of a composed rule set, those of what it extends included.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>What came of them.</returns>
    public static RuleSetTestReport Run(ResolvedRuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Run(ruleSet, ruleSet.Data.Tests);
    }

    /// <summary>Runs tests against a composed rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="tests">The tests.</param>
    /// <returns>What came of them.</returns>
    public static RuleSetTestReport Run(ResolvedRuleSet ruleSet, IEnumerable<RuleSetTest> tests) => Run(ruleSet, tests, CancellationToken.None);

    /// <summary>Runs tests against a composed rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="tests">The tests.</param>
    /// <param name="cancellationToken">Ends it between two tests.</param>
    /// <returns>What came of them.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static RuleSetTestReport Run(ResolvedRuleSet ruleSet, IEnumerable<RuleSetTest> tests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(tests);
        var service = new ScoringService(ruleSet);
        return new RuleSetTestReport([.. tests.Select(t => Run(service, t, cancellationToken))]);
    }

    /// <summary>Composes documents and runs the tests of the last one: those an overlay brings along.</summary>
    /// <param name="documents">What it extends, and the document whose tests are run as the last.</param>
    /// <returns>What came of them, with the places of the tests.</returns>
    /// <exception cref="InvalidInputException">The documents have errors; it carries all of them.</exception>
    public static RuleSetTestReport Run(params IReadOnlyList<RuleSetDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Run(RuleSetComposer.Compose(documents).GetValueOrThrow(), documents[^1]);
    }

    /// <summary>Runs the tests of one document against a composed rule set that it is part of.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="document">The document.</param>
    /// <returns>What came of them, with the places of the tests.</returns>
    public static RuleSetTestReport Run(ResolvedRuleSet ruleSet, RuleSetDocument document) => Run(ruleSet, document, CancellationToken.None);

    /// <summary>Runs the tests of one document against a composed rule set that it is part of.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends it between two tests.</param>
    /// <returns>What came of them, with the places of the tests.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static RuleSetTestReport Run(ResolvedRuleSet ruleSet, RuleSetDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(document);
        var service = new ScoringService(ruleSet);
        var set = document.RuleSet;
        return new RuleSetTestReport(
        [
            .. (set?.Tests ?? []).Select(test => Run(service, test, cancellationToken) with
            {
                File = document.File,
                Line = set!.Source?.Locate(test, []).Line,
            }),
        ]);
    }

    private static RuleSetTestResult Run(ScoringService service, RuleSetTest test, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var assessed = service.TryAssess(test.Profile);
        return new RuleSetTestResult
        {
            Name = test.Name,
            Failures = assessed.Success
                ? Expectations.Check(test, assessed.Value)
                : [new RuleSetTestFailure("profile", "a profile without errors", "one that cannot be assessed", [.. assessed.Diagnostics.Select(d => d.Message)])],
        };
    }
}
