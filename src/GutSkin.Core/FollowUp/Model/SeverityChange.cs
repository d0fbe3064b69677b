using System.Text.Json.Serialization;
using GutSkin.Core.Instruments;

namespace GutSkin.Core;

/// <summary>The measured severity of a condition at two times, held against what is published of the instrument. Never mixed with an index.</summary>
public sealed record SeverityChange
{
    /// <summary>The id of the condition; absent for an instrument that measures something else.</summary>
    [JsonPropertyName("condition")]
    public string? Condition { get; init; }

    /// <summary>The id of the instrument.</summary>
    [JsonPropertyName("instrument")]
    public required string Instrument { get; init; }

    /// <summary>The score before, in the instrument's points.</summary>
    [JsonPropertyName("before")]
    public required decimal Before { get; init; }

    /// <summary>The score after.</summary>
    [JsonPropertyName("after")]
    public required decimal After { get; init; }

    /// <summary>The band before; absent where the band set has none for it.</summary>
    [JsonPropertyName("bandBefore")]
    public string? BandBefore { get; init; }

    /// <summary>The band after; absent where the band set has none for it.</summary>
    [JsonPropertyName("bandAfter")]
    public string? BandAfter { get; init; }

    /// <summary>The id of the band set.</summary>
    [JsonPropertyName("bandSet")]
    public required string BandSet { get; init; }

    /// <summary>Better, worse, within noise, or not judged because no difference is published.</summary>
    [JsonPropertyName("verdict")]
    public required ChangeVerdict Verdict { get; init; }

    /// <summary>Whether the source calls a change of this size very likely important; absent where it does not tell likely from very likely, or nothing changed by as much.</summary>
    [JsonPropertyName("sure")]
    public bool? Sure { get; init; }

    /// <summary>The minimal important difference it was held against: points, or a fraction of the start; absent where none is published.</summary>
    [JsonPropertyName("minimalDifference")]
    public decimal? MinimalDifference { get; init; }

    /// <summary>Whether that is a fraction of the start; absent where it is in points.</summary>
    [JsonPropertyName("relative")]
    public bool? Relative { get; init; }

    /// <summary>The instrument's measurement error in points; absent where none is published.</summary>
    [JsonPropertyName("measurementError")]
    public decimal? MeasurementError { get; init; }

    /// <summary>Of what it is, never a score.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"a change of {Instrument}";

    /// <summary>States a change of an instrument's score.</summary>
    /// <param name="change">The change.</param>
    /// <param name="condition">The condition whose severity it is; null = the only one that the instrument measures, or none.</param>
    /// <returns>The same as a line of a comparison.</returns>
    /// <exception cref="ArgumentException">The instrument does not measure that condition, or the two scores were held against two band sets.</exception>
    public static SeverityChange Of(InstrumentChange change, string? condition = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        var of = change.After.Definition.Conditions;
        if (condition is not null && !of.Contains(condition))
            throw new ArgumentException($"'{change.After.Instrument}' does not measure '{condition}'.", nameof(condition));
        if (change.Before.BandSet != change.After.BandSet)
            throw new ArgumentException("The two scores were held against two band sets.", nameof(change));
        bool isJudged = change.Verdict is ChangeVerdict.Improved or ChangeVerdict.Worse;
        return new SeverityChange
        {
            Condition = condition ?? (of.Length == 1 ? of[0] : null),
            Instrument = change.After.Instrument,
            Before = change.Before.Score,
            After = change.After.Score,
            BandBefore = change.Before.Band,
            BandAfter = change.After.Band,
            BandSet = change.After.BandSet,
            Verdict = change.Verdict,
            Sure = isJudged && change.Measure?.SureFrom is not null ? change.IsSure : null,
            MinimalDifference = change.Measure?.Value,
            Relative = change.Measure is { IsRelative: true } ? true : null,
            MeasurementError = change.Measure?.MeasurementError,
        };
    }
}
