using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Assessments.Building;

/// <summary>A short list of numbers for some keys, in one growing array.</summary>
internal sealed class Lists(int keys)
{
    private readonly int[] starts = new int[keys];
    private readonly int[] counts = new int[keys];
    private readonly List<int> entries = [];
    private int current;

    public ReadOnlySpan<int> this[int key] => CollectionsMarshal.AsSpan(entries).Slice(starts[key], Math.Max(0, counts[key]));

    public bool Has(int key) => counts[key] >= 0;

    public void Clear()
    {
        Array.Fill(counts, -1);
        Array.Clear(starts);
        entries.Clear();
    }

    public void Begin(int key)
    {
        current = key;
        starts[key] = entries.Count;
        counts[key] = 0;
    }

    public void Add(int entry)
    {
        entries.Add(entry);
        counts[current]++;
    }
}

/// <summary>Lists of ids to ask for. Many recommendations wait for the same answers: equal lists are one.</summary>
internal sealed class AskLists(string[] ids)
{
    private readonly int words = SlotSet.Words(ids.Length);
    private readonly List<string[]> lists = [];
    private ulong[] keys = new ulong[16 * SlotSet.Words(ids.Length)];

    /// <summary>Forgets all lists.</summary>
    public void Clear() => lists.Clear();

    /// <summary>Starts a list.</summary>
    public void Begin()
    {
        int at = lists.Count * words;
        if (keys.Length < at + words)
        {
            ulong[] more = new ulong[Math.Max(keys.Length * 2, at + words)];
            keys.CopyTo(more, 0);
            keys = more;
        }

        Key(lists.Count).Clear();
    }

    /// <summary>Adds the id at a position.</summary>
    public void Add(int id) => SlotSet.Add(Key(lists.Count), id);

    /// <summary>The ids of the list, each once, ordinally.</summary>
    public ImmutableArray<string> End()
    {
        var key = Key(lists.Count);
        int count = SlotSet.Count(key);
        if (count == 0)
            return [];
        for (int i = 0; i < lists.Count; i++)
        {
            if (SlotSet.Same(Key(i), key))
                return ImmutableCollectionsMarshal.AsImmutableArray(lists[i]);
        }

        string[] list = new string[count];
        int next = 0;
        for (int i = SlotSet.Next(key, 0); i >= 0; i = SlotSet.Next(key, i + 1))
            list[next++] = ids[i];
        lists.Add(list);
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    private Span<ulong> Key(int list) => keys.AsSpan(list * words, words);
}
