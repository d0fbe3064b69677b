namespace GutSkin.Core.Engine.Compiling;

/// <summary>Many short lists of whole numbers in two arrays.</summary>
internal sealed class IntLists
{
    private readonly int[] starts;
    private readonly int[] entries;

    public IntLists(int[] starts, int[] entries) => (this.starts, this.entries) = (starts, entries);

    public int Count => starts.Length - 1;

    /// <summary>The list at a position.</summary>
    public ReadOnlySpan<int> this[int index] => entries.AsSpan(starts[index], starts[index + 1] - starts[index]);

    /// <summary>Turns the lists round: for each number below <paramref name="count"/> the positions of the lists that hold it.</summary>
    public IntLists Inverted(int count)
    {
        int[] begin = new int[count + 1];
        foreach (int entry in entries)
            begin[entry + 1]++;
        for (int i = 0; i < count; i++)
            begin[i + 1] += begin[i];
        int[] next = begin.AsSpan(0, count).ToArray();
        int[] inverted = new int[entries.Length];
        for (int i = 0; i < Count; i++)
        {
            foreach (int entry in this[i])
                inverted[next[entry]++] = i;
        }

        return new IntLists(begin, inverted);
    }

    /// <summary>For each of <paramref name="count"/> keys the positions that have it, rising; a negative key is left out.</summary>
    public static IntLists ByKey(ReadOnlySpan<int> keys, int count)
    {
        int[] begin = new int[count + 1];
        int total = 0;
        foreach (int key in keys)
        {
            if (key < 0)
                continue;
            begin[key + 1]++;
            total++;
        }

        for (int i = 0; i < count; i++)
            begin[i + 1] += begin[i];
        int[] next = begin.AsSpan(0, count).ToArray();
        int[] positions = new int[total];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= 0)
                positions[next[keys[i]]++] = i;
        }

        return new IntLists(begin, positions);
    }
}
