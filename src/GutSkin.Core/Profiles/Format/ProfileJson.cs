using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core;

/// <summary>Profiles as JSON.</summary>
/// <example>
/// <code>
/// var person = PersonProfile.Create().With(Factors.Diet.Milk, 2).Build();
/// string json = ProfileJson.ToJson(person);
/// Console.WriteLine(ProfileJson.Read(json).GetValueOrThrow() == person);
/// </code>
/// </example>
public static class ProfileJson
{
    /// <summary>Reads a profile. Whether ids, kinds, units and bounds fit is checked against a rule set when it is assessed.</summary>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The profile, or everything that is wrong with its form.</returns>
    public static ReadResult<PersonProfile> Read(ReadOnlyMemory<byte> utf8, string? file = null) =>
        Read(JsonTreeParser.Parse(utf8, JsonDialect.Strict), file);

    /// <summary>Reads a profile. Whether ids, kinds, units and bounds fit is checked against a rule set when it is assessed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The profile, or everything that is wrong with its form.</returns>
    public static ReadResult<PersonProfile> Read(string json, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonTreeParser.Parse(json, JsonDialect.Strict), file);
    }

    /// <summary>Writes a profile, readably, its observations in ordinal order. Read again, it is the same.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The text, ending in a line feed.</returns>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static string Write(PersonProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var json = new JsonTextWriter();
        ProfileWriter.Write(json, profile);
        return json.ToString();
    }

    /// <summary>Writes a profile, as <see cref="Write"/> does.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The text, ending in a line feed.</returns>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static string ToJson(this PersonProfile profile) => Write(profile);

    /// <summary>Writes a profile as UTF-8 without a byte order mark, into the buffer of an answer or a file.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static void WriteTo(this PersonProfile profile, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        Encoding.UTF8.GetBytes(Write(profile), destination);
    }

    /// <summary>Writes a profile as UTF-8 without a byte order mark.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static void WriteTo(this PersonProfile profile, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Encoding.UTF8.GetBytes(Write(profile)));
    }

    /// <summary>Reads what can be read, so that what is wrong with the rest can still be found.</summary>
    internal static (PersonProfile? Profile, ImmutableArray<Diagnostic> Diagnostics) ReadPartly(ReadOnlyMemory<byte> utf8, string? file) =>
        ReadPartly(JsonTreeParser.Parse(utf8, JsonDialect.Strict), file);

    /// <summary>Reads what can be read, so that what is wrong with the rest can still be found.</summary>
    internal static (PersonProfile? Profile, ImmutableArray<Diagnostic> Diagnostics) ReadPartly(string json, string? file) =>
        ReadPartly(JsonTreeParser.Parse(json, JsonDialect.Strict), file);

    private static ReadResult<PersonProfile> Read(JsonTree tree, string? file)
    {
        var (profile, diagnostics) = ReadPartly(tree, file);
        return new ReadResult<PersonProfile>(diagnostics.IsEmpty ? profile : null, diagnostics);
    }

    private static (PersonProfile? Profile, ImmutableArray<Diagnostic> Diagnostics) ReadPartly(JsonTree tree, string? file)
    {
        var reading = new JsonReading(tree, file);
        var profile = tree.Fault is null ? ProfileReader.Read(reading, tree.Root) : null;
        return (profile, reading.Diagnostics());
    }
}
