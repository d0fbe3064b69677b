namespace GutSkin.Core.Engine.Vectors;

/// <summary>
/// What the kernels need of a vector of doubles, so that each is written once for all widths. Every operation is exactly
/// rounded or bitwise, none fuses two: all widths give the same bits. A true comparison is all bits set.
/// </summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface ISimd<T>
    where T : struct
{
    /// <summary>How many doubles a vector holds.</summary>
    static abstract int Count { get; }

    static abstract T Create(double value);

    static abstract T Load(ref double source, int index);

    static abstract void Store(T vector, ref double target, int index);

    /// <summary>The numbers at the positions that lie side by side from <paramref name="indexes"/> on.</summary>
    static abstract T Gather(ref double source, ref int indexes);

    static abstract T Add(T left, T right);

    static abstract T Subtract(T left, T right);

    static abstract T Multiply(T left, T right);

    /// <summary>The lesser number. Which of two zeros, or what of NaN, is left open: no result may depend on it.</summary>
    static abstract T Min(T left, T right);

    /// <summary>The greater number, with the same freedom.</summary>
    static abstract T Max(T left, T right);

    static abstract T AtLeast(T left, T right);

    static abstract T AtMost(T left, T right);

    /// <summary>Where a number is not NaN.</summary>
    static abstract T IsKnown(T vector);

    static abstract T Select(T mask, T whereSet, T whereNot);

    static abstract T And(T left, T right);

    static abstract T Or(T left, T right);

    static abstract T Not(T mask);

    /// <summary>Of a vector what the mask leaves out.</summary>
    static abstract T Without(T vector, T mask);

    static abstract T Less(T left, T right);

    static abstract T IsMissing(T vector);

    /// <summary>Where two numbers have the same bits, NaN or not.</summary>
    static abstract T SameBits(T left, T right);

    static abstract T Floor(T vector);

    /// <summary>2 to the power of whole numbers from −1022 to 1023.</summary>
    static abstract T PowerOfTwo(T exponent);

    /// <summary>Adds 1, as a whole number, to each lane's count where the mask is set.</summary>
    static abstract T AddCounts(T counts, T mask);

    /// <summary>The sum of all lanes' counts.</summary>
    static abstract long SumOfCounts(T counts);
}
