using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>
/// What is known of a person: a partial map from factor to observation. Immutable, and special-category health data:
/// <see cref="ToString"/> shows counts, never values.
/// </summary>
/// <example>
/// <code>
/// var person = PersonProfile.Create().ConcernedAbout(SkinConditions.Rosacea).With(Factors.Person.Age, 41).Build();
/// var changed = person.ToBuilder().With(Factors.Diet.Alcohol, 20).Build();
/// Console.WriteLine($"{person.Observations.Count} and {changed.Observations.Count} answers");
/// </code>
/// </example>
[JsonConverter(typeof(PersonProfileConverter))]
public sealed class PersonProfile : IEquatable<PersonProfile>
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

    /// <summary>What is recorded of a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The observation; null where nothing is.</returns>
    public Observation? this[FactorKey factor]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(factor);
            return Answers.GetValueOrDefault(factor.Id);
        }
    }

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

    /// <summary>Whether two profiles say the same of the same person.</summary>
    /// <param name="other">Another profile.</param>
    /// <returns>True where id, day, concerns, screens and observations are equal.</returns>
    public bool Equals(PersonProfile? other) => ReferenceEquals(this, other) || (other is not null && Id == other.Id && AsOf == other.AsOf
        && Same.Values(Concerns, other.Concerns) && Same.Values(Screened, other.Screened) && Answers.Count == other.Answers.Count
        && Answers.All(a => a.Value.Equals(other.Answers.GetValueOrDefault(a.Key))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, AsOf, Answers.Count);

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"PersonProfile: {Observations.Count} observations, {Screened.Length} screens, {Concerns.Length} concerns");
}

/// <summary>What is recorded of one factor: a value, or that the person would rather not say.</summary>
[JsonConverter(typeof(ObservationConverter))]
public sealed class Observation : IEquatable<Observation>
{
    internal Observation(FactorValue? value, string? unit, DateOnly? on, string? source, bool declined)
    {
        Value = value;
        Unit = unit;
        On = on;
        Source = source;
        IsDeclined = declined;
    }

    /// <summary>The value, in <see cref="Unit"/>; null where the answer was declined.</summary>
    public FactorValue? Value { get; }

    /// <summary>The unit of the value; null = the factor's own.</summary>
    public string? Unit { get; }

    /// <summary>The day it was made on; null = the profile's <see cref="PersonProfile.AsOf"/>.</summary>
    public DateOnly? On { get; }

    /// <summary>Where it comes from, for example <c>lab</c>; null where that was not said.</summary>
    public string? Source { get; }

    /// <summary>Whether the person would rather not say: missing, and not asked again.</summary>
    public bool IsDeclined { get; }

    /// <summary>Whether two observations say the same.</summary>
    /// <param name="other">Another observation.</param>
    /// <returns>True where value, unit, day and source are equal.</returns>
    public bool Equals(Observation? other) =>
        other is not null && Value == other.Value && Unit == other.Unit && On == other.On && Source == other.Source && IsDeclined == other.IsDeclined;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Observation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Unit, On);

    /// <summary>Says whether there is a value, never the value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => IsDeclined ? "declined" : "recorded";
}

/// <summary>A screen that was answered: the yes/no factors that it showed, without an entry of their own, are false.</summary>
/// <param name="Screen">The id of the screen.</param>
/// <param name="On">The day it was answered; null = the profile's <see cref="PersonProfile.AsOf"/>.</param>
[JsonConverter(typeof(ScreenAnswerConverter))]
public sealed record ScreenAnswer(string Screen, DateOnly? On = null)
{
    /// <summary>The ids of the factors that were shown; null = all that the screen lists.</summary>
    public ImmutableArray<string>? Items { get; init; }

    /// <inheritdoc/>
    public bool Equals(ScreenAnswer? other) =>
        other is not null && Screen == other.Screen && On == other.On
        && Items.HasValue == other.Items.HasValue && (Items ?? []).AsSpan().SequenceEqual((other.Items ?? []).AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Screen, On, Items?.Length);

    /// <summary>Which screen, never what was answered.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Screen;
}
