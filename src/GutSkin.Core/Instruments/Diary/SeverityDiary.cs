using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Instruments.Diary;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>Whether a person did, on a day, what is to be tried out.</summary>
[JsonConverter(typeof(KebabEnumConverter<DiaryPhase>))]
public enum DiaryPhase
{
    /// <summary>Without it.</summary>
    Off,

    /// <summary>With it.</summary>
    On,

    /// <summary>Between the two: the day is kept out of the comparison.</summary>
    Washout,
}

/// <summary>The severity of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Severity">The severity, in the points of one instrument for all days; finite, more is worse.</param>
/// <param name="Phase">With or without what is tried out.</param>
public readonly record struct DiaryEntry(DateOnly Day, double Severity, DiaryPhase Phase)
{
    /// <summary>Says of what it is, never the severity.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "an entry of a diary";
}

/// <summary>How the phases of a diary are compared.</summary>
public sealed record PhaseOptions
{
    /// <summary>The difference that counts, in points, for example an instrument's <see cref="MinimalDifference"/>; null = any.</summary>
    public double? MinimalDifference { get; init; }

    /// <summary>How many entries at the beginning of every period after the first are left out, because what went before still acts; 0 or more.</summary>
    public int CarryOver { get; init; }
}

/// <summary>
/// The repeated severity of one person, with and without something (an N-of-1 trial). It answers with a difference and an interval, or says that it
/// cannot tell; see <see cref="PhaseComparison"/> for the formulas.
/// </summary>
public sealed class SeverityDiary
{
    private SeverityDiary(ImmutableArray<DiaryEntry> entries) => Entries = entries;

    /// <summary>The entries in the order of their days.</summary>
    public ImmutableArray<DiaryEntry> Entries { get; }

    /// <summary>Makes a diary.</summary>
    /// <param name="entries">The entries in any order, one a day at most; days may be missing.</param>
    /// <returns>The diary, or every entry that is wrong.</returns>
    public static ReadResult<SeverityDiary> Of(IEnumerable<DiaryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        DiaryEntry[] all = [.. entries];
        var faults = FaultsOf(all.Select(e => (e.Day, e.Severity)));
        return new ReadResult<SeverityDiary>(faults.IsEmpty ? new SeverityDiary([.. all.OrderBy(e => e.Day)]) : null, faults);
    }

    /// <summary>Compares the days with and the days without.</summary>
    /// <param name="options">What counts; null = any difference, nothing left out.</param>
    /// <returns>The difference, or why it cannot be told. A diary of one day gives no number.</returns>
    /// <exception cref="ArgumentException">An option is negative or not finite.</exception>
    public PhaseComparison Compare(PhaseOptions? options = null)
    {
        options ??= new PhaseOptions();
        if (options.CarryOver < 0 || options.MinimalDifference is { } difference && !(difference >= 0 && double.IsFinite(difference)))
            throw new ArgumentException("The minimal difference and the carry-over are 0 or more.", nameof(options));
        return PhaseComparison.Of(Periods(options.CarryOver), options.MinimalDifference);
    }

    /// <summary>Says how long it is, never a severity.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a diary of {Entries.Length} entries");

    /// <summary>Two entries of one day, and severities that are no numbers.</summary>
    internal static ImmutableArray<Diagnostic> FaultsOf(IEnumerable<(DateOnly Day, double Severity)> entries)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var days = new HashSet<DateOnly>();
        int index = 0;
        foreach (var (day, severity) in entries)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"$[{index++}]");
            if (!days.Add(day))
                faults.Add(Fault(InstrumentDiagnostics.DayTwice, path, $"There are two entries for {day.ToString("O", CultureInfo.InvariantCulture)}.", "Keep one of the two."));
            if (!double.IsFinite(severity))
                faults.Add(Fault(InstrumentDiagnostics.NotFinite, path, "The severity is not a finite number.", "Give a finite number, or leave the day out."));
        }

        return faults.ToImmutable();
    }

    private static Diagnostic Fault(string code, string path, string message, string hint) =>
        new() { Code = code, Severity = DiagnosticSeverity.Error, Path = path, Message = message, Hint = hint };

    /// <summary>Entries of one phase that follow each other.</summary>
    private List<DiaryPeriod> Periods(int carryOver)
    {
        var periods = new List<DiaryPeriod>();
        DiaryPhase? phase = null;
        var severities = new List<double>();
        foreach (var entry in Entries)
        {
            if (entry.Phase != phase)
            {
                severities = [];
                periods.Add(new DiaryPeriod(entry.Phase == DiaryPhase.On, severities));
                phase = entry.Phase;
                if (phase == DiaryPhase.Washout)
                    periods.RemoveAt(periods.Count - 1);
            }

            severities.Add(entry.Severity);
        }

        foreach (var period in periods.Skip(1))
            period.Severities.RemoveRange(0, Math.Min(carryOver, period.Severities.Count));
        periods.RemoveAll(p => p.Severities.Count == 0);
        return periods;
    }
}

/// <summary>A stretch of days with, or without.</summary>
internal sealed record DiaryPeriod(bool IsOn, List<double> Severities);
