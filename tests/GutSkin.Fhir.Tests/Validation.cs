using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;
using Hl7.Fhir.Validation;

namespace GutSkin.Fhir.Tests;

/// <summary>Holds what is written against R4: the SDK's own rules, a strict way there and back as JSON and XML, and the specification's profiles.</summary>
internal static class Validation
{
    private static readonly Lazy<Validator> Profiles = new(() =>
    {
        var source = new CachedResolver(ZipSource.CreateValidationSource());
        return new Validator(source, new LocalTerminologyService(source));
    });

    /// <summary>Everything that is wrong with a resource by the SDK, and by a strict way through JSON and XML.</summary>
    public static IEnumerable<string> Faults(Resource resource)
    {
        foreach (var fault in resource.Validate(ModelInfo.ModelInspector, NarrativeValidationKind.FhirXhtml))
            yield return fault.Message;
        string json = FhirWriter.ToJson(resource);
        if (!Same(new FhirJsonDeserializer().Deserialize<Resource>(json), resource))
            yield return "JSON does not come back";
        if (!Same(new FhirXmlDeserializer().Deserialize<Resource>(FhirWriter.ToXml(resource)), resource))
            yield return "XML does not come back";
    }

    /// <summary>Everything that is wrong with a resource by the specification's profiles, warnings about unknown code systems aside.</summary>
    public static IEnumerable<string> ProfileFaults(Resource resource) =>
        Profiles.Value.Validate(resource).Issue
            .Where(i => i.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal)
            // ras-2 of R4 compares the probability without asking whether there is one; here there never is.
            .Where(i => i.Details?.Text?.Contains("ras-2", StringComparison.Ordinal) != true)
            .Select(i => $"{string.Join(',', i.Expression)}: {i.Details?.Text ?? i.Diagnostics}");

    private static bool Same(Resource back, Resource resource) => FhirWriter.ToJson(back) == FhirWriter.ToJson(resource);
}
