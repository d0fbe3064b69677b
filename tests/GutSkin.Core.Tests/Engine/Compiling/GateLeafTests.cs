using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Tests.Engine.Compiling;

/// <summary>Two leaves are the same where each of their parts is, and then have the same hash.</summary>
public class GateLeafTests
{
    private static readonly GateLeaf[] Leaves =
    [
        .. from slot in new[] { 0, 1, 300 }
           from low in new[] { double.NegativeInfinity, -1, -0.0, 0, 0.1, 1 }
           from high in new[] { -1, -0.0, 0, 1, 1e300, double.PositiveInfinity }
           from isKnown in new[] { false, true }
           select new GateLeaf(slot, low, high, isKnown),
    ];

    [Fact]
    public void Each_part_counts_and_minus_zero_is_zero()
    {
        foreach (var a in Leaves)
        {
            foreach (var b in Leaves)
            {
                bool same = a.Slot == b.Slot && a.Low == b.Low && a.High == b.High && a.IsKnown == b.IsKnown;
                if (a.Equals(b) != same || (a == b) != same || (same && a.GetHashCode() != b.GetHashCode()))
                    Assert.Fail($"{a} and {b}");
            }
        }
    }

    [Fact]
    public void Few_share_a_hash() =>
        Leaves.Distinct().GroupBy(leaf => leaf.GetHashCode()).Max(g => g.Count()).Should().BeLessThan(4);
}
