namespace GutSkin.Core;

/// <summary>The kind of a <see cref="FactorValue"/>.</summary>
public enum FactorValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A choice.</summary>
    Choice,
}
