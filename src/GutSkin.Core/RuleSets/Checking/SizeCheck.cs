using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>
/// Whether a rule set is one that somebody could be assessed with. An assessment says something of every intervention on every condition,
/// and of every safety rule that reaches it, and every test makes one: products of two lengths, which grow to gigabytes long before each list does.
/// </summary>
internal static class SizeCheck
{
    /// <summary>The most pairs of two sections.</summary>
    public const long MaxPairs = 1_000_000;

    /// <summary>The most pairs that all tests together may look at; each makes an assessment.</summary>
    public const long MaxPairsOfTests = 100_000_000;

    public static void Check(DocumentScope document, RuleSet resolved)
    {
        Check(document, "interventions", resolved.Interventions.Length, "conditions", resolved.Conditions.Length);
        Check(document, "interventions", resolved.Interventions.Length, "safety rules", resolved.Safety.Length);
        long pairs = resolved.Interventions.Length * ((long)resolved.Conditions.Length + resolved.Safety.Length);
        int tests = resolved.Tests.Length;
        if (tests * pairs > MaxPairsOfTests)
            document.Root.Report(
                DiagnosticCodes.TooManyPairs,
                string.Create(CultureInfo.InvariantCulture, $"There are {tests:N0} tests, each of which looks at {pairs:N0} pairs of interventions with conditions and safety rules: more than a hundred million."),
                "Keep fewer tests in one rule set.", "tests");
    }

    private static void Check(DocumentScope document, string one, int oneCount, string other, int otherCount)
    {
        if ((long)oneCount * otherCount > MaxPairs)
            document.Root.Report(
                DiagnosticCodes.TooManyPairs,
                string.Create(CultureInfo.InvariantCulture, $"There are {oneCount:N0} {one} and {otherCount:N0} {other}: more than a million pairs, each of which an assessment looks at."),
                "Split the rule set into several.", "interventions");
    }
}
