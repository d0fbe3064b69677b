using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Reading;
using Hl7.Fhir.Serialization;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir;

/// <summary>
/// Reads FHIR R4 resources into a profile: Patient, Observation, Condition, AllergyIntolerance, MedicationStatement, MedicationRequest, and
/// QuestionnaireResponse to this library's own questionnaires. Every other resource is listed as not mapped; nothing is dropped in silence.
/// </summary>
public static class FhirReader
{
    /// <summary>Reads a Bundle or one resource, as JSON or XML.</summary>
    /// <param name="utf8">The document; XML begins with <c>&lt;</c>.</param>
    /// <param name="ruleSet">The rule set whose factors are looked for.</param>
    /// <param name="options">How to read; null = the defaults.</param>
    /// <param name="file">What diagnostics call the document; null where it has no name.</param>
    /// <returns>A profile with what became of every resource, or why the document cannot be read. No message holds a person's value.</returns>
    public static ReadResult<FhirIntake> Read(ReadOnlyMemory<byte> utf8, ResolvedRuleSet ruleSet, FhirReadOptions? options = null, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        options ??= FhirReadOptions.Default;
        if (utf8.Length > options.MaxBytes)
            return TooLarge(options, file);
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var parts = utf8.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? XmlDocumentWalk.Walk(utf8, file) : JsonDocumentWalk.Walk(utf8, file);
        return parts.Fault is { } fault ? ReadResult.Failed<FhirIntake>([fault]) : new DocumentReader(ruleSet, options, file).Read(parts);
    }

    /// <summary>Reads a Bundle or one resource, as JSON or XML. The stream is read to its end, or to one byte more than the limit.</summary>
    /// <param name="stream">The document, in UTF-8.</param>
    /// <param name="ruleSet">The rule set whose factors are looked for.</param>
    /// <param name="options">How to read; null = the defaults.</param>
    /// <param name="file">What diagnostics call the document; null where it has no name.</param>
    /// <returns>A profile with what became of every resource, or why the document cannot be read. No message holds a person's value.</returns>
    public static ReadResult<FhirIntake> Read(Stream stream, ResolvedRuleSet ruleSet, FhirReadOptions? options = null, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(ruleSet);
        options ??= FhirReadOptions.Default;
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int count; (count = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > options.MaxBytes)
                return TooLarge(options, file);
        }

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ruleSet, options, file);
    }

    /// <summary>Reads a Bundle or one resource, as JSON or XML.</summary>
    /// <param name="text">The document.</param>
    /// <param name="ruleSet">The rule set whose factors are looked for.</param>
    /// <param name="options">How to read; null = the defaults.</param>
    /// <param name="file">What diagnostics call the document; null where it has no name.</param>
    /// <returns>A profile with what became of every resource, or why the document cannot be read. No message holds a person's value.</returns>
    public static ReadResult<FhirIntake> Read(string text, ResolvedRuleSet ruleSet, FhirReadOptions? options = null, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(Encoding.UTF8.GetBytes(text), ruleSet, options, file);
    }

    /// <summary>Reads resources that are already parsed: a Bundle, or resources side by side.</summary>
    /// <param name="resources">The resources; the resources of a Bundle take its place.</param>
    /// <param name="ruleSet">The rule set whose factors are looked for.</param>
    /// <param name="options">How to read; null = the defaults.</param>
    /// <returns>A profile with what became of every resource, or why they cannot be read. No message holds a person's value.</returns>
    public static ReadResult<FhirIntake> Read(IEnumerable<R4.Resource> resources, ResolvedRuleSet ruleSet, FhirReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(ruleSet);
        var parts = new DocumentParts { Type = "Bundle" };
        foreach (var (resource, at) in resources.Select((r, i) => (r, i)))
        {
            if (resource is not R4.Bundle bundle)
            {
                parts.Resources.Add(Source(resource, $"{resource.TypeName}[{at}]", null));
                continue;
            }

            parts.Timestamp ??= bundle.Timestamp is { } made ? made.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture) : null;
            parts.HasNextPage |= bundle.NextLink is not null;
            for (int i = 0; i < bundle.Entry.Count; i++)
            {
                if (bundle.Entry[i].Resource is { } inside)
                    parts.Resources.Add(Source(inside, $"Bundle.entry[{i}].resource", bundle.Entry[i].FullUrl));
            }
        }

        return new DocumentReader(ruleSet, options ?? FhirReadOptions.Default, null).Read(parts);
    }

    private static ResourceSource Source(R4.Resource resource, string path, string? fullUrl) => new()
    {
        Path = path, Type = resource.TypeName, Id = resource.Id, FullUrl = fullUrl, Poco = resource,
        LastUpdated = resource.Meta?.LastUpdated?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        HasContained = resource is R4.DomainResource { Contained.Count: > 0 },
    };

    private static ReadResult<FhirIntake> TooLarge(FhirReadOptions options, string? file) => ReadResult.Failed<FhirIntake>(
        [Faults.Document(FhirDiagnostics.TooLarge, $"The document is larger than the limit of {options.MaxBytes / (1024 * 1024)} MiB.", file)]);
}
