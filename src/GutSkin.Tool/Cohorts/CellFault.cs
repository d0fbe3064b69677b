namespace GutSkin.Tool;

/// <summary>What is wrong with a cell.</summary>
internal enum CellFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The factor takes another kind of answer.</summary>
    WrongKind,

    /// <summary>A whole number is needed.</summary>
    NotWhole,

    /// <summary>The number is infinite, or none.</summary>
    NotFinite,

    /// <summary>The factor does not allow the number.</summary>
    OutOfBounds,

    /// <summary>The factor has no such choice.</summary>
    UnknownChoice,
}
