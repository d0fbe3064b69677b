using System.Collections.Immutable;

namespace GutSkin.Core.Instruments;

/// <summary>What an instrument says of one person: the total, its parts, and the band with the set it is from. A measure, not a diagnosis.</summary>
public sealed class InstrumentScore
{
    internal InstrumentScore(Instrument definition, BandSet bandSet, Computation computed)
    {
        Definition = definition;
        Score = Plain(computed.Score);
        Subscores = computed.Parts.ToImmutableSortedDictionary(p => p.Id, p => Plain(p.Value), StringComparer.Ordinal);
        TreatmentSuccess = computed.TreatmentSuccess;
        var band = computed.Band is { } label ? bandSet.Bands.First(b => b.Label == label) : bandSet.Find(computed.Exact ?? computed.Score);
        (Band, BandSet, IsBandVerified) = (band?.Label, bandSet.Id, band?.IsVerified ?? true);
        Rounded = definition.Decimals is { } decimals ? Math.Round(computed.Exact ?? computed.Score, decimals, MidpointRounding.AwayFromZero) : Score;
    }

    /// <summary>The id of the instrument.</summary>
    public string Instrument => Definition.Id;

    /// <summary>The total, in the instrument's points; exact, but for quotients, which have four decimals.</summary>
    public decimal Score { get; }

    /// <summary>The total as the field writes it: a body mass index with one decimal, all others as they are.</summary>
    public decimal Rounded { get; }

    /// <summary>The band of the total; null where the band set has none for it.</summary>
    public string? Band { get; }

    /// <summary>The id of the set that the band is from.</summary>
    public string BandSet { get; }

    /// <summary>Whether a source was seen that states this band.</summary>
    public bool IsBandVerified { get; }

    /// <summary>What the total is made of, by id, for example one number a body region; empty where the instrument has no sub-scores.</summary>
    public ImmutableSortedDictionary<string, decimal> Subscores { get; }

    /// <summary>Whether a follow-up grade is a success by the instrument's definition; null where no follow-up was given.</summary>
    public bool? TreatmentSuccess { get; }

    /// <summary>The factor that this total answers, with its unit; null for a measure of a condition's severity.</summary>
    public InstrumentObservation? Observation =>
        Definition.Factor is { } factor ? new InstrumentObservation(factor, (double)Score, Definition.Unit!) : null;

    internal Instrument Definition { get; }

    /// <summary>The measured severity of a condition: to be shown beside its index, never mixed with it.</summary>
    /// <param name="condition">One of the instrument's conditions.</param>
    /// <returns>The severity.</returns>
    /// <exception cref="ArgumentException">The instrument does not measure that condition.</exception>
    public MeasuredSeverity SeverityOf(string condition)
    {
        ArgumentException.ThrowIfNullOrEmpty(condition);
        if (!Definition.Conditions.Contains(condition))
            throw new ArgumentException($"'{Instrument}' does not measure '{condition}'.", nameof(condition));
        return new MeasuredSeverity(condition, Instrument, Score, Band, BandSet);
    }

    /// <summary>Says of what it is, never the score.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"a score of {Instrument}, band set {BandSet}";

    /// <summary>Without zeros at the end, so that equal numbers are written alike.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}

/// <summary>A total as the answer to a factor, ready for a profile: <c>profile.With(o.Factor, Quantity.Of(o.Value, o.Unit))</c>.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, in UCUM spelling; the factor's own.</param>
public readonly record struct InstrumentObservation(string Factor, double Value, string Unit)
{
    /// <summary>Says of what it is, never the value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"an observation of {Factor}";
}

/// <summary>How severe a condition was measured to be. It stands beside the index of the condition and is never mixed with it.</summary>
/// <param name="Condition">The id of the condition.</param>
/// <param name="Instrument">The id of the instrument.</param>
/// <param name="Score">The total, in the instrument's points.</param>
/// <param name="Band">The band; null where the band set has none for the score.</param>
/// <param name="BandSet">The id of the set that the band is from.</param>
public readonly record struct MeasuredSeverity(string Condition, string Instrument, decimal Score, string? Band, string BandSet)
{
    /// <summary>Says of what it is, never the score.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"severity of {Condition} by {Instrument}";
}

/// <summary>What an instrument's formula gave.</summary>
/// <param name="Score">The total.</param>
/// <param name="Parts">The sub-scores.</param>
internal readonly record struct Computation(decimal Score, params (string Id, decimal Value)[] Parts)
{
    /// <summary>The unrounded total, where <see cref="Score"/> is rounded.</summary>
    public decimal? Exact { get; init; }

    /// <summary>The band, where a rule other than the total decides.</summary>
    public string? Band { get; init; }

    /// <summary>Whether a follow-up is a success by the instrument's definition.</summary>
    public bool? TreatmentSuccess { get; init; }
}
