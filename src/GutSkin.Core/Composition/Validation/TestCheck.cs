using System.Collections.Frozen;

namespace GutSkin.Core;

/// <summary>Whether a test inside a rule set speaks of things that are there.</summary>
internal static class TestCheck
{
    public static void Check(EntryCheck entry, RuleSetTest test, ProfileLookup lookup, FrozenSet<string> bands)
    {
        CheckProfile(entry, test.Profile, lookup);
        foreach (var (condition, range) in test.Scores)
        {
            entry.Require(Section.Conditions, condition, ["expect", "scores", condition, JsonSourceMap.NameOf]);
            if (range.AtLeast > range.AtMost)
                entry.Report(
                    DiagnosticCodes.RangeReversed,
                    $"The score is expected from {Numbers.Text(range.AtLeast.Value)} to {Numbers.Text(range.AtMost.Value)}.", null,
                    "expect", "scores", condition, "atLeast");
        }

        foreach (var (condition, band) in test.Band)
        {
            entry.Require(Section.Conditions, condition, ["expect", "band", condition, JsonSourceMap.NameOf]);
            if (!bands.Contains(band))
                entry.Report(
                    DiagnosticCodes.DanglingReference, $"There is no band '{band}'.",
                    Ids.HintFor(band, bands) ?? $"Bands: {string.Join(", ", bands.Order(StringComparer.Ordinal))}.", "expect", "band", condition);
        }

        for (int i = 0; i < test.Recommended.Length; i++)
            entry.Require(Section.Interventions, test.Recommended[i], ["expect", "recommended", i]);
        for (int i = 0; i < test.Blocked.Length; i++)
            entry.Require(Section.Interventions, test.Blocked[i], ["expect", "blocked", i]);
    }

    /// <summary>Whether a fault is the test's own, not that of the factor it speaks of.</summary>
    private static bool IsSure(EntryCheck entry, ProfileFault fault) =>
        fault.Code == DiagnosticCodes.DateAfterAsOf
        || (entry.TryGetFactor(fault.Id, out var factor)
            && !(fault.Code == DiagnosticCodes.ValueOutOfBounds && factor.Min > factor.Max)
            && !(fault.Code == DiagnosticCodes.UnknownChoice && (factor.Choices.IsEmpty || entry.Context.UnreadChoices.Contains(factor))));

    private static void CheckProfile(EntryCheck entry, PersonProfile profile, ProfileLookup lookup)
    {
        List<ProfileFault>? faults = null;
        ProfileChecker.Find(profile, lookup, ref faults);
        foreach (var fault in faults ?? [])
        {
            var (code, target) = fault.Code switch
            {
                DiagnosticCodes.UnknownFactor => (DiagnosticCodes.DanglingReference, Section.Factors),
                DiagnosticCodes.UnknownConcern => (DiagnosticCodes.DanglingReference, Section.Conditions),
                DiagnosticCodes.UnknownScreen => (DiagnosticCodes.UnknownScreen, Section.Screens),
                _ => (fault.Code, Section.Document),
            };
            object[] path = ["profile", .. fault.Path];
            if (target != Section.Document)
                entry.Require(target, fault.Id, path, code);
            else if (IsSure(entry, fault))
                entry.Report(code, fault.Message, fault.Hint, path);
        }
    }
}
