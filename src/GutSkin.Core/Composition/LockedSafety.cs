namespace GutSkin.Core;

/// <summary>What the locked safety rules of the documents applied so far forbid the next document (scoring model, section 7).</summary>
internal sealed class LockedSafety
{
    private readonly Dictionary<string, string> factors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> referrals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> screens = new(StringComparer.Ordinal);
    private readonly List<SafetyRule> rules;
    private readonly MergeState state;

    /// <summary>Takes down what is locked now.</summary>
    public LockedSafety(MergeState state)
    {
        this.state = state;
        rules = [.. state.Safety.Entries.Where(e => e.Entry.Locked).Select(e => e.Entry)];
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
            case Section.Safety when rules.Exists(r => r.Id == id):
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
        if (!rules.Exists(r => r.Id == rule.Id))
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

        if (!intervention.IsReferral || FindMoved(intervention) is not { } rule)
            return true;
        scope.Report(
            DiagnosticCodes.LockedTargetMoved,
            $"'{intervention.Id}' cannot be a referral: the locked safety rule '{rule.Id}' is for it.",
            "A referral is never blocked.", "category");
        return false;
    }

    /// <summary>The locked rule that a new referral would slip out of.</summary>
    private SafetyRule? FindMoved(Intervention referral)
    {
        if (state.Versions.TryGetValue(referral.Id, out var versions) && versions[^1].Entry.IsReferral)
            return null;
        var ids = new HashSet<string>(referral.SameSafetyAs, StringComparer.Ordinal);
        if (versions is not null)
            ids.UnionWith(versions.SelectMany(v => v.Entry.SameSafetyAs));
        foreach (var (id, others) in state.Versions)
        {
            if (id != referral.Id && referral.Changes.Length > 0 && others.Exists(v => !v.Entry.IsReferral && v.ChangesTheSameAs(referral)))
                ids.UnionWith(others.SelectMany(v => v.Entry.SameSafetyAs).Append(id));
        }

        ids.RemoveWhere(id => state.Versions.TryGetValue(id, out var known) && known[^1].Entry.IsReferral);
        return rules.Find(rule => rule.Interventions.Any(target =>
            ids.Any(id => SafetyRule.Targets(target, id))
            || (SafetyRule.Targets(target, referral.Id) && !IsForReferrals(target))));
    }

    /// <summary>Whether a target already meant a referral, so that another one does not escape it.</summary>
    private bool IsForReferrals(string target) =>
        target.EndsWith('*') && state.Interventions.Entries.Any(e => e.Entry.IsReferral && SafetyRule.Targets(target, e.Entry.Id));
}
