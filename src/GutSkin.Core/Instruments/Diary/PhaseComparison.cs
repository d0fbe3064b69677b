using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Instruments.Diary;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>What a comparison of phases says.</summary>
[JsonConverter(typeof(KebabEnumConverter<PhaseVerdict>))]
public enum PhaseVerdict
{
    /// <summary>The diary carries no answer; <see cref="PhaseComparison.Limits"/> says why.</summary>
    CannotTell,

    /// <summary>Severity was lower with it.</summary>
    LowerWith,

    /// <summary>Severity was higher with it.</summary>
    HigherWith,

    /// <summary>Whatever difference there is, is smaller than the one that counts: the whole interval is.</summary>
    NoRelevantDifference,
}

/// <summary>What limits the answer of a diary.</summary>
[JsonConverter(typeof(KebabEnumConverter<DiaryLimit>))]
public enum DiaryLimit
{
    /// <summary>Fewer days with, or without, than an answer needs; or so correlated that they are worth too few.</summary>
    TooFewDays,

    /// <summary>The severity did not change at all within the phases, so that no interval can be computed.</summary>
    NoVariation,

    /// <summary>It was changed once: whatever else changed at that time looks the same. Going back, and on again, tells the two apart.</summary>
    OneChangeOnly,

    /// <summary>The interval has 0 in it: chance explains the difference.</summary>
    ChanceExplainsIt,

    /// <summary>Neighboring days resemble each other (a correlation of 0.3 or more): the days are worth fewer than they are, and the interval is wider.</summary>
    DaysResembleEachOther,

    /// <summary>The difference is smaller than the one that counts.</summary>
    SmallerThanCounts,

    /// <summary>A food was always eaten with another one: the two cannot be told apart.</summary>
    EatenTogether,
}

/// <summary>How the interval was computed.</summary>
[JsonConverter(typeof(KebabEnumConverter<PhaseMethod>))]
public enum PhaseMethod
{
    /// <summary>Three or more pairs of periods: the mean of their differences, by Student's t for pairs.</summary>
    PairedPeriods,

    /// <summary>Fewer: two means by Welch's t, each of as many days as they are worth with their correlation.</summary>
    CorrelatedDays,
}

/// <summary>
/// The days with something against the days without: the difference of the means, its 95 % interval, and what the diary cannot carry.
/// <para>With three or more pairs of periods (off-on or on-off, taken in order), the mean of the pairs' differences of means with Student's t [1, 2];
/// a period counts once, however long, so that the correlation of its days does no harm. With fewer pairs, Welch's t [3] on the days, each phase counting
/// n(1 − ρ)/(1 + ρ) of its n days [4], degrees of freedom rounded down. ρ is the correlation of neighboring entries around the means of their phases,
/// r₁ = Σ e(t) e(t+1) / Σ e(t)² [5], corrected for the length of the series [6] and never below 0; where phases alternate that is
/// on the safe side. Serial correlation makes a plain t-test of an N-of-1 trial too sure of itself [7].</para>
/// <para>No cause is claimed unless the phases changed at least twice (off-on-off): after one change, a course over time looks the same.</para>
/// <para>References: 1. Student, Biometrika 1908;6:1-25. 2. Chen X, Chen P, A comparison of four methods for the analysis of N-of-1 trials, PLoS ONE
/// 2014;9:e87752. 3. Welch BL, Biometrika 1947;34:28-35. 4. Bayley GV, Hammersley JM, J R Stat Soc Suppl 1946;8:184-197. 5. Box GEP, Jenkins GM, Time Series
/// Analysis, 2.1.4. 6. Marriott FHC, Pope JA, Biometrika 1954;41:390-402. 7. Tang J, Landes RD, Some t-tests for N-of-1 trials with serial correlation,
/// PLoS ONE 2020;15:e0228077.</para>
/// </summary>
public sealed class PhaseComparison
{
    internal const int LeastDays = 3;
    internal const double Strong = 0.3;
    private const int LeastPairs = 3;
    private const double Confidence = 0.95;

    private PhaseComparison(int daysWith, int daysWithout, int changes) => (DaysWith, DaysWithout, Changes) = (daysWith, daysWithout, changes);

    /// <summary>What it says.</summary>
    public PhaseVerdict Verdict { get; private init; }

    /// <summary>The mean with − the mean without, in points (of pairs: the mean of their differences); null where there are too few days.</summary>
    public double? Difference { get; private init; }

    /// <summary>The 95 % interval of the difference; null where none can be computed.</summary>
    public Interval? Interval { get; private init; }

    /// <summary>How the interval was computed; null where there is none.</summary>
    public PhaseMethod? Method { get; private init; }

    /// <summary>The degrees of freedom of the interval; null where there is none.</summary>
    public int? DegreesOfFreedom { get; private init; }

    /// <summary>The correlation of neighboring entries, r₁ as it is, from −1 to 1; null where there are too few, or nothing varies.</summary>
    public double? Autocorrelation { get; private init; }

    /// <summary>The entries with it that were compared.</summary>
    public int DaysWith { get; }

    /// <summary>The entries without it that were compared.</summary>
    public int DaysWithout { get; }

    /// <summary>How often it was changed from with to without, or back.</summary>
    public int Changes { get; }

    /// <summary>What limits the answer, in the order of the enumeration; empty where nothing does.</summary>
    public ImmutableArray<DiaryLimit> Limits { get; private init; } = [];

    /// <summary>Says of what it is, never a number of the person's.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a comparison of phases";

    internal static PhaseComparison Of(List<DiaryPeriod> periods, double? counts)
    {
        List<double> with = [.. periods.Where(p => p.IsOn).SelectMany(p => p.Severities)];
        List<double> without = [.. periods.Where(p => !p.IsOn).SelectMany(p => p.Severities)];
        int changes = periods.Zip(periods.Skip(1), (one, next) => one.IsOn != next.IsOn ? 1 : 0).Sum();
        if (with.Count < LeastDays || without.Count < LeastDays)
            return new PhaseComparison(with.Count, without.Count, changes) { Limits = [DiaryLimit.TooFewDays] };

        double meanWith = SerialStatistics.Mean(with), meanWithout = SerialStatistics.Mean(without);
        double? lagOne = SerialStatistics.LagOne([.. periods.SelectMany(p => p.Severities.Select(s => s - (p.IsOn ? meanWith : meanWithout)))]);
        double correlation = SerialStatistics.Unbiased(lagOne ?? 0, with.Count + without.Count);
        double[] pairs = Pairs(periods);
        bool isPaired = pairs.Length >= LeastPairs;
        var difference = isPaired ? SerialStatistics.Paired(pairs) : SerialStatistics.Welch(with, without, correlation);

        var limits = new SortedSet<DiaryLimit>();
        if (changes < 2)
            limits.Add(DiaryLimit.OneChangeOnly);
        if (difference is null)
            limits.Add(lagOne is null || isPaired ? DiaryLimit.NoVariation : DiaryLimit.TooFewDays);
        if (!isPaired && correlation >= Strong)
            limits.Add(DiaryLimit.DaysResembleEachOther);
        var interval = difference?.Within(Confidence);
        var verdict = Judge(interval, difference?.Difference, counts, limits);
        return new PhaseComparison(with.Count, without.Count, changes)
        {
            Verdict = verdict,
            Difference = difference?.Difference ?? (isPaired ? SerialStatistics.Mean(pairs) : meanWith - meanWithout),
            Interval = interval,
            Method = difference is null ? null : isPaired ? PhaseMethod.PairedPeriods : PhaseMethod.CorrelatedDays,
            DegreesOfFreedom = difference?.Degrees,
            Autocorrelation = lagOne,
            Limits = [.. limits],
        };
    }

    private static PhaseVerdict Judge(Interval? interval, double? difference, double? counts, SortedSet<DiaryLimit> limits)
    {
        if (interval is not { } range)
            return PhaseVerdict.CannotTell;
        bool isSmall = counts is { } least && range.Low > -least && range.High < least;
        if (range.Contains(0) && !isSmall)
            limits.Add(DiaryLimit.ChanceExplainsIt);
        else if (Math.Abs(difference!.Value) < counts && !isSmall)
            limits.Add(DiaryLimit.SmallerThanCounts);
        if (limits.Contains(DiaryLimit.ChanceExplainsIt) || limits.Contains(DiaryLimit.OneChangeOnly))
            return PhaseVerdict.CannotTell;
        if (isSmall)
            return PhaseVerdict.NoRelevantDifference;
        return difference < 0 ? PhaseVerdict.LowerWith : PhaseVerdict.HigherWith;
    }

    /// <summary>The differences, with − without, of periods that follow each other, taken two by two; one that is left over has no pair.</summary>
    private static double[] Pairs(List<DiaryPeriod> periods)
    {
        var pairs = new List<double>();
        for (int i = 0; i + 1 < periods.Count; i++)
        {
            if (periods[i].IsOn == periods[i + 1].IsOn)
                continue;
            double first = SerialStatistics.Mean(periods[i].Severities), second = SerialStatistics.Mean(periods[i + 1].Severities);
            pairs.Add(periods[i].IsOn ? first - second : second - first);
            i++;
        }

        return [.. pairs];
    }
}
