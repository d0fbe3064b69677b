using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;
using Hl7.Fhir.Validation;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>A resource of a document before it is parsed: most of a large record is never parsed at all.</summary>
internal sealed class ResourceSource
{
    public required string Path { get; init; }

    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? FullUrl { get; set; }

    /// <summary>When the server last changed it; the later of two versions counts.</summary>
    public string? LastUpdated { get; set; }

    /// <summary>Whether it holds other resources.</summary>
    public bool HasContained { get; set; }

    public ReadOnlyMemory<byte> Json { get; set; }

    public XElement? Xml { get; set; }

    public R4.Resource? Poco { get; set; }
}

/// <summary>What is wrong with a resource, by the element it is in. The SDK's messages repeat values, so none is kept.</summary>
/// <param name="Element">The element of the resource, such as <c>value</c>; null = the resource as a whole.</param>
/// <param name="Path">The whole place, such as <c>Observation.value.code</c>.</param>
internal readonly record struct ResourceFault(string? Element, string Path);

/// <summary>Parses resources with the Firely SDK, collecting every fault.</summary>
internal sealed class ResourceParser
{
    private readonly FhirJsonDeserializer json = new(Settings());
    private readonly FhirXmlDeserializer xml = new(Settings());

    public (R4.Resource? Resource, ImmutableArray<ResourceFault> Faults) Parse(ResourceSource source)
    {
        try
        {
            return Deserialize(source);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // For some damage (an object where 'contained' has a list) the SDK throws while it collects faults.
            return (null, [Fault(null, source.Type)]);
        }
    }

    private (R4.Resource? Resource, ImmutableArray<ResourceFault> Faults) Deserialize(ResourceSource source)
    {
        if (source.Poco is { } poco)
            return (poco, [.. poco.Validate(R4.ModelInfo.ModelInspector, NarrativeValidationKind.None).Select(f => Fault(f.InstancePath, poco.TypeName))]);
        IEnumerable<CodedException> faults;
        R4.Resource? resource;
        if (source.Xml is { } element)
        {
            using var reader = element.CreateReader();
            xml.TryDeserializeResource(reader, out resource, out faults);
        }
        else
        {
            var reader = new Utf8JsonReader(source.Json.Span);
            json.TryDeserializeResource(ref reader, out resource, out faults);
        }

        return (resource, [.. faults.Select(f => Fault((f as ExtendedCodedException)?.InstancePath, source.Type))]);
    }

    private static DeserializerSettings Settings() => new DeserializerSettings().UsingMode(DeserializationMode.Strict, NarrativeValidationKind.None);

    private static ResourceFault Fault(string? path, string? type)
    {
        string[] parts = (path ?? type ?? "").Split('.');
        return new ResourceFault(parts.Length < 2 ? null : parts[1].Split('[')[0], path ?? type ?? "");
    }
}

/// <summary>What every resource has, of one in which even that may be damaged: the SDK throws where such a part is asked for.</summary>
internal static class Damaged
{
    public static string? Id(R4.Resource resource) => Try(() => resource.Id, null);

    public static IReadOnlyList<R4.Resource> Contained(R4.DomainResource resource) => Try<IReadOnlyList<R4.Resource>>(() => resource.Contained, []);

    private static T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (CodedException)
        {
            return otherwise;
        }
    }
}
