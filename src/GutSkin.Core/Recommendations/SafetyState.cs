namespace GutSkin.Core;

/// <summary>Whether a contraindication or caution is known to hold.</summary>
public enum SafetyState
{
    /// <summary>It holds.</summary>
    True,

    /// <summary>What is known does not decide it; unknown is never safe.</summary>
    Unknown,
}
