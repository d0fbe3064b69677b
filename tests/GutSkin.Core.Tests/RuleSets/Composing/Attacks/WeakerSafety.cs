using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing.Attacks;

/// <summary>
/// What an overlay made weaker for somebody, told by the page alone (scoring model, section 7): triage, its flags and their words, what is
/// blocked or waits, what is asked first, and what does again what is blocked.
/// </summary>
internal sealed class WeakerSafety(RuleSet start, RuleSet composed)
{
    private readonly HashSet<string> locked = start.Safety.Where(s => s.Locked).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> contraindications = start.Safety.Where(s => s.Locked && s.Kind == SafetyKind.Contraindication).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> asked = start.Safety.Where(s => s.Locked).SelectMany(s => s.When.Factors()).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Intervention> before = start.Interventions.ToDictionary(i => i.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, Intervention> after = composed.Interventions.ToDictionary(i => i.Id, StringComparer.Ordinal);

    public IEnumerable<string> Find(Assessment without, Assessment with) =>
        Triage(without, with).Concat(Blocks(without, with)).Concat(Again(without, with)).Concat(Levers(without, with)).Concat(Asked(without, with)).Concat(Words(without, with));

    private IEnumerable<string> Triage(Assessment without, Assessment with)
    {
        if (with.Triage.Level < without.Triage.Level)
            yield return $"triage falls from {without.Triage.Level} to {with.Triage.Level}";
        if (with.Triage.Complete && !without.Triage.Complete)
            yield return "triage becomes complete";
        foreach (var flag in without.Triage.Flags.Where(f => locked.Contains(f.Rule)))
        {
            var now = with.Triage.Flags.FirstOrDefault(f => f.Rule == flag.Rule);
            if (now is null)
                yield return $"the flag {flag.Rule} is silent";
            else if (now.Message != flag.Message || now.Urgency != flag.Urgency || !flag.Refer.All(r => now.Refer.Contains(r)))
                yield return $"the flag {flag.Rule} says something else";
            foreach (string referral in flag.Refer)
            {
                var called = with.Recommendations.FirstOrDefault(r => r.Intervention == referral);
                if (called is not { IsSuggested: true } || called.Name != without.Recommendations.First(r => r.Intervention == referral).Name)
                    yield return $"the referral {referral} of the flag {flag.Rule} is not shown";
            }
        }

        foreach (var open in without.Triage.Unresolved.Where(f => locked.Contains(f.Rule)))
        {
            if (with.Triage.Unresolved.All(f => f.Rule != open.Rule) && with.Triage.Flags.All(f => f.Rule != open.Rule))
                yield return $"the open flag {open.Rule} counts as false";
        }

        if (with.Triage.Level == TriageLevel.ReferUrgent && with.Recommendations.FirstOrDefault(r => r.IsSuggested && !after[r.Intervention].IsReferral) is { } shown)
            yield return $"{shown.Intervention} is suggested while an urgent flag is up";
    }

    private IEnumerable<string> Blocks(Assessment without, Assessment with)
    {
        var now = with.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        foreach (var old in without.Recommendations)
        {
            if (now.TryGetValue(old.Intervention, out var found))
            {
                foreach (string lost in Lost(old, found, locked))
                    yield return lost;
            }
        }
    }

    /// <summary>Interventions of overlays: what has to keep the safety of one that the base has.</summary>
    private IEnumerable<string> Again(Assessment without, Assessment with)
    {
        var old = without.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        foreach (var found in with.Recommendations.Where(r => !before.ContainsKey(r.Intervention)))
        {
            var now = after[found.Intervention];
            foreach (var (id, was) in before.Where(b => old.ContainsKey(b.Key)))
            {
                bool keepsAll = now.VariantOf == id || now.SameSafetyAs.Contains(id)
                    || (!after.ContainsKey(id) && now.Category == was.Category && !now.Changes.IsEmpty && SameChanges(now, was));
                if (keepsAll || DoesAgain(now, was))
                {
                    foreach (string lost in Lost(old[id], found, keepsAll ? locked : contraindications))
                        yield return $"as {id}: {lost}";
                }
            }
        }
    }

    private IEnumerable<string> Lost(Recommendation old, Recommendation now, HashSet<string> rules)
    {
        // A referral waits for nothing but its own gate; what is none may not become one.
        bool isReferral = before[old.Intervention].IsReferral && after[now.Intervention].IsReferral;
        foreach (var finding in old.Safety.Where(s => rules.Contains(s.Rule)))
        {
            var kept = now.Safety.FirstOrDefault(s => s.Rule == finding.Rule);
            if (kept is null)
                yield return $"{now.Intervention} is {now.Status} and slips out of {finding.Rule}, which is {finding.State}";
            else if (finding.State == SafetyState.True && kept.State != SafetyState.True)
                yield return $"{finding.Rule} is only {kept.State} for {now.Intervention}";
            if (finding.Kind == SafetyKind.Contraindication && now.IsSuggested && !isReferral)
                yield return $"{now.Intervention} is {now.Status} although {finding.Rule} is {finding.State}";
        }
    }

    /// <summary>What a locked contraindication holds by a movement of the factor itself; what interventions hold goes with them.</summary>
    private IEnumerable<string> Levers(Assessment without, Assessment with)
    {
        foreach (var old in without.Levers)
        {
            if (with.Levers.FirstOrDefault(l => l.Factor == old.Factor && Equals(l.From, old.From) && Equals(l.To, old.To)) is not { } now)
                continue;
            foreach (var rule in start.Safety.Where(s => contraindications.Contains(s.Id) && s.Movements.Any(m => m.Factor == old.Factor && m.Direction == MovementDirection.Any)))
            {
                if (old.Held.Contains(rule.Id) && !now.Held.Contains(rule.Id))
                    yield return $"the lever on {old.Factor} is no longer held by {rule.Id}";
                else if (old.Unresolved.Contains(rule.Id) && !now.Unresolved.Contains(rule.Id) && now.Held.IsEmpty)
                    yield return $"the lever on {old.Factor} no longer waits for {rule.Id}";
            }
        }
    }

    private static IEnumerable<string> Asked(Assessment without, Assessment with)
    {
        if (without.NextQuestions.FirstOrDefault()?.Reason != QuestionReason.Urgent)
            yield break;
        if (with.NextQuestions.FirstOrDefault()?.Reason != QuestionReason.Urgent)
            yield return "what decides an urgent flag is not asked first";
        if (with.Enough)
            yield return "it is enough although an urgent flag is open";
    }

    /// <summary>The words in which a person answers what a locked rule reads.</summary>
    private IEnumerable<string> Words(Assessment without, Assessment with)
    {
        var said = without.NextQuestions.SelectMany(q => q.Items).ToLookup(i => i.Factor, StringComparer.Ordinal);
        foreach (var item in with.NextQuestions.SelectMany(q => q.Items).Where(i => asked.Contains(i.Factor)))
        {
            if (said[item.Factor].FirstOrDefault() is { } old && (old.Question != item.Question || old.Hint != item.Hint || !old.Choices.SequenceEqual(item.Choices)))
                yield return $"{item.Factor} is asked in other words";
        }

        if (!with.Disclaimer.Contains("not a diagnosis", StringComparison.OrdinalIgnoreCase) && !with.Disclaimer.Contains("keine Diagnose", StringComparison.Ordinal))
            yield return "the disclaimer does not say that this is not a diagnosis";
    }

    /// <summary>Whether an intervention's changes, by factor and direction, include all of another's.</summary>
    private static bool DoesAgain(Intervention now, Intervention was) => !was.Changes.IsEmpty && Moves(was).IsSubsetOf(Moves(now));

    private static HashSet<string> Moves(Intervention intervention) => [.. intervention.Changes.SelectMany(c =>
        c.AtLeast is not null ? (string[])[c.Factor + " up"] : c.AtMost is not null ? [c.Factor + " down"] : [c.Factor + " up", c.Factor + " down"])];

    private static bool SameChanges(Intervention now, Intervention was) => Written(now).SetEquals(Written(was));

    private static HashSet<string> Written(Intervention intervention) =>
        [.. intervention.Changes.Select(c => FormattableString.Invariant($"{c.Factor} {c.AtMost} {c.AtLeast} {c.Set?.Kind} {c.Set}"))];
}
