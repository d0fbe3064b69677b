using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>
/// Writes a report as JSON: <c>sample</c>, <c>measures</c>, <c>observations</c> (factor id → value), <c>notices</c>, then where the
/// numbers come from and the context. UTF-8 without byte-order mark, always the same bytes for the same report.
/// </summary>
public static class MicrobiomeJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A report as a JSON text.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text, which ends with a line end.</returns>
    public static string ToJson(MicrobiomeReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(report, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="destination">Where to; left open.</param>
    public static void WriteTo(MicrobiomeReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(report, buffer);
        destination.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="destination">Where to.</param>
    public static void WriteTo(MicrobiomeReport report, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(destination);
        using (var json = new Utf8JsonWriter(destination, Options))
        {
            json.WriteStartObject();
            Text(json, "sample", report.Sample);
            WriteMeasures(json, report.Measures);
            WriteObservations(json, report);
            json.WriteStartArray("notices");
            foreach (string notice in report.Notices)
                json.WriteStringValue(notice);
            json.WriteEndArray();
            WriteSource(json, report);
            WriteMethods(json, report);
            WriteSignatures(json, report);
            json.WriteEndObject();
        }

        destination.Write("\n"u8);
    }

    private static void WriteMeasures(Utf8JsonWriter json, ProfileMeasures m)
    {
        json.WriteStartObject("measures");
        foreach (var (name, _, value) in ProfileMeasures.All)
            Number(json, name, value(m));
        Number(json, "gmwi2", m.Gmwi2.Score);
        json.WriteNumber("gmwi2TaxaUsed", m.Gmwi2.TaxaUsed);
        json.WriteEndObject();
    }

    private static void WriteObservations(Utf8JsonWriter json, MicrobiomeReport report)
    {
        json.WriteStartObject("observations");
        foreach (var observation in report.Observations)
            json.WriteNumber(observation.Factor, observation.Value.AsNumber);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, MicrobiomeReport report)
    {
        var (profile, m) = (report.Profile, report.Measures);
        json.WriteStartObject("source");
        json.WriteString("format", TaxonomicFormats.NameOf(profile.Format));
        Text(json, "profiler", profile.Profiler);
        Text(json, "database", profile.Database);
        Text(json, "level", m.Level is { } level ? Lower(level.ToString()) : "feature");
        Number(json, "depth", m.Depth);
        json.WriteBoolean("rarefied", m.IsRarefied);
        Number(json, "unclassifiedShare", profile.UnclassifiedShare);
        Number(json, "hostShare", profile.HostShare);
        Number(json, "organelleShare", profile.OrganelleShare);
        json.WriteString("gmwi2Status", Lower(m.Gmwi2.Status.ToString()));
        json.WriteEndObject();
    }

    private static void WriteMethods(Utf8JsonWriter json, MicrobiomeReport report)
    {
        json.WriteStartObject("methods");
        foreach (var observation in report.Observations)
        {
            json.WriteStartObject(observation.Factor);
            json.WriteString("unit", observation.Unit);
            json.WriteString("method", observation.Method);
            if (observation.MeasurementError is { } error)
            {
                json.WriteStartObject("measurementError");
                if (error.StandardDeviation is { } sd)
                    json.WriteNumber("sd", sd);
                if (error.CoefficientOfVariation is { } cv)
                    json.WriteNumber("cv", cv);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSignatures(Utf8JsonWriter json, MicrobiomeReport report)
    {
        json.WriteStartArray("signatures");
        foreach (var signature in report.Signatures)
        {
            json.WriteStartObject();
            json.WriteString("condition", signature.Condition);
            json.WriteNumber("studies", signature.Studies);
            json.WriteNumber("taxa", signature.Taxa.Length);
            json.WriteNumber("found", signature.Taxa.Count(t => t.Share > 0));
            json.WriteNumber("reportedTwice", signature.TaxaReportedTwice);
            json.WriteNumber("agreed", signature.TaxaAgreed);
            json.WriteNumber("reportedWay", signature.TaxaReportedWay);
            json.WriteNumber("otherWay", signature.TaxaOtherWay);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static string Lower(string word) => word.ToLowerInvariant();
}
