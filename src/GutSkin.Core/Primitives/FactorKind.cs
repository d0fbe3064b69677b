namespace GutSkin.Core;

/// <summary>What kind of answer a factor takes.</summary>
public enum FactorKind
{
    /// <summary>A number, in the factor's unit.</summary>
    Number,

    /// <summary>A whole number, in the factor's unit.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of the factor's choices.</summary>
    Choice,
}
