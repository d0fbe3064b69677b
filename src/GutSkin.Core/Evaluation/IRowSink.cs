namespace GutSkin.Core;

/// <summary>Where the ends of a rule's range go.</summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface IRowSink<T>
    where T : struct
{
    /// <summary>Takes the two ends; the nearer one is the rule's value too.</summary>
    static abstract void Put(T near, T far, ref double nears, ref double fars, ref double values, int index);
}
