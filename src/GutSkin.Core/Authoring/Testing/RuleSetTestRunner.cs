using System.Collections.Immutable;
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

/// <summary>What came of the tests inside a rule set.</summary>
/// <param name="Results">One for each test, in order.</param>
public sealed partial record RuleSetTestReport(ImmutableArray<RuleSetTestResult> Results)
{
    /// <summary>Whether every test passed. A rule set without tests passes.</summary>
    public bool Passed => Results.All(r => r.Passed);

    /// <summary>How many failed.</summary>
    public int FailedCount => Results.Count(r => !r.Passed);

    /// <summary>What failed, and how many of how many passed: the message for a test framework.</summary>
    /// <returns>Lines parted by line feeds.</returns>
    public override string ToString() => string.Join(
        '\n',
        [
            .. Results.Where(r => !r.Passed).Select(r => r.ToString()),
            FormattableString.Invariant($"{Results.Length - FailedCount} of {Results.Length} tests passed"),
        ]);
}

/// <summary>What came of one test inside a rule set.</summary>
public sealed partial record RuleSetTestResult
{
    /// <summary>The test's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file it stands in; null where that is not known.</summary>
    public string? File { get; init; }

    /// <summary>The line it begins at, from 1; null where that is not known.</summary>
    public int? Line { get; init; }

    /// <summary>The expectations that do not hold; empty where the test passed.</summary>
    public ImmutableArray<RuleSetTestFailure> Failures { get; init; } = [];

    /// <summary>Whether every expectation holds.</summary>
    public bool Passed => Failures.IsEmpty;

    /// <summary>The name, and what failed.</summary>
    /// <returns>One line for a test that passed; the failures under it for one that did not.</returns>
    public override string ToString()
    {
        string place = File is null ? "" : Line is { } line ? FormattableString.Invariant($"{File}({line}): ") : $"{File}: ";
        return Passed
            ? $"{place}passed: {Name}"
            : string.Join('\n', [$"{place}failed: {Name}", .. Failures.SelectMany(f => f.ToString().Split('\n')).Select(l => $"  {l}")]);
    }
}

/// <summary>One expectation of a test that does not hold: what was expected, what came out, and what made it.</summary>
/// <param name="Subject">What the expectation is about: <c>score of acne-vulgaris</c>, <c>triage</c>, <c>diet.reduce-milk</c> …</param>
/// <param name="Expected">What the test expects, in words.</param>
/// <param name="Actual">What came out, in words.</param>
/// <param name="Because">What made it so, a line each: contributions, red flags, safety findings, open questions.</param>
public sealed partial record RuleSetTestFailure(string Subject, string Expected, string Actual, ImmutableArray<string> Because)
{
    /// <summary>Everything in words.</summary>
    /// <returns>One line, and an indented one for each reason.</returns>
    public override string ToString() =>
        string.Join('\n', [$"{Subject}: expected {Expected}, was {Actual}", .. Because.Select(b => $"  {b}")]);
}
