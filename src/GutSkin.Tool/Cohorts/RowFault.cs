using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>One thing that is wrong with a row. It names factors, never what a person answered.</summary>
internal sealed record RowFault(string Message)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The code of the diagnostic; null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The factor of the column; null where it is no column's fault.</summary>
    public string? Factor { get; init; }

    /// <summary>The JSON path in a line; null in a table.</summary>
    public string? Path { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    /// <summary>A fault that the library found.</summary>
    public static RowFault Of(Diagnostic diagnostic, string? factor = null) => new(diagnostic.Message)
    {
        Code = diagnostic.Code,
        Factor = factor,
        Path = factor is null ? diagnostic.Path : null,
        Hint = diagnostic.Hint,
    };

    /// <summary>Writes a row's faults as one line of JSON.</summary>
    public static void Write(IBufferWriter<byte> to, long row, long line, IEnumerable<RowFault> faults)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("row", row);
            json.WriteNumber("line", line);
            json.WriteStartArray("errors");
            foreach (var fault in faults)
                fault.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }

    private void Write(Utf8JsonWriter json)
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
