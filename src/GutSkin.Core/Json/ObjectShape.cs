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
            // Readers name properties by constants, which are then found without comparing letters.
            names[i] = string.Intern(names[i].TrimEnd('!'));
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

    /// <summary>Whether the property must be there.</summary>
    public bool IsRequired(int property) => required[property];

    /// <summary>The position of a property; −1 where there is none of that name.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name))
                return i;
        }

        return Array.IndexOf(names, name);
    }

    /// <summary>The position of a property; −1 where there is none of that name.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <param name="guess">Where to look first.</param>
    public int IndexOf(ReadOnlySpan<byte> name, int guess)
    {
        for (int i = guess; i < utf8Names.Length; i++)
        {
            if (name.SequenceEqual(utf8Names[i]))
                return i;
        }

        for (int i = 0; i < guess; i++)
        {
            if (name.SequenceEqual(utf8Names[i]))
                return i;
        }

        return -1;
    }
}
