using System.Collections.Immutable;

namespace GutSkin.Core.Authoring;

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
