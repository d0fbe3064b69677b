using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Instruments.Diary;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>What was eaten on a day, and how severe the symptom was.</summary>
public sealed class FoodDay
{
    /// <summary>Makes a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="severity">The severity of the symptom, in the same points every day; finite, more is worse.</param>
    /// <param name="foods">Names of what was eaten, out of those that are watched; a name means the same every day.</param>
    /// <exception cref="ArgumentException">A name is null or empty.</exception>
    public FoodDay(DateOnly day, double severity, params IEnumerable<string> foods)
    {
        ArgumentNullException.ThrowIfNull(foods);
        (Day, Severity) = (day, severity);
        Foods = foods.ToImmutableSortedSet(StringComparer.Ordinal);
        foreach (string food in Foods)
            ArgumentException.ThrowIfNullOrEmpty(food, nameof(foods));
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The severity of the symptom.</summary>
    public double Severity { get; }

    /// <summary>What was eaten.</summary>
    public ImmutableSortedSet<string> Foods { get; }

    /// <summary>Says of what it is, never what was eaten.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a day of a food diary";
}

/// <summary>What a diary says of one food. There is no word for a cause, because a diary cannot find one.</summary>
[JsonConverter(typeof(KebabEnumConverter<FoodSign>))]
public enum FoodSign
{
    /// <summary>The diary carries no answer; <see cref="FoodFinding.Limits"/> says why.</summary>
    CannotTell,

    /// <summary>Days with it were not worse: the whole interval is below the difference that counts (below 0 where none was given).</summary>
    NothingSeen,

    /// <summary>
    /// Days with it were worse than chance explains, all foods considered. It may still be something else on the same days, or a bad
    /// day may have led to the food. The next step is a trial with phases without and with it (<see cref="SeverityDiary"/>), one food at a time.
    /// </summary>
    WorthATrial,
}

/// <summary>One food of a diary.</summary>
public sealed class FoodFinding
{
    internal FoodFinding(string food) => Food = food;

    /// <summary>The food.</summary>
    public string Food { get; }

    /// <summary>What the diary says of it.</summary>
    public FoodSign Sign { get; internal init; }

    /// <summary>The mean severity after days with it − after days without, in points; null where there are too few days.</summary>
    public double? Difference { get; internal init; }

    /// <summary>The interval of the difference, so wide that all foods together are wrong in 5 % of diaries; null where none can be computed.</summary>
    public Interval? Interval { get; internal init; }

    /// <summary>The correlation of neighboring days, r₁; null where there are too few, or nothing varies.</summary>
    public double? Autocorrelation { get; internal init; }

    /// <summary>The days with it.</summary>
    public int DaysWith { get; internal init; }

    /// <summary>The days without it.</summary>
    public int DaysWithout { get; internal init; }

    /// <summary>Foods eaten on exactly the same days.</summary>
    public ImmutableArray<string> AlwaysWith { get; internal init; } = [];

    /// <summary>What limits the answer; empty where nothing does.</summary>
    public ImmutableArray<DiaryLimit> Limits { get; internal init; } = [];

    /// <summary>Says of what it is, never a number or a food.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a finding of a food diary";
}

/// <summary>
/// A diary of food and symptoms. It shows which foods would be worth a trial, and never calls coincidence a cause: foods come together, a bad
/// day changes what one eats, and of twenty foods one looks bad by chance.
/// <para>For each food: the difference of the mean severity after days with and without it, by Welch's t with correlated days (see
/// <see cref="PhaseComparison"/>), and an interval of 1 − 0.05/m for m foods (Dunn OJ, Multiple comparisons among means, J Am Stat Assoc 1961;56:52-64).</para>
/// <para>Leaving foods out is not for everybody: with an eating disorder, in pregnancy and for children it needs someone who knows.</para>
/// </summary>
public sealed class FoodDiary
{
    /// <summary>The fewest days with, and without, a food that are looked at.</summary>
    public const int LeastDays = 5;

    private readonly ImmutableArray<FoodDay> days;

    private FoodDiary(ImmutableArray<FoodDay> days) => this.days = days;

    /// <summary>Makes a diary.</summary>
    /// <param name="days">The days in any order, each once; days may be missing.</param>
    /// <returns>The diary, or every day that is wrong.</returns>
    public static ReadResult<FoodDiary> Of(IEnumerable<FoodDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        FoodDay[] all = [.. days];
        var faults = SeverityDiary.FaultsOf(all.Select(d => (d.Day, d.Severity)));
        return new ReadResult<FoodDiary>(faults.IsEmpty ? new FoodDiary([.. all.OrderBy(d => d.Day)]) : null, faults);
    }

    /// <summary>Looks at every food.</summary>
    /// <param name="lagDays">How many days after the food the symptom is looked at; 0 = the same day.</param>
    /// <param name="minimalDifference">The difference that counts, in points; null = any.</param>
    /// <returns>A finding a food, in the order of their names.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or not finite.</exception>
    public ImmutableArray<FoodFinding> Findings(int lagDays = 0, double? minimalDifference = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lagDays);
        if (minimalDifference is { } given && !(given >= 0 && double.IsFinite(given)))
            throw new ArgumentOutOfRangeException(nameof(minimalDifference), "The minimal difference is 0 or more.");
        var severityOn = days.ToDictionary(d => d.Day, d => d.Severity);
        var seen = days.Where(d => severityOn.ContainsKey(d.Day.AddDays(lagDays))).Select(d => (d.Foods, Severity: severityOn[d.Day.AddDays(lagDays)])).ToList();
        string[] foods = [.. days.SelectMany(d => d.Foods).Distinct().Order(StringComparer.Ordinal)];
        var eaten = foods.ToDictionary(f => f, f => string.Concat(days.Select(d => d.Foods.Contains(f) ? '1' : '0')));

        bool IsLookedAt(string food) => seen.Count(s => s.Foods.Contains(food)) is var n && n >= LeastDays && seen.Count - n >= LeastDays;
        double share = 1 - (0.05 / Math.Max(1, foods.Count(IsLookedAt)));
        return
        [
            .. foods.Select(food => Find(
                food,
                [.. seen.Select(s => (s.Foods.Contains(food), s.Severity))],
                [.. foods.Where(f => f != food && eaten[f] == eaten[food])],
                share,
                minimalDifference ?? 0)),
        ];
    }

    /// <summary>Says how long it is, never what was eaten.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a food diary of {days.Length} days");

    private static FoodFinding Find(string food, List<(bool Eaten, double Severity)> seen, ImmutableArray<string> alwaysWith, double share, double counts)
    {
        List<double> with = [.. seen.Where(s => s.Eaten).Select(s => s.Severity)], without = [.. seen.Where(s => !s.Eaten).Select(s => s.Severity)];
        if (with.Count < LeastDays || without.Count < LeastDays)
            return new FoodFinding(food) { DaysWith = with.Count, DaysWithout = without.Count, AlwaysWith = alwaysWith, Limits = [DiaryLimit.TooFewDays] };

        double meanWith = SerialStatistics.Mean(with), meanWithout = SerialStatistics.Mean(without);
        double? lagOne = SerialStatistics.LagOne([.. seen.Select(s => s.Severity - (s.Eaten ? meanWith : meanWithout))]);
        double correlation = SerialStatistics.Unbiased(lagOne ?? 0, seen.Count);
        var difference = SerialStatistics.Welch(with, without, correlation);
        var interval = difference?.Within(share);

        var limits = new SortedSet<DiaryLimit>();
        if (difference is null)
            limits.Add(lagOne is null ? DiaryLimit.NoVariation : DiaryLimit.TooFewDays);
        if (correlation >= PhaseComparison.Strong)
            limits.Add(DiaryLimit.DaysResembleEachOther);
        if (!alwaysWith.IsEmpty)
            limits.Add(DiaryLimit.EatenTogether);
        var sign = FoodSign.CannotTell;
        if (interval is { } range)
        {
            if (range.High < counts)
                sign = FoodSign.NothingSeen;
            else if (range.Low <= 0)
                limits.Add(DiaryLimit.ChanceExplainsIt);
            else if (difference!.Value.Difference < counts)
                limits.Add(DiaryLimit.SmallerThanCounts);
            else if (alwaysWith.IsEmpty)
                sign = FoodSign.WorthATrial;
        }

        return new FoodFinding(food)
        {
            Sign = sign,
            Difference = meanWith - meanWithout,
            Interval = interval,
            Autocorrelation = lagOne,
            DaysWith = with.Count,
            DaysWithout = without.Count,
            AlwaysWith = alwaysWith,
            Limits = [.. limits],
        };
    }
}
