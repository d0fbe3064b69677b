using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What came of one test inside a rule set.</summary>
public sealed record RuleSetTestResult
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
