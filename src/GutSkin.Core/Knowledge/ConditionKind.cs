namespace GutSkin.Core;

/// <summary>What kind of thing a score is about.</summary>
public enum ConditionKind
{
    /// <summary>A condition of the skin.</summary>
    SkinCondition,

    /// <summary>A state of the gut; scored like a condition, never an input to one.</summary>
    GutState,

    /// <summary>A state of the skin; scored like a condition, never an input to one.</summary>
    SkinState,
}
