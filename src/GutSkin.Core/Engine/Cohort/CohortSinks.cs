using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>What becomes of the ends of a rule's range.</summary>
internal enum CohortSinkForm : byte
{
    /// <summary>They are added to two sums.</summary>
    Sum,

    /// <summary>They begin two sums.</summary>
    FirstOfSum,

    /// <summary>They are added to two sums, and the nearer one to a third.</summary>
    MixedSum,

    /// <summary>They begin two sums, and the nearer one a third.</summary>
    FirstOfMixedSum,

    /// <summary>The nearer one is added to a sum; the farther one is the same.</summary>
    Exact,

    /// <summary>The nearer one begins a sum; the farther one is the same.</summary>
    FirstOfExact,

    /// <summary>The greatest counts.</summary>
    Maximum,

    /// <summary>The least counts.</summary>
    Minimum,
}

/// <summary>Where the ends of a rule's range go.</summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface ICohortSink<T>
    where T : struct
{
    /// <summary>Takes the two ends; the nearer one is the rule's value too.</summary>
    static abstract void Put(T near, T far, ref double nears, ref double fars, ref double values, int index);
}

/// <summary>Adds to two sums; the values' sum is that of the nearer ends.</summary>
internal readonly struct SumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        TSimd.Store(TSimd.Add(TSimd.Load(ref nears, index), near), ref nears, index);
        TSimd.Store(TSimd.Add(TSimd.Load(ref fars, index), far), ref fars, index);
    }
}

/// <summary>Begins two sums, or the two numbers of a group.</summary>
internal readonly struct FirstOfSumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        TSimd.Store(near, ref nears, index);
        TSimd.Store(far, ref fars, index);
    }
}

/// <summary>Begins three sums.</summary>
internal readonly struct FirstOfMixedSumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        FirstOfSumSink<TSimd, T>.Put(near, far, ref nears, ref fars, ref values, index);
        TSimd.Store(near, ref values, index);
    }
}

/// <summary>Adds to three sums, where effects of both signs meet and the nearer end is now the lower, now the upper one.</summary>
internal readonly struct MixedSumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        SumSink<TSimd, T>.Put(near, far, ref nears, ref fars, ref values, index);
        TSimd.Store(TSimd.Add(TSimd.Load(ref values, index), near), ref values, index);
    }
}

/// <summary>Adds to one sum, where nothing is missing and both ends are one.</summary>
internal readonly struct ExactSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index) =>
        TSimd.Store(TSimd.Add(TSimd.Load(ref nears, index), near), ref nears, index);
}

/// <summary>Begins one sum.</summary>
internal readonly struct FirstOfExactSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index) => TSimd.Store(near, ref nears, index);
}

/// <summary>Keeps the greatest: an overlap group of positive effects.</summary>
internal readonly struct MaximumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        TSimd.Store(TSimd.Max(TSimd.Load(ref nears, index), near), ref nears, index);
        TSimd.Store(TSimd.Max(TSimd.Load(ref fars, index), far), ref fars, index);
    }
}

/// <summary>Keeps the least: an overlap group of negative effects.</summary>
internal readonly struct MinimumSink<TSimd, T> : ICohortSink<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(T near, T far, ref double nears, ref double fars, ref double values, int index)
    {
        TSimd.Store(TSimd.Min(TSimd.Load(ref nears, index), near), ref nears, index);
        TSimd.Store(TSimd.Min(TSimd.Load(ref fars, index), far), ref fars, index);
    }
}
