namespace GutSkin.Core;

/// <summary>The forms of a gate over the rows of a cohort.</summary>
internal enum RowGate : byte
{
    /// <summary>Always true.</summary>
    None,

    /// <summary>A number at least so great, which no other gate asks: compared where it is used.</summary>
    AtLeast,

    /// <summary>A number at most so great, the same way.</summary>
    AtMost,

    /// <summary>A range, the same way.</summary>
    Range,

    /// <summary>Two masks computed beforehand.</summary>
    Masks,
}
