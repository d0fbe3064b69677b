using System.Xml;
using System.Xml.Linq;

namespace GutSkin.Fhir.Reading;

/// <summary>Finds the resources of an XML document, one entry after the other. Entities are never expanded: a document type is refused.</summary>
internal static class XmlDocumentWalk
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public static DocumentParts Walk(ReadOnlyMemory<byte> utf8, string? file)
    {
        var parts = new DocumentParts();
        try
        {
            using (var depth = Open(utf8))
            {
                while (depth.Read())
                {
                    if (depth.Depth <= JsonDocumentWalk.MaxDepth)
                        continue;
                    parts.Fault = Faults.Document(FhirDiagnostics.TooDeep, "The document is nested deeper than 64 levels.", file);
                    return parts;
                }
            }

            using var reader = Open(utf8);
            reader.MoveToContent();
            if (reader.NamespaceURI != Fhir.NamespaceName)
            {
                parts.Fault = Faults.Document(FhirDiagnostics.NotFhir, "The document is no FHIR resource: its root is not in the namespace http://hl7.org/fhir.", file);
                return parts;
            }

            parts.Type = reader.LocalName;
            if (parts.Type == "Bundle")
                Bundle(reader, parts);
            else
                parts.Resources.Add(Source((XElement)XNode.ReadFrom(reader), parts.Type));
        }
        catch (XmlException fault)
        {
            parts.Fault = HasDocumentType(utf8)
                ? Faults.Document(FhirDiagnostics.DocumentType, "The XML has a document type declaration; entities are never expanded.", file)
                : Faults.Document(FhirDiagnostics.Syntax, "The document is not well-formed XML.", file) with { Line = fault.LineNumber, Column = fault.LinePosition };
        }

        return parts;
    }

    private static void Bundle(XmlReader reader, DocumentParts parts)
    {
        int entry = 0;
        reader.ReadStartElement();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            var child = (XElement)XNode.ReadFrom(reader);
            if (child.Name == Fhir + "timestamp")
                parts.Timestamp = Value(child);
            else if (child.Name == Fhir + "link")
                parts.HasNextPage |= Value(child.Element(Fhir + "relation")) == "next";
            else if (child.Name == Fhir + "entry")
            {
                if (child.Element(Fhir + "resource")?.Elements().FirstOrDefault() is { } resource)
                {
                    var source = Source(resource, $"Bundle.entry[{entry}].resource");
                    source.FullUrl = Value(child.Element(Fhir + "fullUrl"));
                    parts.Resources.Add(source);
                }

                entry++;
            }
        }
    }

    private static ResourceSource Source(XElement resource, string path) => new()
    {
        Path = path,
        Type = resource.Name.LocalName,
        Id = Value(resource.Element(Fhir + "id")),
        LastUpdated = Value(resource.Element(Fhir + "meta")?.Element(Fhir + "lastUpdated")),
        HasContained = resource.Element(Fhir + "contained") is not null,
        Xml = new XElement(resource),
    };

    private static string? Value(XElement? element) => element?.Attribute("value")?.Value;

    private static XmlReader Open(ReadOnlyMemory<byte> utf8) => XmlReader.Create(new MemoryStream(utf8.ToArray()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>Whether the prolog declares a document type, read without processing it.</summary>
    private static bool HasDocumentType(ReadOnlyMemory<byte> utf8)
    {
        int root = utf8.Span.IndexOf("<!DOCTYPE"u8);
        return root >= 0 && root < 4096;
    }
}
