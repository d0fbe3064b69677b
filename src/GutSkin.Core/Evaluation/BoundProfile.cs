namespace GutSkin.Core;

/// <summary>A profile in the slots of one rule set.</summary>
internal sealed class BoundProfile
{
    public required PersonProfile Profile { get; init; }

    /// <summary>One value a slot, NaN = missing.</summary>
    public required double[] Values { get; init; }

    /// <summary>Whether each slot's answer was declined.</summary>
    public required bool[] Declined { get; init; }

    /// <summary>Whether each condition is named as a concern.</summary>
    public required bool[] Concerns { get; init; }

    /// <summary>The conditions advised on, by id: the concerns, or all skin conditions where none is named.</summary>
    public required int[] Advised { get; init; }

    public bool IsMissing(int slot) => double.IsNaN(Values[slot]);
}
