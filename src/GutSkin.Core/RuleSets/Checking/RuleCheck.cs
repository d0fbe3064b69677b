using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a scoring rule's factor, burden and effect go together.</summary>
internal static class RuleCheck
{
    public static void Check(EntryCheck entry, ScoringRule rule)
    {
        EffectCheck.Check(entry, rule.Effect, "effect");
        if (rule.Class is { } own)
            ClassCheck.Check(entry, rule, own);
        else
            CheckResponse(entry, rule);
        CheckKnots(entry, rule);
        CheckLevels(entry, rule);
        bool evaluated = rule.Lifecycle != RuleLifecycle.Retired;
        GateCheck.Check(entry, rule.When, mayNeverHold: !evaluated);
        if (!entry.InForce)
            return;
        RuleWarnings.Check(entry, rule);
    }

    private static void CheckResponse(EntryCheck entry, ScoringRule rule)
    {
        if (entry.IsBroken("factor") || entry.IsBroken("curve") || entry.IsBroken("levels"))
            return;
        if (rule.Factor is null)
        {
            if (rule.Curve is not null)
                Misfit("A 'curve' needs a 'factor'.", "curve");
            if (rule.Levels is not null)
                Misfit("'levels' need a 'factor'.", "levels");
            return;
        }

        if (!entry.TryGetFactor(rule.Factor, out var factor))
            return;
        UnitCheck.Check(entry, factor, rule.Unit, "curve", ["curve"]);
        if (factor.IsNumeric)
        {
            if (rule.Levels is not null)
                Misfit($"'levels' do not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}: it needs a 'curve'.", "levels");
            else if (rule.Curve is null)
                Misfit($"The factor '{factor.Id}' {FactorKinds.Takes(factor)}: {entry.Scope.Name} needs a 'curve'.");
        }
        else
        {
            if (rule.Curve is not null)
                Misfit($"A 'curve' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}: it takes 'levels'.", "curve");
            else if (rule.Levels is null && factor.Kind == FactorKind.Choice)
                Misfit($"The factor '{factor.Id}' {FactorKinds.Takes(factor)}: {entry.Scope.Name} needs 'levels'.");
        }

        void Misfit(string message, params ReadOnlySpan<object> path) =>
            entry.Report(DiagnosticCodes.ResponseDoesNotFitFactor, message, null, path);
    }

    private static void CheckKnots(EntryCheck entry, ScoringRule rule)
    {
        if (rule.Curve is not { } curve)
            return;
        if (curve.Knots.IsEmpty)
            entry.Report(DiagnosticCodes.ResponseDoesNotFitFactor, "A curve needs at least one knot.", null, "curve");
        bool bounded = entry.TryGetFactor(rule.Factor, out var factor) && factor.IsNumeric && !(factor.Min > factor.Max);
        for (int i = 0; i < curve.Knots.Length; i++)
        {
            var (x, burden) = curve.Knots[i];
            if (i > 0 && !(x > curve.Knots[i - 1].X) && !entry.IsBroken("curve", i - 1))
                entry.Report(
                    DiagnosticCodes.KnotsNotIncreasing,
                    $"The knot at {Numbers.Text(x)} does not lie above the one before it, at {Numbers.Text(curve.Knots[i - 1].X)}.", null,
                    "curve", i, 0);
            if (!(burden >= 0 && burden <= 1))
                BadBurden(entry, burden, "curve", i, 1);
            if (bounded && entry.InForce && !Numbers.IsAllowed(factor!, x))
                entry.Report(
                    DiagnosticCodes.KnotOutOfBounds, $"The knot at {Numbers.Text(x)} lies outside the range of '{factor!.Id}'.",
                    $"Allowed: {Numbers.Allowed(factor)}.", "curve", i, 0);
        }
    }

    private static void CheckLevels(EntryCheck entry, ScoringRule rule)
    {
        if (rule.Levels is not { } levels)
            return;
        bool known = entry.TryGetFactor(rule.Factor, out var factor);
        foreach (var (key, burden) in levels)
        {
            if (!(burden >= 0 && burden <= 1))
                BadBurden(entry, burden, "levels", key);
            if (!known)
                continue;
            if (factor!.Kind == FactorKind.Choice && factor.IndexOfChoice(key) < 0)
                ChoiceCheck.Report(entry, factor, key, ["levels", key, JsonSourceMap.NameOf]);
            else if (factor.Kind == FactorKind.Boolean && key is not ("true" or "false"))
                entry.Report(
                    DiagnosticCodes.UnknownChoice, $"The factor '{factor.Id}' takes yes or no, not '{key}'.", "Keys: true, false.", "levels", key, JsonSourceMap.NameOf);
        }
    }

    private static void BadBurden(EntryCheck entry, double burden, params ReadOnlySpan<object> path) =>
        entry.Report(
            DiagnosticCodes.BurdenOutOfRange, string.Create(CultureInfo.InvariantCulture, $"A burden lies from 0 to 1, not at {burden:R}."),
            "The effect carries the size.", path);
}

/// <summary>What is odd about a scoring rule in force.</summary>
internal static class RuleWarnings
{
    public static void Check(EntryCheck entry, ScoringRule rule)
    {
        if (rule.Lifecycle == RuleLifecycle.Retired)
            return;
        if (rule.Lifecycle == RuleLifecycle.Draft)
            entry.Report(DiagnosticCodes.DraftRule, $"{entry.Scope.Name} is still a draft.", null, "lifecycle");
        if (rule.Evidence.IsEmpty && !entry.IsBroken("evidence"))
            entry.Report(DiagnosticCodes.RuleWithoutEvidence, $"{entry.Scope.Name} cites no evidence.", null, "id");
        if (rule.Informational)
            return;
        CheckMovement(entry, rule);
        EffectCheck.CheckJudgement(entry, rule.Effect, rule.Certainty);
        if (rule is { Factor: null, When: null, Class: null, Curve: null, Levels: null } && !entry.IsBroken("factor") && !entry.IsBroken("when"))
            entry.Report(DiagnosticCodes.RuleForEverybody, $"{entry.Scope.Name} has neither factor nor 'when' and counts for everybody.", null, "id");
        GateWalk.Visit(rule.When, (node, path) =>
        {
            if (node is KnownGate known)
                entry.Report(
                    DiagnosticCodes.KnownGateInScoredRule, $"{entry.Scope.Name} is scored and asks whether '{known.Factor}' is known.",
                    "The interval does not cover what an answer would switch through it.", path);
        });
    }

    private static void CheckMovement(EntryCheck entry, ScoringRule rule)
    {
        string measure = EffectCheck.PropertyOf(rule.Effect.Measure);
        if (rule.Effect.LogOdds == 0 && !entry.IsBroken("effect"))
        {
            entry.Report(DiagnosticCodes.RuleNeverMoves, $"{entry.Scope.Name} has an effect of none.", null, "effect", measure);
            return;
        }

        if (!entry.TryGetFactor(rule.Factor, out var factor))
            return;
        if (factor.IsNumeric && rule.Curve is { Knots.IsEmpty: false } curve
            && !(factor.Min > factor.Max) && curve.BurdensOver(factor.Min, factor.Max) is { Low: 0, High: 0 })
            entry.Report(
                DiagnosticCodes.RuleNeverMoves, $"The curve of {entry.Scope.Section.Noun()} '{rule.Id}' is 0 over the whole range of '{factor.Id}'.",
                null, "curve");
        else if (!factor.IsNumeric && rule.Levels is { } levels && levels.Values.All(v => v == 0))
            entry.Report(
                DiagnosticCodes.RuleNeverMoves, $"All levels of {entry.Scope.Section.Noun()} '{rule.Id}' are 0.", null, "levels");
    }
}

/// <summary>Whether a rule written as a class can be computed: asked once, with nothing known.</summary>
internal static class ClassCheck
{
    public static void Check(EntryCheck entry, ScoringRule rule, RuleClass own)
    {
        var factors = new List<Factor>();
        for (int i = 0; i < own.Factors.Length; i++)
        {
            if (own.Factors.IndexOf(own.Factors[i]) < i)
                entry.Report(DiagnosticCodes.DuplicateId, $"{entry.Scope.Name} declares the factor '{own.Factors[i]}' twice.", "Declare it once.", "factors", i);
            else if (entry.TryGetFactor(own.Factors[i], out var factor) && Fits(entry, own.Inputs[i], factor, i))
                factors.Add(factor);
        }

        if (factors.Count != own.Factors.Length)
            return;
        try
        {
            var burden = new BoundRuleClass(rule.Id, own, [.. factors]).BurdenOfNothing(new double[factors.Count]);
            if (burden.High == 0 && rule.IsScored && entry.InForce)
                entry.Report(
                    DiagnosticCodes.RuleNeverMoves, $"{entry.Scope.Name} says that no answer gives a burden above 0.",
                    "Where nothing is known, return the burdens that answers could give.");
        }
        catch (ComputedRuleException fault)
        {
            entry.Report(
                DiagnosticCodes.ClassFails, $"Asked with nothing known: {fault.Message}",
                "Let it return the burdens the missing answers leave possible: known.Range(factor), or BurdenRange.Any.");
        }
    }

    /// <summary>Whether a key says of a factor what the factor says of itself.</summary>
    private static bool Fits(EntryCheck entry, FactorKey key, Factor factor, int index)
    {
        bool fits = key switch
        {
            NumberFactor or IntegerFactor => factor.IsNumeric,
            BooleanFactor => factor.Kind == FactorKind.Boolean,
            ChoiceFactor => factor.Kind == FactorKind.Choice,
            _ => true,
        };
        if (!fits)
            entry.Report(
                DiagnosticCodes.WrongKind, $"{entry.Scope.Name} reads '{factor.Id}' as another kind: it {FactorKinds.Takes(factor)}.", null, "factors", index);
        UnitCheck.Check(entry, factor, key.NumbersIn, "class", ["factors", index]);
        return fits;
    }
}

/// <summary>What has to hold between scoring rules: one sign in an overlap group, no rule twice.</summary>
internal static class OverlapCheck
{
    public static void Check(MergeState state)
    {
        var scored = state.Rules.Entries
            .Where(r => r.Entry.IsScored)
            .Select(r => (r.Entry, Scope: r.Document.Entry(Section.Rules, r.Entry.Id, r.Entry)))
            .OrderBy(r => r.Entry.Id, StringComparer.Ordinal)
            .ToList();
        CheckSigns(scored);
        CheckDuplicates(scored);
    }

    private static void CheckSigns(List<(ScoringRule Entry, EntryScope Scope)> scored)
    {
        var grouped = scored.Where(r => r.Entry.Overlap is not null && !r.Scope.IsBroken("effect") && EffectCheck.IsUsable(r.Entry.Effect)
            && r.Entry.Effect.LogOdds != 0);
        foreach (var group in grouped.GroupBy(r => (r.Entry.Condition, r.Entry.Overlap)))
        {
            var members = group.ToList();
            int sign = Math.Sign(members[0].Entry.Effect.LogOdds);
            int odd = members.FindIndex(r => Math.Sign(r.Entry.Effect.LogOdds) != sign);
            if (odd >= 0)
                members[odd].Scope.Report(
                    DiagnosticCodes.MixedSigns,
                    $"In the overlap group '{group.Key.Overlap}' of '{group.Key.Condition}' the effect of '{members[odd].Entry.Id}' has another sign than that of '{members[0].Entry.Id}'.",
                    null,
                    "overlap");
        }
    }

    private static void CheckDuplicates(List<(ScoringRule Entry, EntryScope Scope)> scored)
    {
        var first = new Dictionary<(string, string?, string), string>();
        foreach (var (rule, scope) in scored)
        {
            if (rule.Condition.Length == 0 || scope.IsBroken("condition") || scope.IsBroken("factor") || scope.IsBroken("when"))
                continue;
            // Of several factors classes can make different things.
            string? reads = rule.Class is { Factors.Length: not 1 } own ? $"{own.Type}: {string.Join(", ", own.Factors)}" : rule.Factor;
            var key = (rule.Condition, reads, GateKey.Of(rule.When));
            if (!first.TryAdd(key, rule.Id))
                scope.Report(
                    DiagnosticCodes.DuplicateRule, $"{scope.Name} has the same condition, factor and gate as '{first[key]}'.", null, "id");
        }
    }
}
