using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a safety rule says what its kind needs, of interventions that exist.</summary>
internal static class SafetyCheck
{
    public static void Check(EntryCheck entry, SafetyRule rule)
    {
        GateCheck.Check(entry, rule.When, mayNeverHold: false);
        if (!entry.IsBroken("kind"))
            CheckKind(entry, rule);
        CheckTargets(entry, rule);
        for (int i = 0; i < rule.Movements.Length; i++)
        {
            var movement = rule.Movements[i];
            if (movement.Direction != MovementDirection.Any && entry.TryGetFactor(movement.Factor, out var factor) && !factor.IsNumeric)
                entry.Report(
                    DiagnosticCodes.BadMovement, $"The factor '{factor.Id}' {FactorKinds.Takes(factor)}: it moves neither up nor down.",
                    "Write any.", "movements", i, "direction");
        }

        GateWalk.Visit(rule.When, (node, path) =>
        {
            if (node is ConcernGate)
                entry.Report(
                    DiagnosticCodes.ConcernInSafety, $"{entry.Scope.Name} depends on what the person is concerned about.",
                    "Ask for the condition itself: a yes/no factor.", path);
            else if (node is KnownGate known && entry.InForce && GatePaths.IsOutsideNot(path))
                entry.Report(
                    DiagnosticCodes.KnownInSafety, $"{entry.Scope.Name} holds only where '{known.Factor}' is known: an answer that is too old makes it unknown.", null,
                    path);
        });
        for (int i = 0; i < rule.Refer.Length; i++)
            CheckReferral(entry, rule.Refer[i], i);
    }

    private static void CheckKind(EntryCheck entry, SafetyRule rule)
    {
        bool isFlag = rule.Kind == SafetyKind.RedFlag;
        if (isFlag && rule.Urgency is null && !entry.IsBroken("urgency"))
            entry.Report(DiagnosticCodes.MissingProperty, $"{entry.Scope.Name} is a red flag and needs 'urgency'.", "Words: urgent, soon, routine.");
        if (!isFlag && rule.Interventions.IsEmpty && rule.Traits.IsEmpty && rule.Movements.IsEmpty && !entry.IsBroken("interventions")
            && !entry.IsBroken("traits") && !entry.IsBroken("movements"))
            entry.Report(DiagnosticCodes.MissingProperty, $"{entry.Scope.Name} needs 'interventions', 'traits' or 'movements' that it is for.", null);
        if (isFlag && !rule.Interventions.IsEmpty)
            Misplaced("interventions", "a contraindication or a caution");
        if (isFlag && !rule.Traits.IsEmpty)
            Misplaced("traits", "a contraindication or a caution");
        if (isFlag && !rule.Movements.IsEmpty)
            Misplaced("movements", "a contraindication or a caution");
        if (!isFlag && rule.Urgency is not null)
            Misplaced("urgency", "a red flag");
        if (!isFlag && !rule.Refer.IsEmpty)
            Misplaced("refer", "a red flag");

        void Misplaced(string property, string kind) => entry.Report(
            DiagnosticCodes.PropertyDoesNotApply, $"'{property}' belongs to {kind}.", null, property);
    }

    /// <summary>A target may be a removed intervention: something may stand in for it.</summary>
    private static void CheckTargets(EntryCheck entry, SafetyRule rule)
    {
        for (int i = 0; i < rule.Interventions.Length; i++)
        {
            string target = rule.Interventions[i];
            if (!target.EndsWith('*'))
            {
                if (!entry.Context.StandsFor(target))
                    entry.Require(Section.Interventions, target, ["interventions", i]);
            }
            else if (entry.InForce && !entry.Context.Unreliable.Contains(Section.Interventions)
                && !entry.Context.MatchesAny(target))
            {
                entry.Report(DiagnosticCodes.PrefixMatchesNothing, $"The prefix '{target}' matches no intervention.", null, "interventions", i);
            }
        }
    }

    private static void CheckReferral(EntryCheck entry, string id, int index)
    {
        if (!entry.Require(Section.Interventions, id, ["refer", index]))
            return;
        if (entry.TryGetIntervention(id, out var other) && !other.IsReferral)
            entry.Report(
                DiagnosticCodes.NotAReferral, $"'{id}' is of the category '{other.Category}', not a referral.", null, "refer", index);
    }
}

/// <summary>Whether a screen asks yes/no factors only, each once.</summary>
internal static class ScreenCheck
{
    public static void Check(EntryCheck entry, Screen screen)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < screen.Factors.Length; i++)
        {
            string id = screen.Factors[i];
            if (!listed.Add(id) && id.Length > 0)
                entry.Report(DiagnosticCodes.DuplicateId, $"{entry.Scope.Name} lists the factor '{id}' twice.", null, "factors", i);
            else if (entry.TryGetFactor(id, out var factor) && factor.Kind != FactorKind.Boolean)
                entry.Report(
                    DiagnosticCodes.ScreenFactorNotBoolean,
                    $"The factor '{id}' {FactorKinds.Takes(factor)}; a screen lists yes/no factors.", null, "factors", i);
        }

        GateCheck.Check(entry, screen.When, mayNeverHold: true);
    }
}
