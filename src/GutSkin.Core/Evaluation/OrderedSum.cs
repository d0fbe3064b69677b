using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>Item i goes to partial sum i mod 4; the result is (s0 + s2) + (s1 + s3). The same on every path and vector width.</summary>
internal struct OrderedSum
{
    private double s0;
    private double s1;
    private double s2;
    private double s3;
    private int next;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double value)
    {
        switch (next)
        {
            case 0: s0 += value; break;
            case 1: s1 += value; break;
            case 2: s2 += value; break;
            default: s3 += value; break;
        }

        next = (next + 1) & 3;
    }

    public readonly double Total => (s0 + s2) + (s1 + s3);
}
