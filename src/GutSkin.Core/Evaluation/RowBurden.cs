namespace GutSkin.Core;

/// <summary>The forms of a burden over the rows of a cohort.</summary>
internal enum RowBurden : byte
{
    /// <summary>The same at every number.</summary>
    Constant,

    /// <summary>One line between two knots.</summary>
    Line,

    /// <summary>The same, where its rounded numbers meet the second knot by themselves.</summary>
    ExactLine,

    /// <summary>Two lines between three knots.</summary>
    TwoLines,

    /// <summary>The same, where their rounded numbers do not pass the second knot and meet the third by themselves.</summary>
    ExactTwoLines,

    /// <summary>More knots: computed on its own beforehand.</summary>
    Stored,

    /// <summary>A class computes it, row by row.</summary>
    Computed,
}
