using System.Diagnostics;

namespace GutSkin.Tests;

/// <summary>Time that a step may take, on machines that do other work beside.</summary>
internal static class Timed
{
    /// <summary>How often a step that took too long is tried: what is slow by itself is so each time.</summary>
    private const int Tries = 4;

    /// <summary>The time of the quickest of some runs; one is enough if it is within <paramref name="most"/>.</summary>
    public static TimeSpan Quickest(TimeSpan most, Action step)
    {
        var quickest = TimeSpan.MaxValue;
        int run = 0;
        do
        {
            var watch = Stopwatch.StartNew();
            step();
            var time = watch.Elapsed;
            quickest = time < quickest ? time : quickest;
        }
        while (quickest > most && ++run < Tries);

        return quickest;
    }
}
