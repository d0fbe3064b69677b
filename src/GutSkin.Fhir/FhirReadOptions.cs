using System.Collections.Immutable;

namespace GutSkin.Fhir;

/// <summary>How FHIR resources are read.</summary>
public sealed record FhirReadOptions
{
    /// <summary>The largest document that is read where <see cref="MaxBytes"/> says nothing else: 64 MiB.</summary>
    public const int DefaultMaxBytes = 64 * 1024 * 1024;

    /// <summary>The defaults.</summary>
    public static FhirReadOptions Default { get; } = new();

    /// <summary>
    /// The day for which the profile speaks: ages are counted to it, and what is dated after it is left out. Null = the day on which the
    /// Bundle was put together (<c>Bundle.timestamp</c>), else that of the latest record in it that is used, with a warning. The library reads no clock.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// The person, as <c>Patient/id</c> or the id alone. Needed where a document holds several; resources of other people are never used.
    /// </summary>
    public string? Patient { get; init; }

    /// <summary>The ids of the conditions that the person wants advice on; none = all skin conditions.</summary>
    public ImmutableArray<string> Concerns { get; init; } = [];

    /// <summary>The largest document that is read, in bytes; a larger one is an error.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;
}
