namespace GutSkin.Core;

/// <summary>What a safety rule does.</summary>
public enum SafetyKind
{
    /// <summary>Blocks the interventions it names.</summary>
    Contraindication,

    /// <summary>Puts a caution on the interventions it names.</summary>
    Caution,

    /// <summary>Says that someone should be seen.</summary>
    RedFlag,
}
