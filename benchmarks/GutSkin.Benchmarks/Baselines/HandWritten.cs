using System.Runtime.CompilerServices;

namespace GutSkin.Benchmarks;

/// <summary>The parts of the hand-written engine that no rule set changes.</summary>
internal static partial class HandWritten
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Curve(double x, double x0, double y0, double x1, double y1, double x2, double y2) =>
        x <= x0 ? y0
        : x < x1 ? y0 + ((y1 - y0) / (x1 - x0) * (x - x0))
        : x < x2 ? y1 + ((y2 - y1) / (x2 - x1) * (x - x1))
        : y2;

    private static double Index(double logOdds) => logOdds <= 0 ? 0 : 100 * (1 - Math.Exp(-logOdds));
}
