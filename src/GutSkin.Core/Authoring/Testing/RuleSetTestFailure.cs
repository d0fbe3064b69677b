using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One expectation of a test that does not hold: what was expected, what came out, and what made it.</summary>
/// <param name="Subject">What the expectation is about: <c>score of acne-vulgaris</c>, <c>triage</c>, <c>diet.reduce-milk</c> …</param>
/// <param name="Expected">What the test expects, in words.</param>
/// <param name="Actual">What came out, in words.</param>
/// <param name="Because">What made it so, a line each: contributions, red flags, safety findings, open questions.</param>
public sealed record RuleSetTestFailure(string Subject, string Expected, string Actual, ImmutableArray<string> Because)
{
    /// <summary>Everything in words.</summary>
    /// <returns>One line, and an indented one for each reason.</returns>
    public override string ToString() =>
        string.Join('\n', [$"{Subject}: expected {Expected}, was {Actual}", .. Because.Select(b => $"  {b}")]);
}
