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
    public void Few_share_a_hash() => MostWithOneHash(Leaves.Distinct()).Should().BeLessThan(4);

    /// <summary>Whoever writes ranges writes them in steps: a sum of their ends would be the same for all of them where these run against each other.</summary>
    [Fact]
    public void Nor_do_ranges_in_steps()
    {
        foreach (double start in new[] { 0, 1, 1 << 19, 1L << 40, 0.001 })
        {
            foreach (int step in new[] { 0, 1, 2, 7, 31, 32, 64, 1000 })
            {
                foreach (int back in new[] { 0, 1, -1, 31, 2, -31 })
                {
                    var ranges = Enumerable.Range(0, 3_000).Select(i => new GateLeaf(i & 1, start + ((double)step * i), (2 * start) + 1 - ((double)back * i), false)).Distinct();
                    MostWithOneHash(ranges).Should().BeLessThan(5, "of steps of {0} and {1} from {2}", step, back, start);
                }
            }
        }
    }

    private static int MostWithOneHash(IEnumerable<GateLeaf> leaves) => leaves.GroupBy(leaf => leaf.GetHashCode()).Max(g => g.Count());
}
