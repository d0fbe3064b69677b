using System.Collections.Immutable;

namespace GutSkin.Core.Values;

/// <summary>Whether two parts of records say the same: lists element by element, maps entry by entry. A list never set is an empty one.</summary>
internal static class Same
{
    public static bool Values<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    public static bool Values<T>(ImmutableArray<T> a, ImmutableArray<T> b) =>
        (a.IsDefault ? [] : a.AsSpan()).SequenceEqual(b.IsDefault ? [] : b.AsSpan(), EqualityComparer<T>.Default);

    public static bool Values<T>(ImmutableArray<T>? a, ImmutableArray<T>? b) => a.HasValue == b.HasValue && Values(a.GetValueOrDefault(), b.GetValueOrDefault());

    public static bool Values<T>(ImmutableSortedDictionary<string, ImmutableArray<T>> a, ImmutableSortedDictionary<string, ImmutableArray<T>> b) =>
        a.Count == b.Count && a.Keys.SequenceEqual(b.Keys) && a.Values.Zip(b.Values).All(pair => Values(pair.First, pair.Second));

    public static bool Values<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue>? a, ImmutableSortedDictionary<TKey, TValue>? b)
        where TKey : notnull =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.Count == b.Count && a.SequenceEqual(b));

    public static int HashOf<T>(ImmutableArray<T> list) => list.IsDefaultOrEmpty ? 0 : HashCode.Combine(list.Length, list[0]);

    public static int HashOf<T>(ImmutableArray<T>? list) => HashOf(list.GetValueOrDefault());

    public static int HashOf<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue>? map)
        where TKey : notnull => map?.Count ?? 0;
}
