using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>Lists of ids to ask for. Many recommendations wait for the same answers: equal lists are one.</summary>
internal sealed class AskLists(CompiledCare care)
{
    private readonly int words = SlotSet.Words(care.AskIds.Length);
    private readonly List<string[]> lists = [];
    private ulong[] keys = new ulong[16 * SlotSet.Words(care.AskIds.Length)];

    /// <summary>Forgets all lists.</summary>
    public void Clear() => lists.Clear();

    /// <summary>The ids of the slots, a screen's for its factors: each once, ordinally.</summary>
    public ImmutableArray<string> Of(ReadOnlySpan<ulong> slots)
    {
        int at = lists.Count * words;
        if (keys.Length < at + words)
            Array.Resize(ref keys, Math.Max(keys.Length * 2, at + words));
        var key = keys.AsSpan(at, words);
        key.Clear();
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
            SlotSet.Add(key, care.AskOfSlot[slot]);
        int count = SlotSet.Count(key);
        if (count == 0)
            return [];
        for (int i = 0; i < lists.Count; i++)
        {
            if (keys.AsSpan(i * words, words).SequenceEqual(key))
                return ImmutableCollectionsMarshal.AsImmutableArray(lists[i]);
        }

        string[] ids = new string[count];
        int next = 0;
        for (int i = SlotSet.Next(key, 0); i >= 0; i = SlotSet.Next(key, i + 1))
            ids[next++] = care.AskIds[i];
        lists.Add(ids);
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }
}
