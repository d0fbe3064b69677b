namespace GutSkin.Core;

/// <summary>What is at stake with an answer: sorts an urgent red flag before any other, before interventions by priority, before nothing.</summary>
internal readonly record struct Stake(StakeRank Rank, double Priority) : IComparable<Stake>
{
    public bool IsSafety => Rank != StakeRank.None;

    public int CompareTo(Stake other)
    {
        int byRank = other.Rank.CompareTo(Rank);
        return byRank != 0 ? byRank : other.Priority.CompareTo(Priority);
    }
}
