namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// Sets all numbers of an array to one. The framework's own way takes some 20 ns less, but is compiled anew for each type of number at a
/// program's start, as the longest method there: this doubles what is set, by copies that need not be compiled.
/// </summary>
internal static class Filled
{
    /// <summary>All numbers.</summary>
    public static void With(int value, int[] numbers)
    {
        if (numbers.Length == 0)
            return;
        numbers[0] = value;
        RepeatFirst(numbers, numbers.Length);
    }

    /// <summary>The first of the numbers.</summary>
    public static void With(double value, double[] numbers, int count)
    {
        if (count == 0)
            return;
        numbers[0] = value;
        RepeatFirst(numbers, count);
    }

    private static void RepeatFirst(Array numbers, int count)
    {
        for (int set = 1; set < count; set *= 2)
            Array.Copy(numbers, 0, numbers, set, Math.Min(set, count - set));
    }
}
