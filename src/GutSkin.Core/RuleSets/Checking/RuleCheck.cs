using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;

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
