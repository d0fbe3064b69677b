namespace GutSkin.Core;

/// <summary>
/// Which number of a rule stands where in its block of a <see cref="RuleTable"/>. A falling curve is written upside down,
/// burdens and effect with their signs turned, which changes no bit of their product: every line of the table rises.
/// </summary>
internal static class RuleParameter
{
    /// <summary>The first knot: where the first line begins.</summary>
    public const int FirstX = 0;

    public const int FirstBurden = 1;

    public const int FirstSlope = 2;

    /// <summary>The burden of the second knot: the first line does not pass it.</summary>
    public const int FirstEnd = 3;

    /// <summary>The second knot; +∞ where there is no third.</summary>
    public const int SecondX = 4;

    public const int SecondBurden = 5;

    public const int SecondSlope = 6;

    public const int SecondEnd = 7;

    /// <summary>Where the last knot lies.</summary>
    public const int EndX = 8;

    /// <summary>The burden from the last knot on.</summary>
    public const int EndBurden = 9;

    /// <summary>β, its sign turned where the curve falls.</summary>
    public const int Beta = 10;

    /// <summary>β × the least burden: what a rule contributes at least where its answer is missing, seen from 0.</summary>
    public const int NearMissing = 11;

    /// <summary>β × the greatest burden.</summary>
    public const int FarMissing = 12;

    public const int Count = 13;
}
