using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The words of an enumeration as they stand in JSON.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class KeywordTable<T>
    where T : struct, Enum
{
    private readonly (string Word, T Value)[] entries;

    public KeywordTable(params (string Word, T Value)[] entries)
    {
        this.entries = entries;
        Words = [.. entries.Select(e => e.Word)];
    }

    /// <summary>The words, in the order in which they are documented.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The value of a word.</summary>
    public bool TryGet(string word, out T value)
    {
        foreach (var entry in entries)
        {
            if (entry.Word == word)
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The word of a value.</summary>
    public string WordOf(T value)
    {
        foreach (var entry in entries)
        {
            if (EqualityComparer<T>.Default.Equals(entry.Value, value))
                return entry.Word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of the enumeration.");
    }
}
