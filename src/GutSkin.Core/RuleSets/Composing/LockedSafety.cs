using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>What the locked safety rules of the documents applied so far forbid the next document (scoring model, section 7).</summary>
internal sealed class LockedSafety
{
    private readonly Dictionary<string, string> factors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> referrals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> screens = new(StringComparer.Ordinal);
    private readonly List<SafetyRule> rules;
    private readonly HashSet<string> ruleIds;
    private readonly MergeState state;

    /// <summary>Takes down what is locked now.</summary>
    public LockedSafety(MergeState state)
    {
        this.state = state;
        rules = [.. state.Safety.Entries.Where(e => e.Entry.Locked).Select(e => e.Entry)];
        ruleIds = rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (string factor in rule.When.Factors())
                factors.TryAdd(factor, rule.Id);
            foreach (string referral in rule.Refer.Where(state.Interventions.Contains))
                referrals.TryAdd(referral, rule.Id);
        }

        foreach (var (screen, _) in state.Screens.Entries)
            screens.Add(screen.Id, new HashSet<string>(screen.Factors, StringComparer.Ordinal));
    }

    /// <summary>Whether an entry may be taken out; reports it where not.</summary>
    public bool AllowsRemoval(EntryScope document, Section section, string id, int index)
    {
        switch (section)
        {
            case Section.Safety when ruleIds.Contains(id):
                document.Report(
                    DiagnosticCodes.LockedRuleRemoved, $"The safety rule '{id}' is locked and cannot be removed.", null,
                    "remove", "safety", index);
                return false;
            case Section.Factors when factors.TryGetValue(id, out string? reader):
                document.Report(
                    DiagnosticCodes.LockedFactorChanged,
                    $"The factor '{id}' is read by the locked safety rule '{reader}' and cannot be removed.", null,
                    "remove", "factors", index);
                return false;
            case Section.Interventions when referrals.TryGetValue(id, out string? caller):
                document.Report(
                    DiagnosticCodes.LockedReferralTouched,
                    $"The referral '{id}' is named by the locked safety rule '{caller}' and cannot be removed.", null,
                    "remove", "interventions", index);
                return false;
            default:
                return true;
        }
    }

    /// <summary>Whether a safety rule may be put in; reports it where not.</summary>
    public bool Allows(EntryScope scope, SafetyRule rule)
    {
        if (!ruleIds.Contains(rule.Id))
            return true;
        scope.Report(
            DiagnosticCodes.LockedRuleReplaced, $"The safety rule '{rule.Id}' is locked and cannot be replaced.",
            "A stricter rule can have an id of its own.", "id");
        return false;
    }

    /// <summary>Whether a factor may be put in; reports every property that is frozen.</summary>
    public bool Allows(EntryScope scope, Factor factor)
    {
        if (!factors.TryGetValue(factor.Id, out string? reader) || !state.Factors.TryGet(factor.Id, out var old))
            return true;
        bool allowed = true;
        Freeze("kind", factor.Kind == old.Kind);
        Freeze("choices", factor.Choices.SequenceEqual(old.Choices));
        Freeze("unit", factor.Unit == old.Unit);
        Freeze("min", factor.Min.Equals(old.Min));
        Freeze("max", factor.Max.Equals(old.Max));
        Freeze("conversions", factor.Conversions.SequenceEqual(old.Conversions));
        Freeze("maxAgeDays", factor.MaxAgeDays == old.MaxAgeDays);
        Freeze("acquisition", factor.Acquisition == old.Acquisition);
        return allowed;

        void Freeze(string property, bool same)
        {
            if (same || scope.IsBroken(property))
                return;
            allowed = false;
            scope.Report(
                DiagnosticCodes.LockedFactorChanged,
                $"The '{property}' of '{factor.Id}' cannot change: the locked safety rule '{reader}' reads this factor.",
                null,
                FactorProperties.IsWritten(factor, property) ? property : "id");
        }
    }

    /// <summary>Reports every factor of a screen that a locked gate reads and that the screen did not list before.</summary>
    public bool Allows(EntryScope scope, Screen screen)
    {
        bool allowed = true;
        var before = screens.GetValueOrDefault(screen.Id);
        for (int i = 0; i < screen.Factors.Length; i++)
        {
            string factor = screen.Factors[i];
            if (!factors.TryGetValue(factor, out string? reader) || before?.Contains(factor) == true)
                continue;
            allowed = false;
            scope.Report(
                DiagnosticCodes.LockedFactorScreened,
                $"The factor '{factor}' cannot be added to a screen: the locked safety rule '{reader}' reads it.", null,
                "factors", i);
        }

        return allowed;
    }

    /// <summary>Whether an intervention may be put in; reports it where not.</summary>
    public bool Allows(EntryScope scope, Intervention intervention)
    {
        if (referrals.TryGetValue(intervention.Id, out string? caller))
        {
            scope.Report(
                DiagnosticCodes.LockedReferralTouched,
                $"The referral '{intervention.Id}' is named by the locked safety rule '{caller}' and cannot be replaced.", null, "id");
            return false;
        }

        if (!intervention.IsReferral
            || MovedTargets.Find(state, rules, intervention, scope.Document.Order, intervention.SameSafetyAs) is not { } rule)
            return true;
        MovedTargets.Report(scope, rule);
        return false;
    }
}

/// <summary>Which properties of a factor would stand in its text.</summary>
internal static class FactorProperties
{
    /// <summary>Whether an optional property differs from its default, so that a fault can point at it.</summary>
    public static bool IsWritten(Factor factor, string property) => property switch
    {
        "kind" => true,
        "choices" => !factor.Choices.IsDefaultOrEmpty,
        "unit" => factor.Unit is not null,
        "min" => factor.Min is not null,
        "max" => factor.Max is not null,
        "conversions" => !factor.Conversions.IsDefaultOrEmpty,
        "maxAgeDays" => factor.MaxAgeDays is not null,
        "acquisition" => factor.Acquisition != Acquisition.Ask,
        "measurementError" => factor.MeasurementError is not null,
        _ => false,
    };
}

/// <summary>What a document once said of an intervention, in force or not.</summary>
internal sealed record InterventionVersion(Intervention Entry, DocumentScope Document)
{
    /// <summary>Whether another one does the same: the same category and the same changes, in any order.</summary>
    public bool DoesTheSameAs(Intervention other) => Entry.Category == other.Category && ChangesTheSameAs(other);

    /// <summary>Whether another one makes the same changes, in any order.</summary>
    public bool ChangesTheSameAs(Intervention other) =>
        Entry.Changes.Length == other.Changes.Length
        && Entry.Changes.All(mine => other.Changes.Any(their => their.Aim == mine.Aim))
        && other.Changes.All(their => Entry.Changes.Any(mine => mine.Aim == their.Aim));
}
