using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>An intervention over slots, with the safety rules that are for it.</summary>
internal sealed class CompiledIntervention
{
    public required Intervention Intervention { get; init; }

    public required CompiledGate Gate { get; init; }

    /// <summary>The slots it changes, with the changes.</summary>
    public required (int Slot, FactorChange Change, double Set)[] Changes { get; init; }

    /// <summary>Positions in the compiled safety rules of the contraindications and cautions for it, by rule id.</summary>
    public required int[] Safety { get; init; }

    /// <summary>The trial effects that count, one a condition at most, with their β; by condition.</summary>
    public required (int Condition, TrialEffect Effect, double Beta, bool IsUnclear)[] Trials { get; init; }

    /// <summary>The ids of the products that serve it.</summary>
    public required ImmutableArray<string> Products { get; init; }

    /// <summary>The value a change gives to a known value.</summary>
    public static double Apply((int Slot, FactorChange Change, double Set) change, double value) =>
        change.Change.AtMost is { } most ? Math.Min(value, most)
        : change.Change.AtLeast is { } least ? Math.Max(value, least)
        : change.Set;
}
