namespace GutSkin.Core;

/// <summary>A form of burden, its numbers spread over vectors, at vectors of rows.</summary>
/// <typeparam name="TSelf">The form.</typeparam>
/// <typeparam name="T">The vector.</typeparam>
internal interface IRowBurden<TSelf, T>
    where TSelf : struct
    where T : struct
{
    /// <summary>Takes a rule's numbers, which stand side by side.</summary>
    static abstract TSelf Of(ref double rule);

    /// <summary>The burdens at known numbers.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="stored">Burdens computed beforehand.</param>
    /// <param name="index">Where in those the rows stand.</param>
    T At(T x, ref double stored, int index);
}
