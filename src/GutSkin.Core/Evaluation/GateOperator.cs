namespace GutSkin.Core;

/// <summary>How a node of a gate joins its operands.</summary>
internal enum GateOperator : byte
{
    /// <summary>The minimum.</summary>
    All,

    /// <summary>The maximum.</summary>
    Any,

    /// <summary>True and false swapped.</summary>
    Not,
}
