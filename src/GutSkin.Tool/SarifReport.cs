using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Authoring;

namespace GutSkin.Tool;

/// <summary>Diagnostics in SARIF 2.1.0 (OASIS), the form code hosts show beside the lines of a change.</summary>
internal static class SarifReport
{
    /// <summary>All of them as one run.</summary>
    public static string ToJson(LintReport report) => JsonText.Write(writer =>
    {
        string[] codes = [.. report.Diagnostics.Concat(report.Suppressed.Select(s => s.Diagnostic)).Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, codes);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var diagnostic in report.Diagnostics)
            WriteResult(writer, diagnostic, null, Array.IndexOf(codes, diagnostic.Code));
        foreach (var (diagnostic, reason) in report.Suppressed)
            WriteResult(writer, diagnostic, reason, Array.IndexOf(codes, diagnostic.Code));
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter writer, string[] codes)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "gutskin");
        writer.WriteString("semanticVersion", Assessment.EngineVersion);
        writer.WriteStartArray("rules");
        foreach (string code in codes)
        {
            writer.WriteStartObject();
            writer.WriteString("id", code);
            if (DiagnosticTable.Find(code) is { } known)
            {
                writer.WriteStartObject("shortDescription");
                writer.WriteString("text", known.Meaning);
                writer.WriteEndObject();
                writer.WriteStartObject("help");
                writer.WriteString("text", known.Remedy);
                writer.WriteEndObject();
                writer.WriteStartObject("defaultConfiguration");
                writer.WriteString("level", known.Severity == DiagnosticSeverity.Error ? "error" : "warning");
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic diagnostic, string? reason, int rule)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Code);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        writer.WriteStartObject("message");
        writer.WriteString("text", diagnostic.Hint is { } hint ? $"{diagnostic.Message} {hint}" : diagnostic.Message);
        writer.WriteEndObject();
        if (diagnostic.File is { } file)
        {
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));
            writer.WriteEndObject();
            if (diagnostic.Line is { } line)
            {
                writer.WriteStartObject("region");
                writer.WriteNumber("startLine", line);
                writer.WriteNumber("startColumn", diagnostic.Column ?? 1);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", diagnostic.Path);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (reason is not null)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "inSource");
            writer.WriteString("justification", reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
