using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace GutSkin.Core.Json;

/// <summary>Which properties a kind of object has.</summary>
internal sealed class ObjectShape
{
    private readonly string[] names;
    private readonly byte[][] utf8Names;
    private readonly bool[] required;

    /// <summary>Makes a shape.</summary>
    /// <param name="name">What the kind of object is called in messages.</param>
    /// <param name="model">The type that holds what was read.</param>
    /// <param name="properties">The names of the properties, parted by blanks; a required one ends in <c>!</c>.</param>
    public ObjectShape(string name, Type model, string properties)
    {
        Name = name;
        Model = model;
        names = properties.Split(' ');
        utf8Names = new byte[names.Length][];
        required = new bool[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            required[i] = names[i].EndsWith('!');
            names[i] = names[i].TrimEnd('!');
            utf8Names[i] = Encoding.UTF8.GetBytes(names[i]);
        }

        Properties = ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    /// <summary>What the kind of object is called in messages.</summary>
    public string Name { get; }

    /// <summary>The type that holds what was read.</summary>
    public Type Model { get; }

    /// <summary>The names of the properties, in the order in which they are written.</summary>
    public ImmutableArray<string> Properties { get; }

    /// <summary>Other words for its properties, with the property meant: what people write who know other formats.</summary>
    public Dictionary<string, string>? OtherWords { get; init; }

    /// <summary>What to do instead of writing a property that stands elsewhere, by its name.</summary>
    public Dictionary<string, string>? Elsewhere { get; init; }

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
    public string? MeantBy(string name) => OtherWords?.GetValueOrDefault(name);

    /// <summary>What to say of a word that is no property; null where nothing is known.</summary>
    public string? HintFor(string name) => MeantBy(name) is { } meant ? $"Write '{meant}'." : Elsewhere?.GetValueOrDefault(name);

    /// <summary>Whether the property must be there.</summary>
    public bool IsRequired(int property) => required[property];

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
        for (int i = 0, place = guess; i < names.Length; i++, place++)
        {
            if (place >= names.Length)
                place = 0;
            if (names[place] == name)
                return place;
        }

        return -1;
    }

    /// <summary>The position of a property; −1 where there is none of that name.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <param name="guess">Where to look first.</param>
    public int IndexOf(ReadOnlySpan<byte> name, int guess)
    {
        for (int i = 0, place = guess; i < names.Length; i++, place++)
        {
            if (place >= names.Length)
                place = 0;
            if (name.SequenceEqual(utf8Names[place]))
                return place;
        }

        return -1;
    }
}
