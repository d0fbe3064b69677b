using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core.Json;

/// <summary>Which properties a kind of object has. Nothing is made of the names before an object of the kind is read.</summary>
/// <param name="name">What the kind of object is called in messages.</param>
/// <param name="properties">The names of the properties, parted by blanks; a required one ends in <c>!</c>.</param>
internal sealed class ObjectShape(string name, string properties)
{
    private Table? table;

    /// <summary>What the kind of object is called in messages.</summary>
    public string Name { get; } = name;

    /// <summary>The names of the properties, in the order in which they are written.</summary>
    public ImmutableArray<string> Properties => ImmutableCollectionsMarshal.AsImmutableArray(Names.All);

    /// <summary>The property that a word of other formats means; null where it means none.</summary>
    public Func<string, string?>? OtherWords { get; init; }

    /// <summary>What to do instead of writing a property that stands elsewhere; null where nothing is to be said.</summary>
    public Func<string, string?>? Elsewhere { get; init; }

    /// <summary>What to write instead of a list; null where nothing is to be said.</summary>
    public string? InsteadOfList { get; init; }

    /// <summary>What to write instead of a plain value; null where nothing is to be said.</summary>
    public string? InsteadOfValue { get; init; }

    /// <summary>What to write instead of something that is no object.</summary>
    public string? InsteadOf(JsonKind kind) => kind switch
    {
        JsonKind.Object or JsonKind.Null => null,
        JsonKind.Array => InsteadOfList,
        _ => InsteadOfValue,
    };

    /// <summary>The property that another word means; null where none is known.</summary>
    public string? MeantBy(string name) => OtherWords?.Invoke(name);

    /// <summary>What to say of a word that is no property; null where nothing is known.</summary>
    public string? HintFor(string name) => MeantBy(name) is { } meant ? $"Write '{meant}'." : Elsewhere?.Invoke(name);

    /// <summary>Whether a name is of those that are everybody's own and never unknown.</summary>
    public static bool IsExtension(string name) => name.AsSpan().StartsWith("x-");

    /// <summary>Whether the property must be there.</summary>
    public bool IsRequired(int property) => Names.Required[property];

    private Table Names => table ??= new Table(properties);

    /// <summary>The positions of properties.</summary>
    public int[] PlacesOf(params string[] properties)
    {
        int[] places = new int[properties.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = IndexOf(properties[i], 0);
        return places;
    }

    /// <summary>The position of a property; −1 where there is none of that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="guess">Where to look first.</param>
    public int IndexOf(string name, int guess)
    {
        string[] names = Names.All;
        for (int i = 0, place = guess; i < names.Length; i++, place++)
        {
            if (place >= names.Length)
                place = 0;
            // Readers ask by constants, which mostly are the very objects.
            if (ReferenceEquals(names[place], name) || names[place] == name)
                return place;
        }

        return -1;
    }

    /// <summary>The position of a property; −1 where there is none of that name.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <param name="guess">Where to look first.</param>
    public int IndexOf(ReadOnlySpan<byte> name, int guess)
    {
        byte[][] names = Names.Utf8;
        for (int i = 0, place = guess; i < names.Length; i++, place++)
        {
            if (place >= names.Length)
                place = 0;
            byte[] one = names[place];
            if (one.Length == name.Length && one[0] == name[0] && name.SequenceEqual(one))
                return place;
        }

        return -1;
    }

    /// <summary>The names, one by one.</summary>
    private sealed class Table
    {
        public readonly string[] All;
        public readonly byte[][] Utf8;
        public readonly bool[] Required;

        public Table(string properties)
        {
            int count = 1;
            foreach (char c in properties)
                count += c == ' ' ? 1 : 0;
            (All, Utf8, Required) = (new string[count], new byte[count][], new bool[count]);
            int start = 0;
            for (int i = 0; i < count; i++)
            {
                int end = start;
                while (end < properties.Length && properties[end] is not (' ' or '!'))
                    end++;
                Required[i] = end < properties.Length && properties[end] == '!';
                All[i] = string.Intern(properties[start..end]);
                Utf8[i] = new byte[end - start];
                for (int k = start; k < end; k++)
                    Utf8[i][k - start] = checked((byte)properties[k]);
                start = end + (Required[i] ? 2 : 1);
            }
        }
    }
}
