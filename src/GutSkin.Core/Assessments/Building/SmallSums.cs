using System.Runtime.InteropServices;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Sums by a name, for so few names that looking at each is quickest.</summary>
internal readonly struct SmallSums()
{
    private readonly List<(string Name, double Sum)> sums = new(8);

    public ReadOnlySpan<(string Name, double Sum)> Entries => CollectionsMarshal.AsSpan(sums);

    public void Add(string name, double value)
    {
        foreach (ref var entry in CollectionsMarshal.AsSpan(sums))
        {
            if (entry.Name == name)
            {
                entry.Sum += value;
                return;
            }
        }

        sums.Add((name, 0.0 + value));
    }
}
