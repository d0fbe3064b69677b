namespace GutSkin.Core;

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
