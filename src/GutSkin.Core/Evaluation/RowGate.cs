namespace GutSkin.Core;

/// <summary>The forms of a gate over the rows of a cohort.</summary>
internal enum RowGate : byte
{
    /// <summary>Always true.</summary>
    None,

    /// <summary>One range that no other gate reads: compared where it is used.</summary>
    Leaf,

    /// <summary>Two masks computed beforehand.</summary>
    Masks,
}
