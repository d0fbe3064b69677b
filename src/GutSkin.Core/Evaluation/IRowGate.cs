namespace GutSkin.Core;

/// <summary>A form of gate, at vectors of rows.</summary>
/// <typeparam name="TSelf">The form.</typeparam>
/// <typeparam name="T">The vector.</typeparam>
internal interface IRowGate<TSelf, T>
    where TSelf : struct
    where T : struct
{
    /// <summary>Takes the limits out of a rule's numbers.</summary>
    static abstract TSelf Of(ref double rule);

    /// <summary>Leaves of the nearer end what is known to be true, of the farther end what is possible.</summary>
    /// <param name="first">The numbers compared, or the masks of what is known to be true.</param>
    /// <param name="second">The masks of what is possible.</param>
    /// <param name="index">Where in those the rows stand.</param>
    /// <param name="near">The nearer end.</param>
    /// <param name="far">The farther end.</param>
    void Apply(ref double first, ref double second, int index, ref T near, ref T far);
}
