namespace GutSkin.Core;

/// <summary>Which number of a rule stands where in its block of a <see cref="RuleTable"/>.</summary>
internal static class RuleParameter
{
    /// <summary>The line from the first knot to the second: five numbers.</summary>
    public const int First = 0;

    /// <summary>The line from the second knot to the third; from +∞ where there is none.</summary>
    public const int Second = 5;

    /// <summary>Where the last knot lies.</summary>
    public const int EndX = 10;

    /// <summary>The burden from the last knot on.</summary>
    public const int EndBurden = 11;

    public const int Beta = 12;

    /// <summary>β × the least burden: what a rule contributes at least where its answer is missing, seen from 0.</summary>
    public const int NearMissing = 13;

    /// <summary>β × the greatest burden.</summary>
    public const int FarMissing = 14;

    public const int Count = 15;

    /// <summary>Within a line: where it begins.</summary>
    public const int LineX = 0;

    /// <summary>Within a line: the burden there.</summary>
    public const int LineBurden = 1;

    public const int LineSlope = 2;

    /// <summary>Within a line: the lesser of the burdens at its ends.</summary>
    public const int LineLow = 3;

    /// <summary>Within a line: the greater of the burdens at its ends.</summary>
    public const int LineHigh = 4;
}
