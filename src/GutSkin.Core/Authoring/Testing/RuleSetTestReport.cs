using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What came of the tests inside a rule set.</summary>
/// <param name="Results">One for each test, in order.</param>
public sealed record RuleSetTestReport(ImmutableArray<RuleSetTestResult> Results)
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
