using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace GutSkin.Core.Values;

/// <summary>
/// Values by name. What was read stays in two arrays, which is all that scoring needs; the map that public properties give is made of them
/// when it is first asked for.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class NamedValues<T>
{
    private readonly Deferred<ImmutableSortedDictionary<string, T>> map;
    private readonly string[]? names;
    private readonly T[] values = [];

    /// <summary>Values as they were read.</summary>
    /// <param name="names">The names, each once, in ordinal order.</param>
    /// <param name="values">The value of each.</param>
    public NamedValues(string[] names, T[] values)
    {
        (this.names, this.values) = (names, values);
        map = new(ToMap);
    }

    private NamedValues(ImmutableSortedDictionary<string, T> map) => this.map = new(map);

    /// <summary>No values.</summary>
    public static NamedValues<T> None { get; } = new([], []);

    /// <summary>The values that somebody gave as a map.</summary>
    [return: NotNullIfNotNull(nameof(map))]
    public static NamedValues<T>? Of(ImmutableSortedDictionary<string, T>? map) => map is null ? null : new(map);

    /// <summary>Values somebody gathered.</summary>
    public static NamedValues<T> Of(Dictionary<string, T> values)
    {
        string[] given = [.. values.Keys], names = new string[given.Length];
        var sorted = new T[given.Length];
        int next = 0;
        foreach (int place in Sorting.PlacesOf(given))
        {
            names[next] = given[place];
            sorted[next++] = values[given[place]];
        }

        return new NamedValues<T>(names, sorted);
    }

    /// <summary>The map.</summary>
    public ImmutableSortedDictionary<string, T> Map => map.Value!;

    /// <summary>The names, in ordinal order.</summary>
    public ImmutableArray<string> Names => names is null ? [.. Map.Keys.Order(StringComparer.Ordinal)] : ImmutableCollectionsMarshal.AsImmutableArray(names);

    /// <summary>The value of a name that is there.</summary>
    /// <exception cref="KeyNotFoundException">It is not there.</exception>
    public T this[string name] => TryGet(name, out var value) ? value : throw new KeyNotFoundException($"Nothing is named '{name}'.");

    /// <summary>The value of a name; the default of its type where it is not there.</summary>
    public T? Get(string name) => TryGet(name, out var value) ? value : default;

    /// <summary>The value of a name, where it is there.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (names is null)
            return Map.TryGetValue(name, out value);
        int place = Sorting.Find(names, name);
        value = place < 0 ? default : values[place];
        return place >= 0;
    }

    private ImmutableSortedDictionary<string, T> ToMap()
    {
        var made = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
            made.Add(names![i], values[i]);
        return made.ToImmutable();
    }
}
