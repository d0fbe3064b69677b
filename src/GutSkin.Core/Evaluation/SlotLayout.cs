namespace GutSkin.Core;

/// <summary>
/// Where the numbers of one profile stand in its array: the factors' answers, then one 1/0 a condition for "named as a
/// concern", then a 1 for what needs no answer, then the burdens of curves too long for the table.
/// </summary>
/// <param name="Factors">How many factors there are.</param>
/// <param name="Conditions">How many conditions there are.</param>
internal readonly record struct SlotLayout(int Factors, int Conditions)
{
    /// <summary>The slot that is always 1.</summary>
    public int One => Factors + Conditions;

    /// <summary>The first slot of the burdens.</summary>
    public int Burdens => One + 1;

    /// <summary>The slot of a concern.</summary>
    public int Concern(int condition) => Factors + condition;
}
