using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Cohorts;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>
/// What a file of scores was made of and with: <c>OUT.run.json</c>, and while it is made the place from which it is gone on. Results are
/// mixed only where all but the part and its counts is equal.
/// </summary>
internal sealed record RunNote
{
    private static readonly RunNoteJson Json = new(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public string Schema { get; set; } = "gutskin.run/1";

    public required string Engine { get; init; }

    public required string RuleSet { get; init; }

    public required string RuleSetVersion { get; init; }

    public required string RuleSetSha256 { get; init; }

    public string? MapSha256 { get; init; }

    public required string[] Missing { get; init; }

    public required bool IgnoreUnknown { get; init; }

    public required string[] Columns { get; init; }

    public required string Format { get; init; }

    public required bool EscapeFormulas { get; init; }

    /// <summary>By what people are grouped in a summary, <c>all</c> where they are not; null where there is none.</summary>
    public string? Summary { get; init; }

    public required InputNote[] Input { get; init; }

    public required string Shard { get; init; }

    public string? Disclaimer { get; init; }

    /// <summary>The rows of the whole cohort.</summary>
    public long Rows { get; set; }

    public long Scored { get; set; }

    public long Failed { get; set; }

    /// <summary>The blocks that were done, each with the people that were scored in it.</summary>
    public List<long[]> Blocks { get; set; } = [];

    /// <summary>How many bytes the scores have, and the errors.</summary>
    public long Bytes { get; set; }

    public long ErrorBytes { get; set; }

    public string? Sha256 { get; set; }

    /// <summary>The ending of the file beside the part that holds what else it takes to go on; null where that is nothing.</summary>
    public string? State { get; set; }

    /// <summary>A note of a run that has not begun.</summary>
    public static RunNote Of(ResolvedRuleSet rules, CohortReadOptions read, CohortWriteOptions write, CohortFormat format, string[] columns, bool withSummary, IEnumerable<string> paths) => new()
    {
        Engine = typeof(ScoringService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        RuleSet = rules.Data.Id,
        RuleSetVersion = rules.Data.Version,
        RuleSetSha256 = rules.Sha256,
        MapSha256 = read.Map?.Sha256,
        Missing = [.. read.Missing.Select(m => m.Column is null ? m.Code : $"{m.Column}={m.Code}")],
        IgnoreUnknown = read.IgnoreUnknown,
        Columns = columns,
        Format = NameOf(format),
        EscapeFormulas = write.EscapeFormulas,
        Summary = withSummary ? read.GroupBy ?? "all" : null,
        Input = [.. paths.Select(InputNote.Of)],
        Shard = read.Shard.ToString(),
        Disclaimer = rules.Disclaimer,
    };

    public static string NameOf(CohortFormat format) => format switch { CohortFormat.Csv => "csv", CohortFormat.JsonLines => "jsonl", _ => "parquet" };

    /// <summary>Reads a note; null where there is none, or none that can be read.</summary>
    public static RunNote? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.RunNote) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToJson() => Std.Encode(JsonSerializer.Serialize(this, Json.RunNote));

    /// <summary>What differs from another note, in words; null where results may be mixed.</summary>
    /// <param name="other">The other note.</param>
    /// <param name="sameShard">Whether the part must be the same too.</param>
    public string? DifferenceTo(RunNote other, bool sameShard) =>
        RuleSetSha256 != other.RuleSetSha256 ? $"another rule set ({other.RuleSet} {other.RuleSetVersion}, sha256 {other.RuleSetSha256})"
        : Engine != other.Engine ? $"another version of the engine ({other.Engine})"
        : MapSha256 != other.MapSha256 ? "another map"
        : !Missing.SequenceEqual(other.Missing) ? "other codes for missing answers"
        : IgnoreUnknown != other.IgnoreUnknown ? "another --ignore-unknown"
        : !Columns.SequenceEqual(other.Columns) || EscapeFormulas != other.EscapeFormulas || Format != other.Format ? "other columns, or another form"
        : Summary != other.Summary ? "another --summary"
        : !Input.SequenceEqual(other.Input) ? "another cohort"
        : sameShard && Shard != other.Shard ? "another shard"
        : null;
}

/// <summary>A file of a cohort: its name, its size, and a hash of its beginning, so that nobody goes on with another one.</summary>
internal sealed record InputNote(string Name, long Bytes, string HeadSha256)
{
    private const int HeadBytes = 65536;

    public static InputNote Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var head = new byte[HeadBytes];
        int count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new InputNote(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(head.AsSpan(0, count))));
    }
}

/// <summary>Reads and writes notes without reflection, so that a program compiled ahead can.</summary>
[JsonSerializable(typeof(RunNote))]
internal sealed partial class RunNoteJson : JsonSerializerContext;
