using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;

namespace GutSkin.Core;

/// <summary>
/// What is known of a person: a partial map from factor to observation. Immutable, and special-category health data:
/// <see cref="ToString"/> shows counts, never values.
/// </summary>
public sealed class PersonProfile
{
    internal PersonProfile(
        string? id,
        DateOnly? asOf,
        ImmutableArray<string> concerns,
        ImmutableArray<ScreenAnswer> screened,
        Dictionary<string, Observation> observations)
    {
        Id = id;
        AsOf = asOf;
        Concerns = concerns;
        Screened = screened;
        Answers = observations;
        Observations = new ReadOnlyDictionary<string, Observation>(observations);
    }

    /// <summary>An opaque id of the caller's; null where there is none.</summary>
    public string? Id { get; }

    /// <summary>The day the profile speaks for; without it no observation is too old.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The ids of the conditions the person is concerned about, each once, in the order given; empty = all skin conditions.</summary>
    public ImmutableArray<string> Concerns { get; }

    /// <summary>The screens that were answered.</summary>
    public ImmutableArray<ScreenAnswer> Screened { get; }

    /// <summary>The observations by factor id.</summary>
    public IReadOnlyDictionary<string, Observation> Observations { get; }

    /// <summary>The same, for those who read every one of them; never changed.</summary>
    internal Dictionary<string, Observation> Answers { get; }

    /// <summary>Where each part was read; null for a profile described in C#.</summary>
    internal SourceMap? Source { get; init; }

    /// <summary>Starts a profile.</summary>
    /// <returns>An empty builder.</returns>
    public static PersonProfileBuilder Create() => new();

    /// <summary>Starts a profile from this one.</summary>
    /// <returns>A builder that holds everything this profile does.</returns>
    public PersonProfileBuilder ToBuilder() => new(this);

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"PersonProfile: {Observations.Count} observations, {Screened.Length} screens, {Concerns.Length} concerns");
}
