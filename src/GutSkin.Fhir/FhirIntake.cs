using System.Collections.Immutable;
using GutSkin.Core;

namespace GutSkin.Fhir;

/// <summary>What came of reading FHIR resources: a profile, and what became of every resource. Holds health data: <see cref="ToString"/> shows counts.</summary>
public sealed class FhirIntake
{
    internal FhirIntake(PersonProfile profile, string? patient, ImmutableArray<FhirResourceUse> resources) =>
        (Profile, Patient, Resources) = (profile, patient, resources);

    /// <summary>What the resources say, ready to be assessed: every value fits the rule set. The source of an observation is the resource it is from.</summary>
    public PersonProfile Profile { get; }

    /// <summary>Whom the resources are about, as <c>Patient/id</c>; null where none says so.</summary>
    public string? Patient { get; }

    /// <summary>Every resource, contained ones too, in the order of the document.</summary>
    public ImmutableArray<FhirResourceUse> Resources { get; }

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() =>
        $"FhirIntake: {Profile.Observations.Count} observations from {Resources.Count(r => r.Outcome == FhirOutcome.Used)} of {Resources.Length} resources";
}

/// <summary>What became of one resource.</summary>
public sealed record FhirResourceUse
{
    /// <summary>The type, for example <c>Observation</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The logical id; null where it has none, or one that FHIR does not allow.</summary>
    public string? Id { get; init; }

    /// <summary>Where it is, in FHIRPath: <c>Bundle.entry[3].resource</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it: the best that became of one of its parts.</summary>
    public required FhirOutcome Outcome { get; init; }

    /// <summary>Why it was not used, or what is to be known of its use; null where there is nothing to say.</summary>
    public FhirReason? Reason { get; init; }

    /// <summary>The factors it speaks about, each with what became of it.</summary>
    public ImmutableArray<FhirFactorUse> Factors { get; init; } = [];

    /// <summary>The place and the outcome, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"{Path}: {Type}, {Outcome}";
}

/// <summary>What became of what a resource says about one factor.</summary>
public sealed record FhirFactorUse
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>Where it is, in FHIRPath.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is in the profile.</summary>
    public required FhirOutcome Outcome { get; init; }

    /// <summary>Why not; null where it is.</summary>
    public FhirReason? Reason { get; init; }

    /// <summary>The place and the factor, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"{Path}: {Factor}, {Outcome}";
}

/// <summary>What became of a resource, or of a part of it.</summary>
public enum FhirOutcome
{
    /// <summary>There is no factor for it.</summary>
    NotMapped,

    /// <summary>There is a factor for it, and it was not used: the reason says why.</summary>
    Mapped,

    /// <summary>It is in the profile.</summary>
    Used,
}
