using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GutSkin.Core;

/// <summary>The entries of one section while documents are laid over each other, in order, by id.</summary>
internal sealed class MergedSection<T>(Func<T, string> idOf)
    where T : class
{
    private readonly List<(T? Entry, DocumentScope Document)> slots = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <summary>The ids in force.</summary>
    public IEnumerable<string> Ids => positions.Keys;

    /// <summary>The entries in force, with the document that said each, in order.</summary>
    public IEnumerable<(T Entry, DocumentScope Document)> Entries =>
        slots.Where(s => s.Entry is not null).Select(s => (s.Entry!, s.Document));

    public bool Contains(string id) => positions.ContainsKey(id);

    public bool TryGet(string id, [NotNullWhen(true)] out T? entry)
    {
        entry = positions.TryGetValue(id, out int position) ? slots[position].Entry : null;
        return entry is not null;
    }

    /// <summary>Puts an entry in the place of the one with its id, or at the end.</summary>
    public void Put(T entry, DocumentScope document)
    {
        if (positions.TryGetValue(idOf(entry), out int position))
        {
            slots[position] = (entry, document);
            return;
        }

        positions.Add(idOf(entry), slots.Count);
        slots.Add((entry, document));
    }

    public void Remove(string id)
    {
        if (positions.Remove(id, out int position))
            slots[position] = (null, slots[position].Document);
    }

    public Dictionary<string, T> ToDictionary()
    {
        var result = new Dictionary<string, T>(positions.Count, StringComparer.Ordinal);
        foreach (var (id, position) in positions)
            result.Add(id, slots[position].Entry!);
        return result;
    }

    /// <summary>The entries in order, each changed or (null) left out.</summary>
    public ImmutableArray<T> Select(Func<T, DocumentScope, T?> change)
    {
        var result = ImmutableArray.CreateBuilder<T>(positions.Count);
        foreach (var (entry, document) in Entries)
        {
            if (change(entry, document) is { } changed)
                result.Add(changed);
        }

        return result.ToImmutable();
    }
}
