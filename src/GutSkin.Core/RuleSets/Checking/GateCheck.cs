using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether numbers written in C# are in the factor's own unit: a gate and a curve convert nothing.</summary>
internal static class UnitCheck
{
    public static void Check(EntryCheck entry, Factor factor, string? unit, string what, ReadOnlySpan<object> path)
    {
        if (unit is not null && factor.IsNumeric && unit != factor.Unit)
            entry.Report(
                DiagnosticCodes.NoConversion, $"The {what} gives numbers of '{factor.Id}' in {unit}.",
                factor.Unit is { } own ? $"Give them in the factor's own unit, {own}." : "The factor has no unit.", path);
    }
}

/// <summary>Whether comparisons fit the kinds of the factors they read, and whether a gate can ever be true.</summary>
internal static class GateCheck
{
    /// <summary>Checks the gate under <c>when</c>.</summary>
    /// <param name="entry">The entry it belongs to.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="mayNeverHold">Whether a gate that can never be true is meant so, or of no account.</param>
    public static void Check(EntryCheck entry, Gate? gate, bool mayNeverHold)
    {
        if (gate is null)
            return;
        bool sound = !entry.IsBroken("when");
        GateWalk.Visit(gate, (node, path) =>
        {
            if (node is ComparisonGate comparison && !CheckComparison(entry, comparison, path))
                sound = false;
            else if (node is KnownGate known && !entry.TryGetFactor(known.Factor, out _))
                sound = false;
            WarnOfEmptyAll(entry, node, path);
        });
        if (sound && !mayNeverHold && entry.InForce && !GateAnalysis.CanBeTrue(gate, entry.Index.Factors))
            entry.Report(
                DiagnosticCodes.RuleNeverFires, $"The gate of {entry.Scope.Section.Noun()} '{entry.Scope.Id}' can never be true.",
                "It contradicts itself, or asks for values its factors cannot have.", "when");
    }

    /// <summary>Checks whether the comparisons of a gate that stands at a path fit their factors.</summary>
    public static void CheckAt(EntryCheck entry, Gate? gate, ReadOnlySpan<object> at) => GateWalk.VisitAt(gate, at, (node, path) =>
    {
        if (node is ComparisonGate comparison)
            CheckComparison(entry, comparison, path);
        WarnOfEmptyAll(entry, node, path);
    });

    private static void WarnOfEmptyAll(EntryCheck entry, Gate node, ReadOnlySpan<object> path)
    {
        if (node is AllGate { Operands.IsEmpty: true } && entry.InForce)
            entry.Report(DiagnosticCodes.EmptyAll, $"A gate of {entry.Scope.Name} has an empty 'all', which always holds.", null, path);
    }

    private static bool CheckComparison(EntryCheck entry, ComparisonGate gate, ReadOnlySpan<object> path)
    {
        if (gate.Between is { } between && between.Low > between.High)
        {
            entry.Report(
                DiagnosticCodes.RangeReversed, $"'between' goes from {Numbers.Text(between.Low)} to {Numbers.Text(between.High)}.", null,
                [.. path, "between"]);
            return false;
        }

        if (!entry.TryGetFactor(gate.Factor, out var factor))
            return false;
        UnitCheck.Check(entry, factor, gate.Unit, "gate", path);
        bool fits = !(factor.Min > factor.Max) && !entry.Context.UnreadChoices.Contains(factor);
        foreach (string ordering in Orderings(gate))
        {
            if (factor.IsNumeric)
                continue;
            fits = false;
            Mismatch(entry, factor, ordering, [.. path, ordering]);
        }

        if (gate.EqualTo is { } equal)
            fits &= CheckValue(entry, factor, equal, "equals", [.. path, "equals"]);
        if (gate.In is { } values)
        {
            for (int i = 0; i < values.Length; i++)
                fits &= CheckValue(entry, factor, values[i], "in", [.. path, "in", i]);
        }

        return fits;
    }

    private static IEnumerable<string> Orderings(ComparisonGate gate)
    {
        if (gate.AtLeast is not null)
            yield return "atLeast";
        if (gate.Above is not null)
            yield return "above";
        if (gate.AtMost is not null)
            yield return "atMost";
        if (gate.Below is not null)
            yield return "below";
        if (gate.Between is not null)
            yield return "between";
    }

    private static bool CheckValue(EntryCheck entry, Factor factor, FactorValue value, string comparison, ReadOnlySpan<object> path)
    {
        if (value.Kind != FactorKinds.ValueKind(factor.Kind))
        {
            Mismatch(entry, factor, comparison, path);
            return false;
        }

        return ChoiceCheck.Check(entry, factor, value, path);
    }

    private static void Mismatch(EntryCheck entry, Factor factor, string comparison, ReadOnlySpan<object> path) =>
        entry.Report(
            DiagnosticCodes.GateTypeMismatch,
            $"'{comparison}' does not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}.", null, path);
}
