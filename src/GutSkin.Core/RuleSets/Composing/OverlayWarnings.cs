using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>What is odd about interventions of overlays, beside those that they replace or do again.</summary>
internal static class OverlayWarnings
{
    /// <summary>Warns of the interventions in force that an overlay says.</summary>
    public static void Check(MergeState state, SafetyInheritance inheritance)
    {
        foreach (var (intervention, document) in state.Interventions.Entries)
        {
            if (document.Order == 0)
                continue;
            var scope = document.Entry(Section.Interventions, intervention.Id, intervention);
            var before = state.Versions[intervention.Id].FindLast(v => v.Document.Order < document.Order)?.Entry;
            if (before is not null)
                CheckLimits(scope, intervention, before);
            CheckIndications(scope, intervention, before, inheritance);
            CheckTraits(scope, intervention, inheritance);
        }
    }

    private static void CheckLimits(EntryScope scope, Intervention intervention, Intervention before)
    {
        for (int i = 0; i < intervention.Changes.Length; i++)
        {
            var change = intervention.Changes[i];
            var same = before.Changes.Where(c => c.Factor == change.Factor).ToList();
            string when = GateKey.Of(change.When);
            if (same.FindAll(c => GateKey.Of(c.When) == when) is { Count: > 0 } alike)
                same = alike;
            if (same.Count == 0 || same.Exists(c => Holds(c, change)))
                continue;
            string property = change.Limit is not null ? "limit" : "limitPercent";
            scope.Report(
                DiagnosticCodes.LimitLifted,
                $"{scope.Name} changes '{change.Factor}' farther than what it replaces, which says how far that can be expected to go.", null,
                change is { Limit: null, LimitPercent: null } ? ["changes", i] : ["changes", i, property]);
        }
    }

    /// <summary>Whether a change goes no farther than one did, as far as their limits say.</summary>
    private static bool Holds(FactorChange before, FactorChange now) =>
        before is { Limit: null, LimitPercent: null } || now.Limit <= before.Limit || now.LimitPercent <= before.LimitPercent;

    private static void CheckIndications(EntryScope scope, Intervention intervention, Intervention? before, SafetyInheritance inheritance)
    {
        for (int i = 0; i < intervention.Indications.Length; i++)
        {
            var indication = intervention.Indications[i];
            if (indication.Direction != IndicationDirection.For
                || before?.Indications.Any(b => (b.Direction, b.Condition, b.Strength) == (indication.Direction, indication.Condition, indication.Strength)) == true
                || inheritance.ContraindicationOf(intervention, scope.Document) is not { } rule)
                continue;
            scope.Report(
                DiagnosticCodes.IndicatedAndContraindicated,
                $"{scope.Name} gets an indication for it, and the locked contraindication '{rule.Id}' reaches it.", null, "indications", i, "direction");
        }
    }

    private static void CheckTraits(EntryScope scope, Intervention intervention, SafetyInheritance inheritance)
    {
        var others = inheritance.SiblingsOf(intervention).Where(s => s.Example is not null).ToList();
        if (others.Count > 0 && !others.Exists(o => intervention.Traits.Any(o.Traits.Contains)))
            scope.Report(
                DiagnosticCodes.NoTraitOfSiblings, $"{scope.Name} does what '{others[0].Example}' does, and has none of its traits.",
                $"The siblings carry: {string.Join(", ", others[0].Traits.Take(8))}.", intervention.Traits.IsEmpty ? "id" : "traits");
    }
}
