namespace GutSkin.Fhir;

/// <summary>How resources are written.</summary>
public sealed record FhirWriteOptions
{
    /// <summary>The defaults.</summary>
    public static FhirWriteOptions Default { get; } = new();

    /// <summary>Whom the resources are about, as a reference such as <c>Patient/1</c>; null = nobody is named.</summary>
    public string? Subject { get; init; }

    /// <summary>When the assessment was made; null = at the start of its day, in UTC. The library reads no clock.</summary>
    public DateTimeOffset? Recorded { get; init; }

    /// <summary>
    /// What the ids of the resources begin with, and what their UUIDs are made from together with it; give each assessment its own where
    /// several are kept in one place. Letters, digits, hyphens and dots, 32 at most; nothing of a person.
    /// </summary>
    public string Identifier { get; init; } = "gutskin";
}
