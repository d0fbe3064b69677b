using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>A published minimal important difference: how far a score must move for people to notice.</summary>
public sealed class MinimalDifference
{
    internal MinimalDifference(decimal value, string population, params ReadOnlySpan<string> sources) => (Value, Population, Sources) = (value, population, [.. sources]);

    /// <summary>The difference: in points, or as a part of the starting score (0.35 = 35 %) where <see cref="IsRelative"/>.</summary>
    public decimal Value { get; }

    /// <summary>From where on it is very likely, where the source gives a range; null where it gives one number.</summary>
    public decimal? SureFrom { get; internal init; }

    /// <summary>Whether it is a part of the starting score.</summary>
    public bool IsRelative { get; internal init; }

    /// <summary>How far two measurements differ although nothing has changed, in points; null where it is not published.</summary>
    public decimal? MeasurementError { get; internal init; }

    /// <summary>In whom it was found.</summary>
    public string Population { get; }

    /// <summary>The evidence ids of its sources.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>The difference in words.</summary>
    /// <returns>For example <c>3 points</c>.</returns>
    public override string ToString()
    {
        string text = IsRelative
            ? string.Create(CultureInfo.InvariantCulture, $"{Value * 100:0.#} % of the start")
            : string.Create(CultureInfo.InvariantCulture, $"{Value} points");
        return SureFrom is { } sure ? string.Create(CultureInfo.InvariantCulture, $"{text}, surely from {sure} on") : text;
    }
}

/// <summary>What a change of a score is.</summary>
[JsonConverter(typeof(KebabEnumConverter<ChangeVerdict>))]
public enum ChangeVerdict
{
    /// <summary>No difference is published for the instrument, or neither direction is better: the numbers are all there is to say.</summary>
    NotJudged,

    /// <summary>Smaller than the minimal important difference, or not beyond the measurement error.</summary>
    WithinNoise,

    /// <summary>Better by the minimal important difference at least.</summary>
    Improved,

    /// <summary>Worse by the minimal important difference at least.</summary>
    Worse,
}

/// <summary>Two scores of one person by one instrument, held against its minimal important difference.</summary>
public sealed class InstrumentChange
{
    private InstrumentChange(InstrumentScore before, InstrumentScore after, MinimalDifference? by)
    {
        (Before, After, Measure) = (before, after, by);
        Difference = after.Score - before.Score;
        Verdict = Judge();
        IsSure = Verdict is ChangeVerdict.Improved or ChangeVerdict.Worse && (Measure!.SureFrom is not { } sure || Size >= sure);
    }

    /// <summary>The earlier score.</summary>
    public InstrumentScore Before { get; }

    /// <summary>The later score.</summary>
    public InstrumentScore After { get; }

    /// <summary>After − before, in points.</summary>
    public decimal Difference { get; }

    /// <summary>The fall as a percentage of the earlier score (negative = a rise), as in EASI-50 or PASI-75; null where that was 0.</summary>
    public decimal? PercentFall => Before.Score == 0 ? null : -Difference / Before.Score * 100;

    /// <summary>The minimal important difference it is held against; null where none is published.</summary>
    public MinimalDifference? Measure { get; }

    /// <summary>What the change is.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>Whether the source calls a change of this size very likely important, where it tells likely from very likely.</summary>
    public bool IsSure { get; }

    private decimal Size => Math.Abs(Difference);

    /// <summary>Compares two scores.</summary>
    /// <param name="before">The earlier score.</param>
    /// <param name="after">The later score, of the same instrument.</param>
    /// <param name="by">One of the instrument's <see cref="Instrument.Differences"/>; null = the first.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentException">The scores are of two instruments, or <paramref name="by"/> is another one's.</exception>
    public static InstrumentChange Between(InstrumentScore before, InstrumentScore after, MinimalDifference? by = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Instrument != after.Instrument)
            throw new ArgumentException($"A score of {before.Instrument} and one of {after.Instrument} cannot be compared.", nameof(after));
        if (by is not null && !before.Definition.Differences.Contains(by))
            throw new ArgumentException($"{before.Instrument} does not have that minimal important difference.", nameof(by));
        return new InstrumentChange(before, after, by ?? before.Definition.Differences.FirstOrDefault());
    }

    /// <summary>Says of what it is, never a score.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"a change of {Before.Instrument}";

    private ChangeVerdict Judge()
    {
        if (Difference == 0)
            return ChangeVerdict.WithinNoise;
        if (Measure is null || Before.Definition.BetterWhen == BetterWhen.Neither)
            return ChangeVerdict.NotJudged;

        // A part of the start is published for a fall. A rise is held against the same fall seen backwards: a part of the later score.
        decimal needed = Measure.IsRelative ? Measure.Value * Math.Max(Before.Score, After.Score) : Measure.Value;
        if (Size < needed || Size <= Measure.MeasurementError)
            return ChangeVerdict.WithinNoise;
        bool isBetter = Difference < 0 == (Before.Definition.BetterWhen == BetterWhen.Lower);
        return isBetter ? ChangeVerdict.Improved : ChangeVerdict.Worse;
    }
}
