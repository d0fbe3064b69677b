using GutSkin.Core;
using GutSkin.Fhir.Writing;
using Hl7.Fhir.Serialization;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir;

/// <summary>Writes assessments as FHIR R4 resources, each with the disclaimer in its narrative.</summary>
public static class FhirWriter
{
    /// <summary>
    /// An assessment as a Bundle (collection): a GuidanceResponse (<c>data-requested</c> while not enough is known, with what to ask), a
    /// CarePlan with the suggestions (intent <c>proposal</c>), a DetectedIssue for every red flag, contraindication and caution that
    /// holds, a RiskAssessment for every index, without a probability, and a Provenance with the hash of the rule set.
    /// </summary>
    /// <param name="assessment">The assessment; one that was read from JSON needs its rule set (<c>scoring.ReadAssessment</c>).</param>
    /// <param name="options">How to write; null = the defaults.</param>
    /// <returns>A Bundle that is valid R4. The same assessment and options give the same one.</returns>
    /// <exception cref="ArgumentException">Neither the options nor the assessment has a day, or the identifier is none.</exception>
    public static R4.Bundle ToBundle(Assessment assessment, FhirWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new AssessmentWriter(assessment, options ?? FhirWriteOptions.Default).Write();
    }

    /// <summary>A resource as JSON.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>Indented JSON with line feeds, ending in one.</returns>
    public static string ToJson(R4.Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new FhirJsonSerializer().SerializeToString(resource, pretty: true).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A resource as XML.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The XML.</returns>
    public static string ToXml(R4.Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new FhirXmlSerializer().SerializeToString(resource);
    }
}
