namespace GutSkin.Core.Instruments;

/// <summary>
/// PSS-10, the Perceived Stress Scale of ten items over the last month. The score only; no wording.
/// <para>Formula [1]: sum of ten items of 0 to 4, of which 4, 5, 7 and 8 count as 4 − answer. Range 0 to 40. All items answered 0 give 16,
/// moderate stress: a form must not fill in zeros.</para>
/// <para>Bands: <c>pss10-bands</c> [2]: 0-13 low, 14-26 moderate, 27-40 high; a convention that was not seen in a paper of the scale's authors.</para>
/// <para>The total answers the factor <c>lifestyle.perceived-stress</c>. No minimal important difference was seen.</para>
/// <para>References: 1. Table 2: scoring guideline, Med Educ Online 2015, doi 10.3402/meo.v20.27706. 2. Bourbeau KC, Perceived stress scale, bio-protocol exchange.</para>
/// </summary>
public static class Pss10
{
    private static readonly string[] Reversed = ["item4", "item5", "item7", "item8"];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "pss-10",
        Name = "Perceived Stress Scale, 10 items",
        Assessor = "patient",
        Factor = "lifestyle.perceived-stress",
        Unit = "{score}",
        Recall = "P1M",
        Items = [.. InstrumentItem.Numbered("item", 10, 0, 4)],
        Formula = "sum of items; items 4, 5, 7, 8 count as 4 - answer",
        Max = 40,
        Resolution = 1,
        BandSets =
        [
            new BandSet("pss10-bands", "pss10-bands", SeverityBand.UpTo("low", 13), SeverityBand.UpTo("moderate", 26), SeverityBand.Last("high"))
            {
                Note = "A convention repeated by secondary sources.",
            },
        ],
        MissingItems = "All ten items are required. All answered 0 give 16: a form must not fill in zeros.",
        License = "Not checked for commercial use. No wording is part of this library.",
        References = ["pss10-table-2015", "pss10-bands"],
        Compute = static items => new Computation(items.Sum() + Reversed.Sum(item => 4 - (2 * items[item]))),
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers as they were given, none reversed.</param>
    /// <param name="bandSet">The id of a band set; null = <c>pss10-bands</c>, the only one.</param>
    /// <returns>The score, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(Pss10Input input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Pss10"/> asks for: ten items of 0 to 4 as answered, none reversed; null = not answered.</summary>
/// <param name="Item1">0 to 4.</param>
/// <param name="Item2">0 to 4.</param>
/// <param name="Item3">0 to 4.</param>
/// <param name="Item4">0 to 4; reversed by the formula.</param>
/// <param name="Item5">0 to 4; reversed by the formula.</param>
/// <param name="Item6">0 to 4.</param>
/// <param name="Item7">0 to 4; reversed by the formula.</param>
/// <param name="Item8">0 to 4; reversed by the formula.</param>
/// <param name="Item9">0 to 4.</param>
/// <param name="Item10">0 to 4.</param>
public sealed record Pss10Input(
    int? Item1, int? Item2, int? Item3, int? Item4, int? Item5, int? Item6, int? Item7, int? Item8, int? Item9, int? Item10) : InstrumentInput
{
    internal override Instrument Of => Pss10.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("item1", Item1), ("item2", Item2), ("item3", Item3), ("item4", Item4), ("item5", Item5),
        ("item6", Item6), ("item7", Item7), ("item8", Item8), ("item9", Item9), ("item10", Item10),
    ];
}
