namespace GutSkin.Core;

/// <summary>What kind of thing is at stake with an answer, rising.</summary>
internal enum StakeRank
{
    None,
    Intervention,
    Flag,
    UrgentFlag,
}
