using System.Collections.Frozen;
using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a test inside a rule set speaks of things that are there.</summary>
internal static class TestCheck
{
    public static void Check(EntryCheck entry, RuleSetTest test, EntryIndex lookup, FrozenSet<string> bands)
    {
        CheckProfile(entry, test.Profile, lookup);
        CheckRanges(entry, "scores", test.Scores, Section.Conditions);
        CheckRanges(entry, "derived", test.Derived, Section.Factors);
        foreach (var (condition, band) in test.Band)
        {
            entry.Require(Section.Conditions, condition, ["expect", "band", condition, JsonSourceMap.NameOf]);
            if (!bands.Contains(band))
                entry.Report(
                    DiagnosticCodes.DanglingReference, $"There is no band '{band}'.",
                    Ids.HintFor(band, bands) ?? $"Bands: {string.Join(", ", bands.Order(StringComparer.Ordinal))}.", "expect", "band", condition);
        }

        CheckIds(entry, "recommended", test.Recommended, Section.Interventions);
        CheckIds(entry, "blocked", test.Blocked, Section.Interventions);
        CheckIds(entry, "first", test.First, Section.Interventions);
        CheckIds(entry, "notSuggested", test.NotSuggested, Section.Interventions);
        foreach (string id in test.Status.Keys)
            entry.Require(Section.Interventions, id, ["expect", "status", id, JsonSourceMap.NameOf]);
        CheckIds(entry, "flags", test.Flags, Section.Safety);
        CheckIds(entry, "noFlags", test.NoFlags, Section.Safety);
        foreach (var (id, rules) in test.Cautions)
        {
            entry.Require(Section.Interventions, id, ["expect", "cautions", id, JsonSourceMap.NameOf]);
            for (int i = 0; i < rules.Length; i++)
                entry.Require(Section.Safety, rules[i], ["expect", "cautions", id, i]);
        }
    }

    private static void CheckIds(EntryCheck entry, string property, ImmutableArray<string> ids, Section target)
    {
        for (int i = 0; i < ids.Length; i++)
            entry.Require(target, ids[i], ["expect", property, i]);
    }

    private static void CheckRanges(
        EntryCheck entry, string property, ImmutableSortedDictionary<string, ScoreExpectation> ranges, Section target)
    {
        foreach (var (id, range) in ranges)
        {
            entry.Require(target, id, ["expect", property, id, JsonSourceMap.NameOf]);
            if (range.AtLeast > range.AtMost)
                entry.Report(
                    DiagnosticCodes.RangeReversed,
                    $"The {(target == Section.Factors ? "value" : "score")} is expected from {Numbers.Text(range.AtLeast.Value)} to {Numbers.Text(range.AtMost.Value)}.", null,
                    "expect", property, id, "atLeast");
        }
    }

    /// <summary>Whether a fault is the test's own, not that of the factor it speaks of.</summary>
    private static bool IsSure(EntryCheck entry, ProfileFault fault) =>
        fault.Code is DiagnosticCodes.DateAfterAsOf or DiagnosticCodes.ScreenAnsweredTwice
        || (entry.TryGetFactor(fault.Id, out var factor)
            && !(fault.Code == DiagnosticCodes.ValueOutOfBounds && factor.Min > factor.Max)
            && !(fault.Code == DiagnosticCodes.UnknownChoice && (factor.Choices.IsEmpty || entry.Context.UnreadChoices.Contains(factor))));

    private static void CheckProfile(EntryCheck entry, PersonProfile profile, EntryIndex lookup)
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
