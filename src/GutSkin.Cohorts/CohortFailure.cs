using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GutSkin.Cohorts;

/// <summary>A row that was left out, by its number and the reasons. It names factors and columns, never what a person answered.</summary>
public sealed class CohortFailure
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of the row over the whole cohort, from 1; the header is none, nor are empty lines.</summary>
    public required long Row { get; init; }

    /// <summary>The line of its file in which the row begins, from 1; null where the form has no lines.</summary>
    public long? Line { get; init; }

    /// <summary>The file; null where the cohort is a single one.</summary>
    public string? File { get; init; }

    /// <summary>Everything that is wrong with the row.</summary>
    public required ImmutableArray<CohortFault> Faults { get; init; }

    /// <summary>Writes it as one line of JSON, as it stands in <c>OUT.errors.jsonl</c>.</summary>
    /// <param name="to">Where it goes, in UTF-8.</param>
    public void WriteTo(IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("row", Row);
            if (File is not null)
                json.WriteString("file", File);
            if (Line is { } line)
                json.WriteNumber("line", line);
            json.WriteStartArray("errors");
            foreach (var fault in Faults)
                fault.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }

    /// <summary>Row, line and the first reason.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"row {Row}{(Line is { } line ? $", line {line}" : "")}: {(Faults.IsEmpty ? "" : Faults[0].Message)}");
}

/// <summary>One thing that is wrong with a row.</summary>
/// <param name="Message">What, in a sentence that holds no answer.</param>
public sealed record CohortFault(string Message)
{
    /// <summary>The code of the diagnostic.</summary>
    public string? Code { get; init; }

    /// <summary>The factor that the answer was for; null where it is not about one.</summary>
    public string? Factor { get; init; }

    /// <summary>The place in a profile of JSON; null in a table.</summary>
    public string? Path { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    internal static CohortFault Of(Diagnostic diagnostic) =>
        new(diagnostic.Message) { Code = diagnostic.Code, Path = diagnostic.Path, Hint = diagnostic.Hint };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Code is not null)
            json.WriteString("code", Code);
        if (Factor is not null)
            json.WriteString("factor", Factor);
        if (Path is not null)
            json.WriteString("path", Path);
        json.WriteString("message", Message);
        if (Hint is not null)
            json.WriteString("hint", Hint);
        json.WriteEndObject();
    }
}
