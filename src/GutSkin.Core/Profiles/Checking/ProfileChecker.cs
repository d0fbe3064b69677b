using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Values;

namespace GutSkin.Core.Profiles.Checking;

/// <summary>
/// Whether a profile speaks of what a rule set has, in kinds, units and bounds that fit. Nothing is allocated where nothing is
/// wrong; no message holds a person's value.
/// </summary>
internal static class ProfileChecker
{
    // Looking for the nearest id costs more than all the rest, and nobody mistypes more than a few.
    private const int MostHints = 100;

    /// <summary>Checks a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="lookup">What it may speak of.</param>
    /// <param name="ignoreUnknownFactors">Whether an unknown factor is no error.</param>
    /// <param name="into">Where faults go, in the order of the text, or by id where there is none.</param>
    /// <param name="ignored">Where the ids of unknown factors go that are no error, by id; null = nowhere.</param>
    public static void Check(
        PersonProfile profile, EntryIndex lookup, bool ignoreUnknownFactors, List<Diagnostic> into, List<string>? ignored = null)
    {
        List<ProfileFault>? faults = null;
        Find(profile, lookup, ref faults);
        if (faults is not null)
            Report(profile, lookup, faults, ignoreUnknownFactors, into, ignored);
    }

    /// <summary>Checks a profile that is to be scored.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="lookup">What it may speak of.</param>
    /// <param name="ignoreUnknownFactors">Whether an unknown factor is no error.</param>
    /// <param name="ignored">The ids of unknown factors that are no error, by id; null where nothing is wrong.</param>
    public static ImmutableArray<Diagnostic> Check(PersonProfile profile, EntryIndex lookup, bool ignoreUnknownFactors, out List<string>? ignored)
    {
        ignored = null;
        List<ProfileFault>? found = null;
        Find(profile, lookup, ref found);
        if (found is null)
            return [];
        var faults = new List<Diagnostic>();
        Report(profile, lookup, found, ignoreUnknownFactors, faults, ignored = []);
        return [.. faults];
    }

    /// <summary>Finds what is wrong; the list is made with the first fault. The hints for unknown ids come later, when it is told.</summary>
    public static void Find(PersonProfile profile, EntryIndex lookup, ref List<ProfileFault>? faults)
    {
        for (int i = 0; i < profile.Concerns.Length; i++)
        {
            if (!lookup.Conditions.ContainsKey(profile.Concerns[i]))
                Add(
                    ref faults, DiagnosticCodes.UnknownConcern, profile.Concerns[i], $"There is no condition {Quoting.Quote(profile.Concerns[i])}.",
                    null, "concerns", i);
        }

        HashSet<string>? answered = null;
        for (int i = 0; i < profile.Screened.Length; i++)
        {
            var answer = profile.Screened[i];
            if (IsAnsweredBefore(profile.Screened, i, ref answered))
                Add(
                    ref faults, DiagnosticCodes.ScreenAnsweredTwice, answer.Screen, $"The screen {Quoting.Quote(answer.Screen)} was answered twice.",
                    null, "screened", i, "id");
            CheckItems(answer, i, lookup, ref faults);
            if (!lookup.Screens.ContainsKey(answer.Screen))
                Add(
                    ref faults, DiagnosticCodes.UnknownScreen, answer.Screen, $"There is no screen {Quoting.Quote(answer.Screen)}.",
                    null, "screened", i, "id");
            if (answer.On > profile.AsOf)
                Add(
                    ref faults, DiagnosticCodes.DateAfterAsOf, answer.Screen,
                    $"The screen {Quoting.Quote(answer.Screen)} was answered after the day the profile speaks for.", null, "screened", i, "on");
        }

        foreach (var (id, observation) in profile.Answers)
        {
            if (!lookup.Factors.TryGetValue(id, out var factor))
                Add(
                    ref faults, DiagnosticCodes.UnknownFactor, id, $"There is no factor {Quoting.Quote(id)}.",
                    null, "observations", id, JsonSourceMap.NameOf);
            else if (observation.Value is { } value)
                CheckValue(factor, value, observation.Unit, ref faults);
            if (observation.On > profile.AsOf)
                Add(
                    ref faults, DiagnosticCodes.DateAfterAsOf, id, $"The answer to {Quoting.Quote(id)} is dated after the day the profile speaks for.",
                    null, "observations", id, "on");
        }
    }

    private static void Report(
        PersonProfile profile, EntryIndex lookup, List<ProfileFault> faults, bool ignoreUnknownFactors, List<Diagnostic> into, List<string>? ignored)
    {
        if (ignoreUnknownFactors)
        {
            ignored?.AddRange(faults.Where(f => f.Code == DiagnosticCodes.UnknownFactor).Select(f => f.Id).Distinct().Order(StringComparer.Ordinal));
            faults.RemoveAll(f => f.Code == DiagnosticCodes.UnknownFactor);
        }

        int hints = 0;
        into.AddRange(faults
            .Where(f => f.Path[^1] is JsonSourceMap.NameOf || profile.Source?.IsBroken(null, f.Path) != true)
            .Select(f => (Fault: f, Diagnostic: Place(profile, f)))
            .OrderBy(d => d.Diagnostic.Line ?? 0)
            .ThenBy(d => d.Diagnostic.Column ?? 0)
            .ThenBy(d => d.Diagnostic.Path, StringComparer.Ordinal)
            .Select(d => HasUnknownId(d.Fault.Code) && ++hints <= MostHints
                ? d.Diagnostic with { Hint = HintFor(d.Fault, lookup) }
                : d.Diagnostic));
    }

    private static bool HasUnknownId(string code) =>
        code is DiagnosticCodes.UnknownFactor or DiagnosticCodes.UnknownConcern or DiagnosticCodes.UnknownScreen;

    /// <summary>What an unknown id could have been meant to be.</summary>
    private static string? HintFor(ProfileFault fault, EntryIndex lookup)
    {
        string? meant = fault.Code switch
        {
            DiagnosticCodes.UnknownConcern => lookup.ConditionMeantBy(fault.Id),
            DiagnosticCodes.UnknownScreen => Ids.Nearest(fault.Id, lookup.Screens.Keys),
            _ => Ids.Nearest(fault.Id, lookup.Factors.Keys),
        };
        return meant is null ? null : $"Did you mean '{meant}'?";
    }

    /// <summary>Whether a screen stands before a position, too. A few are compared with each other, so that nothing is allocated for them.</summary>
    private static bool IsAnsweredBefore(ImmutableArray<ScreenAnswer> screened, int at, ref HashSet<string>? answered)
    {
        if (screened.Length > 64)
            return !(answered ??= new HashSet<string>(StringComparer.Ordinal)).Add(screened[at].Screen);
        for (int i = 0; i < at; i++)
        {
            if (screened[i].Screen == screened[at].Screen)
                return true;
        }

        return false;
    }

    private static void CheckItems(ScreenAnswer answer, int index, EntryIndex lookup, ref List<ProfileFault>? faults)
    {
        for (int i = 0; i < answer.Items?.Length; i++)
        {
            string id = answer.Items.Value[i];
            if (!lookup.Factors.TryGetValue(id, out var factor))
                Add(ref faults, DiagnosticCodes.UnknownFactor, id, $"There is no factor {Quoting.Quote(id)}.", null, "screened", index, "items", i);
            else if (factor.Kind != FactorKind.Boolean)
                Add(
                    ref faults, DiagnosticCodes.WrongKind, id, $"The factor '{id}' {FactorKinds.Takes(factor)}; a screen shows yes/no factors.", null,
                    "screened", index, "items", i);
        }
    }

    private static void CheckValue(Factor factor, FactorValue value, string? unit, ref List<ProfileFault>? faults)
    {
        string id = factor.Id;
        if (value.Kind != FactorKinds.ValueKind(factor.Kind))
        {
            Add(ref faults, DiagnosticCodes.WrongKind, id, $"The factor '{id}' {FactorKinds.Takes(factor)}.", FactorKinds.NumberHint(factor, value), "observations", id, "value");
            return;
        }

        if (!UnitConverter.TryFind(factor, unit, out var conversion))
        {
            Add(
                ref faults, DiagnosticCodes.NoConversion, id, $"The factor '{id}' has no conversion from this unit.", UnitConverter.Hint(factor),
                "observations", id, "unit");
            return;
        }

        if (factor.Kind == FactorKind.Choice)
        {
            if (factor.IndexOfChoice(value.AsChoice) < 0)
                Add(
                    ref faults, DiagnosticCodes.UnknownChoice, id, $"The factor '{id}' has no such choice.",
                    FactorKinds.Choices(factor), "observations", id, "value");
            return;
        }

        if (factor.Kind == FactorKind.Boolean)
            return;
        double number = value.AsNumber;
        if (conversion is not null)
            number = conversion.Apply(number, factor.Kind);
        if (!double.IsFinite(number))
            Add(ref faults, DiagnosticCodes.NonFiniteNumber, id, $"The answer to '{id}' must be a finite number.", null, "observations", id, "value");
        else if (!Numbers.IsAllowed(factor, number))
            Add(
                ref faults, DiagnosticCodes.ValueOutOfBounds, id, $"The answer to '{id}' is out of bounds.", $"Allowed: {Numbers.Allowed(factor)}.",
                "observations", id, "value");
        else if (factor.Kind == FactorKind.Integer && number != Math.Floor(number))
            Add(ref faults, DiagnosticCodes.WrongKind, id, $"The factor '{id}' {FactorKinds.Takes(factor)}.", null, "observations", id, "value");
    }

    private static void Add(
        ref List<ProfileFault>? faults, string code, string id, string message, string? hint, params ReadOnlySpan<object> path) =>
        (faults ??= []).Add(new ProfileFault(code, id, message, hint, path.ToArray()));

    private static Diagnostic Place(PersonProfile profile, ProfileFault fault)
    {
        SourceLocation? place = profile.Source?.Locate(null, fault.Path);
        return new Diagnostic
        {
            Code = fault.Code,
            Severity = DiagnosticSeverity.Error,
            File = profile.Source?.File,
            Line = place?.Line,
            Column = place?.Column,
            Path = place?.Path ?? PathText.Append("$", fault.Path),
            Message = fault.Message,
            Hint = fault.Hint,
        };
    }
}

/// <summary>What is wrong with a profile, before it has a place. No part of it holds a person's value.</summary>
/// <param name="Code">The diagnostic code.</param>
/// <param name="Id">The factor, condition or screen it is about.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Path">Where, below the profile.</param>
internal sealed record ProfileFault(string Code, string Id, string Message, string? Hint, object[] Path);
