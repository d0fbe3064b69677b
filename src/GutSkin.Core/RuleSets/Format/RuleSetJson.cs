using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>Rule sets as JSON.</summary>
/// <example>
/// <code>
/// var document = RuleSetJson.Read("""{ "id": "own", "version": "one" }""", "own.json");
/// foreach (var diagnostic in document.Diagnostics)
///     Console.WriteLine(diagnostic);                              // own.json(1,27): error …
/// </code>
/// </example>
public static class RuleSetJson
{
    /// <summary>Reads a rule set. Comments and trailing commas are accepted.</summary>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could be read, with everything that is wrong with its form.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static RuleSetDocument Read(ReadOnlyMemory<byte> utf8, string? file = null, CancellationToken cancellationToken = default) =>
        Read(JsonTreeParser.Parse(utf8, JsonDialect.Relaxed, cancellationToken), file, cancellationToken);

    /// <summary>Reads a rule set. Comments and trailing commas are accepted.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could be read, with everything that is wrong with its form.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static RuleSetDocument Read(string json, string? file = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonTreeParser.Parse(json, JsonDialect.Relaxed, cancellationToken), file, cancellationToken);
    }

    /// <summary>
    /// Writes a rule set, readably; what is absent or the default is left out. Read again, it is the same, except for rules that
    /// classes compute (<see cref="ScoringRule.IsComputed"/>): JSON cannot hold those, and they are left out.
    /// </summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>The text, ending in a line feed.</returns>
    /// <exception cref="ArgumentException">A number in it is not finite, or a gate deeper or larger than a document may be.</exception>
    public static string Write(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var json = new JsonTextWriter();
        RuleSetWriter.WithoutClasses(json, ruleSet);
        return json.ToString();
    }

    /// <summary>Writes a rule set, as <see cref="Write"/> does.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>The text, ending in a line feed.</returns>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static string ToJson(this RuleSet ruleSet) => Write(ruleSet);

    /// <summary>Writes a rule set as UTF-8 without a byte order mark, into the buffer of an answer or a file.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static void WriteTo(this RuleSet ruleSet, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        Encoding.UTF8.GetBytes(Write(ruleSet), destination);
    }

    /// <summary>Writes a rule set as UTF-8 without a byte order mark.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <exception cref="ArgumentException">A number in it is not finite.</exception>
    public static void WriteTo(this RuleSet ruleSet, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Encoding.UTF8.GetBytes(Write(ruleSet)));
    }

    private static RuleSetDocument Read(JsonTree tree, string? file, CancellationToken cancellation)
    {
        var reading = new JsonReading(tree, file, cancellation);
        var ruleSet = tree.Fault is null ? RuleSetReader.Read(reading) : null;
        return new RuleSetDocument(ruleSet, reading.Diagnostics(), file);
    }
}

/// <summary>What a rule set is told apart by.</summary>
internal static class RuleSetHash
{
    /// <summary>The SHA-256 of the canonical JSON (RFC 8785) of what <see cref="RuleSetJson.Write"/> writes, with the rules that classes compute, in lower-case hexadecimal.</summary>
    public static string Sha256(RuleSet ruleSet) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(RuleSetWriter.WithClasses(ruleSet))));
}
