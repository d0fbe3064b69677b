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
        Filled.With(-1, counts);
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

    /// <summary>Adds a list that is whole.</summary>
    public void Add(int key, List<int> list)
    {
        (starts[key], counts[key]) = (entries.Count, list.Count);
        entries.AddRange(list);
    }
}

/// <summary>
/// Lists of ids to ask for. Many recommendations wait for the same answers, of one person and of others: equal lists are one, in all
/// assessments that a builder makes.
/// </summary>
internal sealed class AskLists(string[] ids)
{
    private const int MostKept = 1_024;

    private readonly int words = SlotSet.Words(ids.Length);
    private readonly List<string[]> lists = [];
    // For each list the one before it of the same hash, −1 = none; and the last one of each hash.
    private readonly List<int> sameHash = [];
    private readonly Dictionary<int, int> lastOfHash = [];
    private ulong[] keys = new ulong[16 * SlotSet.Words(ids.Length)];

    /// <summary>Makes room where there are many: lists that an assessment has stay its own.</summary>
    public void Clear()
    {
        if (lists.Count < MostKept)
            return;
        lists.Clear();
        sameHash.Clear();
        lastOfHash.Clear();
    }

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
        int hash = SlotSet.HashOf(key), last = lastOfHash.TryGetValue(hash, out int at) ? at : -1;
        for (int i = last; i >= 0; i = sameHash[i])
        {
            if (SlotSet.Same(Key(i), key))
                return ImmutableCollectionsMarshal.AsImmutableArray(lists[i]);
        }

        lastOfHash[hash] = lists.Count;
        sameHash.Add(last);

        string[] list = new string[count];
        int next = 0;
        for (int i = SlotSet.Next(key, 0); i >= 0; i = SlotSet.Next(key, i + 1))
            list[next++] = ids[i];
        lists.Add(list);
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    private Span<ulong> Key(int list) => keys.AsSpan(list * words, words);
}

/// <summary>What something waits for: what decides the gates that are unknown there, as ids to ask for and as declined factors.</summary>
internal sealed class Waiting(EvaluationContext context)
{
    private readonly ulong[] asked = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly ulong[] declined = new ulong[SlotSet.Words(context.Rules.Slots.Count)];

    /// <summary>Begins another list.</summary>
    public Waiting Clear()
    {
        Array.Clear(asked);
        Array.Clear(declined);
        return this;
    }

    /// <summary>Adds what decides a gate that is unknown.</summary>
    public Waiting Add(CompiledGate gate)
    {
        context.Asking.AddAsked(gate, asked);
        context.Asking.AddDeclinedDeciding(gate, declined);
        return this;
    }

    /// <summary>Adds a missing factor.</summary>
    public void Add(int slot) => context.Asking.AddMissing(slot, asked, declined);

    /// <summary>The ids of the questions, of a measured factor its own; each once, ordinally.</summary>
    public ImmutableArray<string> Ask() => context.Asking.Ids(asked);

    /// <summary>The ids of the declined factors; each once, ordinally.</summary>
    public ImmutableArray<string> Declined() => context.Asking.DeclinedIds(declined);
}
