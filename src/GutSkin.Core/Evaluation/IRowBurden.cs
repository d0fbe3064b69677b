namespace GutSkin.Core;

/// <summary>A form of burden, its numbers spread over vectors, at vectors of rows.</summary>
/// <typeparam name="TSelf">The form.</typeparam>
/// <typeparam name="T">The vector.</typeparam>
internal interface IRowBurden<TSelf, T>
    where TSelf : struct
    where T : struct
{
    /// <summary>Takes the numbers of a rule out of the table.</summary>
    static abstract TSelf Of(RuleTable table, int position);

    /// <summary>The burdens at known numbers.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="stored">Burdens computed beforehand.</param>
    /// <param name="index">Where in those the rows stand.</param>
    T At(T x, ref double stored, int index);
}
