using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>What the locked safety rules of the documents applied so far forbid the next document (scoring model, section 7).</summary>
internal sealed class LockedSafety
{
    private readonly Dictionary<string, string> referrals = new(StringComparer.Ordinal);
    private readonly List<SafetyRule> rules;
    private readonly HashSet<string> ruleIds;
    private readonly MergeState state;
    private readonly FrozenFactors frozen;
    private readonly LockedScreens screens;
    private readonly LockedAims aims;

    /// <summary>Takes down what is locked now.</summary>
    public LockedSafety(MergeState state)
    {
        this.state = state;
        rules = [.. state.Safety.Entries.Where(e => e.Entry.Locked).Select(e => e.Entry)];
        ruleIds = rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (string referral in rule.Refer.Where(state.Interventions.Contains))
                referrals.TryAdd(referral, rule.Id);
        }

        frozen = new FrozenFactors(state, rules);
        screens = new LockedScreens(state, frozen);
        aims = new LockedAims(state, rules);
    }

    /// <summary>Whether an entry may be taken out; reports it where not.</summary>
    public bool AllowsRemoval(EntryScope document, Section section, string id, int index)
    {
        string? code = section switch
        {
            Section.Safety when ruleIds.Contains(id) => DiagnosticCodes.LockedRuleRemoved,
            Section.Factors when frozen.TryGet(id, out _) => DiagnosticCodes.LockedFactorChanged,
            Section.Interventions when referrals.ContainsKey(id) => DiagnosticCodes.LockedReferralTouched,
            Section.Derivations when Fills(id, out _) => DiagnosticCodes.LockedDerivationTouched,
            Section.Screens when screens.FrozenIn(id) is not null => DiagnosticCodes.LockedScreenChanged,
            _ => null,
        };
        if (code is null)
            return true;
        string message = section switch
        {
            Section.Safety => $"The safety rule '{id}' is locked and cannot be removed.",
            Section.Interventions => $"The referral '{id}' cannot be removed: {ReasonFor(section, id)}.",
            Section.Derivations => $"The derivation '{id}' cannot be removed: it fills '{Filled(id)}', and {ReasonFor(Section.Factors, Filled(id))}.",
            Section.Screens => $"The screen '{id}' cannot be removed: {ReasonFor(section, id)}.",
            _ => $"The factor '{id}' cannot be removed: {ReasonFor(section, id)}.",
        };
        document.Report(code, message, null, "remove", section.Property(), index);
        return false;
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
    public bool Allows(EntryScope scope, Factor factor) => frozen.Allows(scope, factor);

    /// <summary>Whether a screen may be put in; reports what it may not add, leave out or change.</summary>
    public bool Allows(EntryScope scope, Screen screen) => screens.Allows(scope, screen);

    /// <summary>Whether a derivation may be put in; reports it where not.</summary>
    public bool Allows(EntryScope scope, Derivation derivation)
    {
        if (Fills(derivation.Id, out var by))
            scope.Report(
                DiagnosticCodes.LockedDerivationTouched,
                $"The derivation '{derivation.Id}' cannot be replaced: it fills '{Filled(derivation.Id)}', and {by.Why}.", null, "id");
        else if (frozen.TryGet(derivation.Factor, out by))
            scope.Report(
                DiagnosticCodes.LockedDerivationTouched, $"No derivation of '{derivation.Factor}' can be added: {by.Why}.", null, "factor");
        else
            return true;
        return false;
    }

    /// <summary>Whether an intervention may be put in; reports it where not.</summary>
    public bool Allows(EntryScope scope, Intervention intervention)
    {
        if (referrals.ContainsKey(intervention.Id))
        {
            scope.Report(
                DiagnosticCodes.LockedReferralTouched,
                $"The referral '{intervention.Id}' cannot be replaced: {ReasonFor(Section.Interventions, intervention.Id)}.", null, "id");
            return false;
        }

        if (!intervention.IsReferral || RuleMovedOutOf(scope, intervention) is not { } rule)
            return true;
        MovedTargets.Report(scope, rule);
        return false;
    }

    /// <summary>Why an entry's words cannot be replaced, to follow a colon; null where they can.</summary>
    public string? ReasonFor(Section section, string id) => section switch
    {
        Section.Safety when ruleIds.Contains(id) => $"the safety rule '{id}' is locked",
        Section.Factors when frozen.TryGet(id, out var by) => by.Why,
        Section.Screens when screens.FrozenIn(id) is { } factor && frozen.TryGet(factor, out var by) => $"it asks for '{factor}', and {by.Why}",
        Section.Interventions when referrals.TryGetValue(id, out string? caller) => $"the locked safety rule '{caller}' names this referral",
        _ => null,
    };

    /// <summary>Reports the texts that a document replaces.</summary>
    public void CheckTexts(DocumentScope document)
    {
        if (rules.Count > 0)
            new LockedTexts(state, this).Check(document);
    }

    /// <summary>Reports what a document that is put in took away from what was there.</summary>
    public void CheckKept(DocumentScope document) => aims.CheckKept(document);

    private string? RuleMovedOutOf(EntryScope scope, Intervention referral)
    {
        string[] standsFor = [.. referral.SameSafetyAs, .. referral.VariantOf is { } parent ? (string[])[parent] : []];
        if (MovedTargets.Find(state, rules, referral, scope.Document.Order, standsFor) is { } rule)
            return rule.Id;
        return MovedTargets.WasReferral(state, referral.Id, scope.Document.Order) ? null : aims.RuleFor(referral);
    }

    private bool Fills(string derivation, out FrozenBy by)
    {
        by = default;
        return state.Derivations.TryGet(derivation, out var known) && frozen.TryGet(known.Factor, out by);
    }

    private string Filled(string derivation) => state.Derivations.TryGet(derivation, out var known) ? known.Factor : "";
}

/// <summary>What a document once said of an intervention, in force or not.</summary>
internal sealed record InterventionVersion(Intervention Entry, DocumentScope Document);

/// <summary>
/// How frozen factors are asked in screens: no overlay adds one to a screen, takes one out of it, or changes gate or title of a screen that
/// lists one. Who is no longer asked has not answered: an open gate, another derivation that fills a factor, or a rule that asks whether
/// something is known would decide instead.
/// </summary>
internal sealed class LockedScreens
{
    private readonly FrozenFactors frozen;
    private readonly Dictionary<string, Screen> before;

    public LockedScreens(MergeState state, FrozenFactors frozen)
    {
        this.frozen = frozen;
        before = state.Screens.ToDictionary();
    }

    /// <summary>The first frozen factor that a screen listed before the document.</summary>
    public string? FrozenIn(string screen) =>
        before.TryGetValue(screen, out var known) ? known.Factors.FirstOrDefault(f => frozen.TryGet(f, out _)) : null;

    /// <summary>Whether a screen may be put in; reports every factor it may not add or leave out, and a gate or title it may not change.</summary>
    public bool Allows(EntryScope scope, Screen screen)
    {
        bool allowed = true;
        var known = before.GetValueOrDefault(screen.Id);
        var listed = known is null ? [] : known.Factors.ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < screen.Factors.Length; i++)
        {
            if (!frozen.TryGet(screen.Factors[i], out var by) || listed.Contains(screen.Factors[i]))
                continue;
            allowed = false;
            scope.Report(
                DiagnosticCodes.LockedFactorScreened, $"The factor '{screen.Factors[i]}' cannot be added to a screen: {by.Why}.", null, "factors", i);
        }

        if (known is null || FrozenIn(screen.Id) is not { } asked)
            return allowed;
        HashSet<string> listsNow = [.. screen.Factors];
        foreach (string factor in listed)
        {
            if (!listsNow.Contains(factor) && frozen.TryGet(factor, out var by) && !scope.IsBroken("factors"))
                Report("factors", $"The screen '{screen.Id}' cannot stop asking for '{factor}': {by.Why}.");
        }

        Keep("title", screen.Title == known.Title);
        Keep("when", GateKey.Of(screen.When) == GateKey.Of(known.When));
        return allowed;

        void Keep(string property, bool same)
        {
            if (same || scope.IsBroken(property))
                return;
            frozen.TryGet(asked, out var by);
            Report(
                property == "when" && screen.When is null ? "id" : property,
                $"The '{property}' of the screen '{screen.Id}' cannot change: it asks for '{asked}', and {by.Why}.");
        }

        void Report(string property, string message)
        {
            allowed = false;
            scope.Report(DiagnosticCodes.LockedScreenChanged, message, null, property);
        }
    }
}
