using System.Diagnostics;

namespace GutSkin.Benchmarks;

/// <summary>
/// Times cases against each other on a machine that others use too: all cases in every round, each by the best of several
/// short spells, and of the rounds the median.
/// </summary>
internal sealed class Stopper(int rounds, double spellMilliseconds)
{
    private const int Spells = 5;

    /// <summary>Nanoseconds a call, by case and round.</summary>
    public double[][] Time(params Action[] cases)
    {
        int[] calls = [.. cases.Select(Calibrate)];
        double[][] times = [.. cases.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                double best = double.MaxValue;
                for (int spell = 0; spell < Spells; spell++)
                    best = Math.Min(best, Spell(cases[i], calls[i]));
                times[i][round] = best;
            }
        }

        return times;
    }

    /// <summary>The median over the rounds of one case's time over another's.</summary>
    public static double Ratio(double[] times, double[] over) => Median([.. times.Zip(over, (a, b) => a / b)]);

    public static double Median(double[] numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private int Calibrate(Action action)
    {
        // Enough calls and time for the tiered compiler to be done.
        for (int i = 0; i < 40; i++)
            action();
        var clock = Stopwatch.StartNew();
        int warm = 0;
        while (clock.ElapsedMilliseconds < 250)
        {
            action();
            warm++;
        }

        double each = clock.Elapsed.TotalMilliseconds / warm;
        return Math.Max(1, (int)(spellMilliseconds / each));
    }

    private static double Spell(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
