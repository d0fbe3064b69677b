using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>Diagnostics on standard error, or as JSON.</summary>
internal static class DiagnosticReport
{
    /// <summary>Whether there is an error among them.</summary>
    public static bool HasErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Writes the errors to standard error; warnings are lint's business.</summary>
    /// <returns>The exit status.</returns>
    public static int Reject(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            Std.Error.WriteLine(diagnostic);
        return ExitCode.InputErrors;
    }

    /// <summary>How many there are, in words.</summary>
    public static string Summary(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        int errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        return $"{Count(errors, "error")}, {Count(diagnostics.Count - errors, "warning")}";
    }

    /// <summary>All of them as JSON.</summary>
    public static string ToJson(IEnumerable<Diagnostic> diagnostics) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        WriteArray(writer, diagnostics);
        writer.WriteEndObject();
    });

    /// <summary>All of them as the property <c>diagnostics</c> of a larger document.</summary>
    public static void WriteArray(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
            Write(writer, diagnostic);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        if (diagnostic.File is { } file)
            writer.WriteString("file", file);
        if (diagnostic.Line is { } line)
            writer.WriteNumber("line", line);
        if (diagnostic.Column is { } column)
            writer.WriteNumber("column", column);
        writer.WriteString("path", diagnostic.Path);
        writer.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint)
            writer.WriteString("hint", hint);
        writer.WriteEndObject();
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
