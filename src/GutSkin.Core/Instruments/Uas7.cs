using System.Globalization;

namespace GutSkin.Core.Instruments;

/// <summary>
/// UAS7, the weekly Urticaria Activity Score (once daily).
/// <para>Formula [1, 3]: sum over seven consecutive days of hives (0 none, 1 below 20, 2 20 to 50, 3 above 50 in 24 hours) and itch (0 none to
/// 3 intense). Range 0 to 42. The twice-daily version averages morning and evening and counts wheals otherwise: never mix the two.</para>
/// <para>Bands: <c>uas7-utility-2016</c> [1]: 0 urticaria-free, 1-6 well controlled, 7-15 mild, 16-27 moderate, 28-42 severe.</para>
/// <para>References: 1. Utility values of UAS7 health states, PharmacoEconomics 2016, doi 10.1007/s40273-015-0375-7. 2. Clinical relevance of UAS7
/// disease activity score categories, RTI Health Solutions. 3. Urticaria activity score, GPnotebook. 4. Hollis K et al., Am J Clin Dermatol 2018,
/// doi 10.1007/s40257-017-0331-8. Minimal important difference: Ann Allergy Asthma Immunol 2012, doi 10.1016/j.anai.2011.09.008 (9.5 to 10.5).</para>
/// </summary>
public static class Uas7
{
    private const int Days = 7;

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "uas7",
        Name = "Weekly Urticaria Activity Score (once daily)",
        Assessor = "patient diary",
        Conditions = ["chronic-urticaria"],
        Items = [.. Enumerable.Range(0, Days).SelectMany(day => InstrumentItem.Of(0, 3, ItemOf("hives", day), ItemOf("itch", day)))],
        Formula = "sum over seven consecutive days of hives + itch",
        Max = 42,
        Resolution = 1,
        BandSets =
        [
            new BandSet(
                "uas7-utility-2016",
                "uas7-utility-2016",
                SeverityBand.UpTo("urticaria-free", 0),
                SeverityBand.UpTo("well controlled", 6),
                SeverityBand.UpTo("mild", 15),
                SeverityBand.UpTo("moderate", 27),
                SeverityBand.Last("severe")),
        ],
        Differences = [new MinimalDifference(9.5m, "73 people with chronic idiopathic urticaria", "uas7-mid-2012") { SureFrom = 10.5m }],
        MissingItems = "All seven days are required; a rule for missing days was not seen.",
        License = "not checked",
        Note = "The twice-daily version averages morning and evening and counts wheals otherwise: never mix the two.",
        References = ["uas7-utility-2016", "uas7-remix", "uas-gpnotebook", "hollis-2018"],
        Compute = static items =>
        {
            decimal hives = items.Sum(Enumerable.Range(0, Days).Select(day => ItemOf("hives", day)));
            decimal itch = items.Sum(Enumerable.Range(0, Days).Select(day => ItemOf("itch", day)));
            return new Computation(hives + itch, ("hives", hives), ("itch", itch));
        },
        ArrayItem = ItemOf,
    };

    /// <summary>Scores a week.</summary>
    /// <param name="input">Seven days.</param>
    /// <param name="bandSet">The id of a band set; null = <c>uas7-utility-2016</c>, the only one.</param>
    /// <returns>The score with the week's hives and itch, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(Uas7Input input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }

    internal static string ItemOf(string symptom, int day) => string.Create(CultureInfo.InvariantCulture, $"day{day + 1}.{symptom}");
}

/// <summary>What <see cref="Uas7"/> asks for: seven consecutive days; null = not filled in, and then there is no score.</summary>
/// <param name="Day1">The first day.</param>
/// <param name="Day2">The second day.</param>
/// <param name="Day3">The third day.</param>
/// <param name="Day4">The fourth day.</param>
/// <param name="Day5">The fifth day.</param>
/// <param name="Day6">The sixth day.</param>
/// <param name="Day7">The seventh day.</param>
public sealed record Uas7Input(Uas7Day? Day1, Uas7Day? Day2, Uas7Day? Day3, Uas7Day? Day4, Uas7Day? Day5, Uas7Day? Day6, Uas7Day? Day7) : InstrumentInput
{
    internal override Instrument Of => Uas7.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        new[] { Day1, Day2, Day3, Day4, Day5, Day6, Day7 }.SelectMany((day, i) =>
            new (string, decimal?)[] { (Uas7.ItemOf("hives", i), day?.Hives), (Uas7.ItemOf("itch", i), day?.Itch) });
}

/// <summary>One day of <see cref="Uas7"/>.</summary>
/// <param name="Hives">0 none, 1 below 20, 2 20 to 50, 3 above 50 in 24 hours.</param>
/// <param name="Itch">0 none to 3 intense.</param>
public readonly record struct Uas7Day(int Hives, int Itch)
{
    /// <summary>Says of what it is, never an answer.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a day of uas7";
}
