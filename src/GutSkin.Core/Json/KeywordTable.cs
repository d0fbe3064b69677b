using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core.Json;

/// <summary>The words of an enumeration as they stand in JSON.</summary>
internal abstract class KeywordTable(string[] words)
{
    private readonly string[] words = words;

    /// <summary>The words, in the order in which they are documented.</summary>
    public ImmutableArray<string> Words => ImmutableCollectionsMarshal.AsImmutableArray(words);

    /// <summary>The position of a word; −1 where it is none of them.</summary>
    public int IndexOf(string word)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length == word.Length && words[i] == word)
                return i;
        }

        return -1;
    }
}

/// <summary>The words of an enumeration with its values. What need not know the enumeration stands in the base, which is compiled once.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class KeywordTable<T>(string[] words, T[] values) : KeywordTable(words)
    where T : struct, Enum
{
    /// <summary>The value of the word at a position.</summary>
    public T this[int index] => values[index];

    /// <summary>The value of a word.</summary>
    public bool TryGet(string word, out T value)
    {
        int index = IndexOf(word);
        value = index < 0 ? default : values[index];
        return index >= 0;
    }

    /// <summary>The word of a value.</summary>
    public string WordOf(T value)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(values[i], value))
                return Words[i];
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of the enumeration.");
    }
}
