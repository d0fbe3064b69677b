using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Fhir.Reading;

/// <summary>What a document is made of.</summary>
internal sealed class DocumentParts
{
    /// <summary>The resources, in order: those of the entries of a Bundle, or the one resource that the document is.</summary>
    public List<ResourceSource> Resources { get; } = [];

    /// <summary>The type at the root.</summary>
    public string? Type { get; set; }

    /// <summary>When a Bundle was put together.</summary>
    public string? Timestamp { get; set; }

    /// <summary>Whether a Bundle has a next page.</summary>
    public bool HasNextPage { get; set; }

    /// <summary>Why there is nothing to read; null where there is.</summary>
    public Diagnostic? Fault { get; set; }
}

/// <summary>Finds the resources of a JSON document in one pass over its bytes, without building a tree.</summary>
internal static class JsonDocumentWalk
{
    /// <summary>How deep documents may be nested.</summary>
    public const int MaxDepth = 64;

    public static DocumentParts Walk(ReadOnlyMemory<byte> utf8, string? file)
    {
        var parts = new DocumentParts();
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                parts.Fault = Faults.Document(FhirDiagnostics.NotFhir, "The document is no FHIR resource: it is not a JSON object.", file);
                return parts;
            }

            var root = new ResourceSource { Path = "", Json = utf8 };
            Root(ref reader, utf8, parts, root);
            // What follows the object is a fault too.
            reader.Read();
            parts.Type = root.Type;
            if (root.Type is null)
                parts.Fault = Faults.Document(FhirDiagnostics.NotFhir, "The document is no FHIR resource: it has no resourceType.", file);
            else if (root.Type != "Bundle")
                Alone(parts, root);
        }
        catch (JsonException fault)
        {
            parts.Fault = reader.CurrentDepth >= MaxDepth - 1
                ? Faults.Document(FhirDiagnostics.TooDeep, "The document is nested deeper than 64 levels.", file)
                : Faults.Document(FhirDiagnostics.Syntax, "The document is not well-formed JSON.", file) with
                {
                    Line = (int?)fault.LineNumber + 1, Column = (int?)fault.BytePositionInLine + 1,
                };
        }
        catch (InvalidOperationException)
        {
            // A name or text that is not valid UTF-8 or UTF-16.
            parts.Fault = Faults.Document(FhirDiagnostics.Syntax, "The document is not well-formed JSON: a text in it is not valid Unicode.", file);
        }

        return parts;
    }

    private static void Alone(DocumentParts parts, ResourceSource root)
    {
        parts.Resources.Clear();
        parts.Resources.Add(new ResourceSource
        {
            Path = root.Type!, Type = root.Type, Id = root.Id, LastUpdated = root.LastUpdated, HasContained = root.HasContained, Json = root.Json,
        });
    }

    private static void Root(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, DocumentParts parts, ResourceSource root)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("entry"u8) && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                Entries(ref reader, utf8, parts);
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("timestamp"u8))
                parts.Timestamp = Text(ref reader);
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("link"u8))
                parts.HasNextPage |= Links(ref reader);
            else
                Property(ref reader, root);
        }
    }

    private static void Entries(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, DocumentParts parts)
    {
        for (int entry = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; entry++)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            string? fullUrl = null;
            ResourceSource? found = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("fullUrl"u8))
                    fullUrl = Text(ref reader);
                else if (reader.ValueTextEquals("resource"u8))
                    found = Resource(ref reader, utf8, $"Bundle.entry[{entry}].resource");
                else
                    Skip(ref reader);
            }

            if (found is null)
                continue;
            found.FullUrl = fullUrl;
            parts.Resources.Add(found);
        }
    }

    private static ResourceSource? Resource(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, string path)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        int start = (int)reader.TokenStartIndex;
        var found = new ResourceSource { Path = path };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            Property(ref reader, found);
        found.Json = utf8[start..(int)reader.BytesConsumed];
        return found;
    }

    /// <summary>Notes what has to be known of a resource before it is parsed; anything else is skipped.</summary>
    private static void Property(ref Utf8JsonReader reader, ResourceSource found)
    {
        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("resourceType"u8))
            found.Type = Text(ref reader);
        else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8))
            found.Id = Text(ref reader);
        else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("meta"u8))
            found.LastUpdated = Meta(ref reader);
        else
        {
            found.HasContained |= reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("contained"u8);
            Skip(ref reader);
        }
    }

    private static string? Meta(ref Utf8JsonReader reader)
    {
        string? updated = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("lastUpdated"u8))
                updated = Text(ref reader);
            else
                Skip(ref reader);
        }

        return updated;
    }

    private static bool Links(ref Utf8JsonReader reader)
    {
        bool next = false;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("relation"u8))
                next |= Text(ref reader) == "next";
        }

        return next;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
            reader.Read();
        reader.Skip();
    }
}
