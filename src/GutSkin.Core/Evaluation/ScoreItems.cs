namespace GutSkin.Core;

/// <summary>
/// The summands of every condition's score: single rules, and overlap groups of which one member counts. The items of a
/// condition stand in the order of their (smallest) rule ids, from a lane 0 on.
/// </summary>
internal sealed class ScoreItems
{
    public required int[] First { get; init; }

    /// <summary>How many items each condition has.</summary>
    public required int[] Length { get; init; }

    /// <summary>How many lanes the items of all conditions take, padding included.</summary>
    public required int Positions { get; init; }

    /// <summary>The rules of the item at each of those lanes, by id; none at a padding lane.</summary>
    public required IntLists Rules { get; init; }

    /// <summary>The lanes that hold a group.</summary>
    public required int[] Groups { get; init; }

    /// <summary>For each group whether its effects are negative: its value and range are then minima, not maxima.</summary>
    public required bool[] GroupIsNegative { get; init; }

    /// <summary>The lanes of each group's members.</summary>
    public required IntLists GroupMembers { get; init; }

    /// <summary>For each rule its group's position in <see cref="Groups"/>; −1 where it stands alone.</summary>
    public required int[] GroupOfRule { get; init; }

    /// <summary>The positions in <see cref="Groups"/> of each condition's groups.</summary>
    public required IntLists GroupsOfCondition { get; init; }
}
