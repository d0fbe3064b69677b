using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether an intervention's changes fit their factors and its trial effects make sense.</summary>
internal static class InterventionCheck
{
    public static void Check(EntryCheck entry, Intervention intervention)
    {
        bool isReferralOfFlags = intervention is { IsReferral: true, When: AnyGate { Operands.IsEmpty: true } };
        GateCheck.Check(entry, intervention.When, mayNeverHold: isReferralOfFlags);
        var always = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < intervention.Changes.Length; i++)
        {
            var change = intervention.Changes[i];
            CheckChange(entry, change, i);
            CheckLimits(entry, change, i);
            GateCheck.CheckAt(entry, change.When, ["changes", i, "when"]);
            if (change.When is null && change.Factor.Length > 0 && !always.Add(change.Factor))
                entry.Report(
                    DiagnosticCodes.RepeatedChange, $"{entry.Scope.Name} changes '{change.Factor}' twice for everyone.",
                    "Give all but the last a 'when'.", "changes", i, "factor");
        }

        for (int i = 0; i < intervention.Indications.Length; i++)
            CheckIndication(entry, intervention.Indications[i], i);
        for (int i = 0; i < intervention.Effects.Length; i++)
            CheckTrialEffect(entry, intervention.Effects[i], i);
        if (intervention.IsReferral && !entry.IsBroken("category"))
            CheckReferral(entry, intervention);

        if (intervention.Weeks is { } weeks)
        {
            if (weeks.Low < 0)
                entry.Report(DiagnosticCodes.NumberOutOfRange, "Weeks must be 0 or more.", null, "weeks", 0);
            if (weeks.Low > weeks.High)
                entry.Report(
                    DiagnosticCodes.RangeReversed, $"'weeks' goes from {Numbers.Text(weeks.Low)} to {Numbers.Text(weeks.High)}.", null, "weeks");
        }

        for (int i = 0; i < intervention.SameSafetyAs.Length; i++)
        {
            string id = intervention.SameSafetyAs[i];
            if (!entry.Context.StandsFor(id))
                entry.Require(Section.Interventions, id, ["sameSafetyAs", i]);
        }
    }

    /// <summary>A referral is never blocked, so it must not do anything.</summary>
    private static void CheckReferral(EntryCheck entry, Intervention referral)
    {
        foreach (var (property, isWritten) in new[]
        {
            ("changes", !referral.Changes.IsEmpty), ("effects", !referral.Effects.IsEmpty), ("indications", !referral.Indications.IsEmpty),
        })
        {
            if (isWritten)
                entry.Report(DiagnosticCodes.ReferralActs, $"{entry.Scope.Name} is a referral and cannot have '{property}'.", null, property);
        }
    }

    private static void CheckIndication(EntryCheck entry, Indication indication, int index)
    {
        GateCheck.CheckAt(entry, indication.When, ["indications", index, "when"]);
        if (entry.InForce && indication.Evidence.IsEmpty && !entry.IsBroken("indications", index, "evidence"))
            entry.Report(DiagnosticCodes.IndicationWithoutEvidence, $"An indication of {entry.Scope.Name} cites no evidence.", null, "indications", index);
    }

    private static void CheckTrialEffect(EntryCheck entry, TrialEffect each, int index)
    {
        GateCheck.CheckAt(entry, each.When, ["effects", index, "when"]);
        if (each.Effect is { } effect)
            EffectCheck.Check(entry, effect, "effects", index);
        else if (!each.Informational)
            entry.Report(DiagnosticCodes.BadEffectForm, "The trial effect has no measure.", "One without a measure must be informational.", "effects", index);
        EffectCheck.CheckJudgement(entry, each.Effect, each.Certainty, "effects", index);
        if (each.Trial?.N < 0)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'n' must be 0 or more.", null, "effects", index, "trial", "n");
        if (each.Trial?.Weeks <= 0)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'weeks' must be above 0.", null, "effects", index, "trial", "weeks");
    }

    private static void CheckLimits(EntryCheck entry, FactorChange change, int index)
    {
        if (change is { Limit: null, LimitPercent: null })
            return;
        string property = change.Limit is null ? "limitPercent" : "limit";
        if (change is { Limit: not null, LimitPercent: not null })
            Bad("The change has both 'limit' and 'limitPercent'.", "Give one of the two.", "limitPercent");
        else if (entry.TryGetFactor(change.Factor, out var factor) && !factor.IsNumeric)
            Bad($"'{property}' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}.", "Leave it out.", property);
        else if (!((change.Limit ?? change.LimitPercent) > 0))
            Bad($"'{property}' must be above 0.", null, property);

        void Bad(string message, string? hint, string at) => entry.Report(DiagnosticCodes.BadLimit, message, hint, "changes", index, at);
    }

    /// <summary>The number a change aims at: of an integer factor the whole number that meets 'atMost' or 'atLeast'.</summary>
    private static double Aim(FactorChange change, Factor factor, double number) =>
        factor.Kind != FactorKind.Integer || change.Set is not null ? number
        : change.AtMost is not null ? Math.Floor(number)
        : Math.Ceiling(number);

    private static void CheckChange(EntryCheck entry, FactorChange change, int index)
    {
        int given = (change.AtMost is null ? 0 : 1) + (change.AtLeast is null ? 0 : 1) + (change.Set is null ? 0 : 1);
        if (given != 1)
        {
            if (!entry.IsBroken("changes", index))
                Bad("Give exactly one of 'atMost', 'atLeast' and 'set'.", null, []);
            return;
        }

        if (!entry.TryGetFactor(change.Factor, out var factor))
            return;
        string property = change.AtMost is not null ? "atMost" : change.AtLeast is not null ? "atLeast" : "set";
        if (!factor.IsNumeric)
        {
            if (change.Set is not { } value)
                Bad($"'{property}' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}: use 'set'.", null, [property]);
            else if (value.Kind != FactorKinds.ValueKind(factor.Kind))
                Bad($"'set' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}.", null, [property]);
            else
                ChoiceCheck.Check(entry, factor, value, ["changes", index, "set"]);
            return;
        }

        double? number = change.AtMost ?? change.AtLeast ?? (change.Set is { Kind: FactorValueKind.Number } set ? set.AsNumber : null);
        if (number is not { } target)
            Bad($"'set' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}.", null, [property]);
        else if (!(factor.Min > factor.Max) && !Numbers.IsAllowed(factor, Aim(change, factor, target)))
            Bad($"'{property}' is {Numbers.Text(target)}, outside the bounds of '{factor.Id}'.", $"Allowed: {Numbers.Allowed(factor)}.", [property]);
        else if (change.Set is not null && factor.Kind == FactorKind.Integer && target != Math.Floor(target))
            Bad($"The factor '{factor.Id}' takes a whole number, not {Numbers.Text(target)}.", null, [property]);

        void Bad(string message, string? hint, ReadOnlySpan<object> path) =>
            entry.Report(DiagnosticCodes.BadChange, message, hint, ["changes", index, .. path]);
    }
}

/// <summary>
/// Traits that safety rules are for, and that all but one of those have that share its category or a change: a trait forgotten is a rule
/// that does not reach.
/// </summary>
internal static class SiblingTraits
{
    // Two that agree may do so by chance.
    private const int LeastSiblings = 3;

    public static void Check(MergeState state)
    {
        var aimedAt = state.Safety.Entries.SelectMany(s => s.Entry.Traits).ToHashSet(StringComparer.Ordinal);
        if (aimedAt.Count == 0)
            return;
        var groups = new Dictionary<(string Kind, string Name), List<(Intervention Entry, DocumentScope Document)>>();
        foreach (var each in state.Interventions.Entries)
        {
            Add(("category", each.Entry.Category), each);
            foreach (string move in each.Entry.Changes.Select(c => $"{c.Factor}{(c.AtLeast is not null ? " up" : c.AtMost is not null ? " down" : "")}").Distinct())
                Add(("change", move), each);
        }

        foreach (var ((kind, name), members) in groups)
        {
            if (members.Count <= LeastSiblings)
                continue;
            foreach (var trait in members.SelectMany(m => m.Entry.Traits.Distinct()).Where(aimedAt.Contains).GroupBy(t => t))
            {
                if (trait.Count() != members.Count - 1)
                    continue;
                var (odd, document) = members.Find(m => !m.Entry.Traits.Contains(trait.Key));
                var scope = document.Entry(Section.Interventions, odd.Id, odd);
                if (!scope.IsBroken("traits"))
                    scope.Report(
                        DiagnosticCodes.TraitSuggested,
                        $"{scope.Name} has not the trait '{trait.Key}', which all others of its {kind} '{name}' have.", null, odd.Traits.IsEmpty ? "id" : "traits");
            }
        }

        void Add((string, string) key, (Intervention, DocumentScope) member)
        {
            if (!groups.TryGetValue(key, out var members))
                groups.Add(key, members = []);
            members.Add(member);
        }
    }
}
