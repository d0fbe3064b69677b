using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What a call answers, over HTTP or in the browser: a status, a media type, and something that writes the body.</summary>
internal sealed record Reply(int Status, string Type, Action<IBufferWriter<byte>> Write)
{
    private const string JsonType = "application/json";
    private const string ProblemType = "application/problem+json";

    /// <summary>200 with a document of the library, written straight into the answer.</summary>
    public static Reply Of(Assessment assessment) => new(200, JsonType, buffer => assessment.WriteTo(buffer));

    /// <summary>200 with JSON.</summary>
    public static Reply Json(Action<Utf8JsonWriter> write) => new(200, JsonType, buffer =>
    {
        using var writer = new Utf8JsonWriter(buffer);
        write(writer);
    });

    /// <summary>200 with a value as JSON.</summary>
    public static Reply Json<T>(T value, JsonTypeInfo<T> type) => Json(writer => JsonSerializer.Serialize(writer, value, type));

    /// <summary>200 with a text.</summary>
    public static Reply Text(string text, string type) => new(200, $"{type}; charset=utf-8", buffer => Encoding.UTF8.GetBytes(text, buffer));

    /// <summary>400 for a call that is not what is taken.</summary>
    public static Reply Wrong(string title) => Problem(400, title, null);

    /// <summary>404.</summary>
    public static Reply Missing(string title) => Problem(404, title, null);

    /// <summary>400 with everything that is wrong with a document.</summary>
    public static Reply Faulty(IEnumerable<Diagnostic> diagnostics) => Problem(400, "The document has errors.", [.. diagnostics.Select(Fault.Of)]);

    private static Reply Problem(int status, string title, Fault[]? diagnostics) =>
        Json(new Problem(title, status, diagnostics), Documents.Default.Problem) with { Status = status, Type = ProblemType };
}

/// <summary>One fault of a document, as it is said.</summary>
internal sealed record Fault(string Code, string Severity, int? Line, int? Column, string Path, string Message, string? Hint)
{
    public static Fault Of(Diagnostic diagnostic) => new(
        diagnostic.Code,
        diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.Path,
        diagnostic.Message,
        diagnostic.Hint);
}

/// <summary>A problem document (RFC 9457).</summary>
internal sealed record Problem(string Title, int Status, Fault[]? Diagnostics);
