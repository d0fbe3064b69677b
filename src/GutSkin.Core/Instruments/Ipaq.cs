namespace GutSkin.Core.Instruments;

/// <summary>
/// IPAQ short form: physical activity of the last week in MET-minutes. The score only; no wording.
/// <para>Formula [1]: 3.3 × days × minutes of walking + 4.0 × days × minutes of moderate + 8.0 × days × minutes of vigorous activity.</para>
/// <para>Bands: <c>ipaq-2005</c> [1], by a rule of days and minutes, not by the total alone. High: vigorous activity on 3 days or more and 1,500 or
/// more in all, or 7 days or more (of any kind, added up) and 3,000 or more. Moderate: vigorous activity of 20 minutes or more on 3 days or more, or
/// walking and moderate activity of 30 minutes or more on 5 days or more, or 5 days or more and 600 or more. Else low. A day of no minutes is none.
/// The truncation of the full protocol was not seen and is not done.</para>
/// <para>The total answers the factor <c>lifestyle.physical-activity</c>. No minimal important difference was seen.</para>
/// <para>References: 1. Guidelines for data processing and analysis of the IPAQ, IPAQ group 2005. 2. WHO 2020 guidelines on physical activity,
/// Br J Sports Med 2020, PMC7719906.</para>
/// </summary>
public static class Ipaq
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "ipaq-met-minutes",
        Name = "IPAQ short form, MET-minutes per week",
        Assessor = "patient",
        Factor = "lifestyle.physical-activity",
        Unit = "[MET].min/wk",
        Items = [.. Items("walking"), .. Items("moderate"), .. Items("vigorous")],
        Formula = "3.3*walkDays*walkMin + 4.0*modDays*modMin + 8.0*vigDays*vigMin",
        BetterWhen = BetterWhen.Higher,
        Resolution = 0.1m,
        BandSets =
        [
            new BandSet("ipaq-2005", "ipaq-2005", SeverityBand.Last("low"), SeverityBand.Last("moderate"), SeverityBand.Last("high"))
            {
                Note = "By days and minutes, not by the total alone. High: vigorous on 3 days and 1,500 in all, or 7 days and 3,000; "
                    + "moderate: vigorous on 3 days of 20 minutes, or walking and moderate activity on 5 days of 30 minutes, or 5 days and 600; else low.",
            },
        ],
        MissingItems = "All six numbers are required; 0 days is an answer.",
        License = "not checked",
        Note = "The truncation at 180 minutes of the full protocol was not seen and is not done.",
        References = ["ipaq-2005", "who-pa-2020"],
        Compute = Compute,
    };

    /// <summary>Scores a week.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>ipaq-2005</c>, the only one.</param>
    /// <returns>The MET-minutes, in all and of each kind, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(IpaqInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }

    private static IEnumerable<InstrumentItem> Items(string kind) =>
        [new InstrumentItem($"{kind}.daysPerWeek", 0, 7, 1), new InstrumentItem($"{kind}.minutesPerDay", 0, 960, 1)];

    private static Computation Compute(ItemValues items)
    {
        decimal Minutes(string kind) => items[$"{kind}.minutesPerDay"];

        // Days on which the activity took so many minutes.
        decimal Days(string kind, decimal atLeast) => Minutes(kind) > 0 && Minutes(kind) >= atLeast ? items[$"{kind}.daysPerWeek"] : 0;

        decimal walking = 3.3m * Days("walking", 0) * Minutes("walking");
        decimal moderate = 4 * Days("moderate", 0) * Minutes("moderate");
        decimal vigorous = 8 * Days("vigorous", 0) * Minutes("vigorous");
        decimal total = walking + moderate + vigorous;
        decimal days = Days("walking", 0) + Days("moderate", 0) + Days("vigorous", 0);
        bool isHigh = (Days("vigorous", 0) >= 3 && total >= 1500) || (days >= 7 && total >= 3000);
        bool isModerate = Days("vigorous", 20) >= 3 || Days("walking", 30) + Days("moderate", 30) >= 5 || (days >= 5 && total >= 600);
        return new Computation(total, ("walking", walking), ("moderate", moderate), ("vigorous", vigorous))
        {
            Band = isHigh ? "high" : isModerate ? "moderate" : "low",
        };
    }
}

/// <summary>What <see cref="Ipaq"/> asks for.</summary>
/// <param name="Walking">Walking.</param>
/// <param name="Moderate">Moderate activity.</param>
/// <param name="Vigorous">Vigorous activity.</param>
public sealed record IpaqInput(IpaqActivity Walking, IpaqActivity Moderate, IpaqActivity Vigorous) : InstrumentInput
{
    internal override Instrument Of => Ipaq.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        [.. Walking.Answers("walking"), .. Moderate.Answers("moderate"), .. Vigorous.Answers("vigorous")];
}

/// <summary>One kind of activity of <see cref="Ipaq"/>; null = not answered.</summary>
/// <param name="DaysPerWeek">0 to 7, whole.</param>
/// <param name="MinutesPerDay">0 to 960, whole, on one of those days.</param>
public readonly record struct IpaqActivity(int? DaysPerWeek, int? MinutesPerDay)
{
    /// <summary>Says of what it is, never an answer.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "an activity of ipaq-met-minutes";

    internal IEnumerable<(string, decimal?)> Answers(string kind) => [($"{kind}.daysPerWeek", DaysPerWeek), ($"{kind}.minutesPerDay", MinutesPerDay)];
}
