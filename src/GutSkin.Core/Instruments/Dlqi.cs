namespace GutSkin.Core.Instruments;

/// <summary>
/// DLQI, the Dermatology Life Quality Index: how much skin disease takes from the last week. The score only; no wording.
/// <para>Formula [2]: sum of ten items of 0 to 3, "not relevant" being 0. Range 0 to 30. The total may be given instead of the items.</para>
/// <para>Bands: <c>hongbo-2005</c> [1]: 0-1 no effect, 2-5 small, 6-10 moderate, 11-20 very large, 21-30 extremely large effect.</para>
/// <para>References: 1. Hongbo Y et al., J Invest Dermatol 2005. 2. DLQI: information and instructions for use, Cardiff University.
/// 3. Schaller M et al., Dermatol Ther (Heidelb) 2016, doi 10.1007/s13555-016-0133-6. Minimal important difference: Basra MKA et al. 2015 (3.3 measured,
/// 4 recommended); Health Qual Life Outcomes 2005, doi 10.1186/1477-7525-3-36 (2.24 to 3.10 in chronic idiopathic urticaria).</para>
/// </summary>
public static class Dlqi
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "dlqi",
        Name = "Dermatology Life Quality Index (score only)",
        Assessor = "patient, 16 years and over",
        FromAge = 16,
        Conditions =
        [
            "acne-vulgaris", "rosacea", "atopic-dermatitis", "psoriasis", "seborrheic-dermatitis", "hidradenitis-suppurativa", "chronic-urticaria",
        ],
        Recall = "P1W",
        Items =
        [
            .. InstrumentItem.Numbered("item", 10, 0, 3, "items"),
            new InstrumentItem("total", 0, 30, 1) { Form = "total", Note = "Instead of the ten items." },
        ],
        Formula = "sum of ten items ('not relevant' = 0)",
        Max = 30,
        Resolution = 1,
        BandSets =
        [
            new BandSet(
                "hongbo-2005",
                "hongbo-2005",
                SeverityBand.UpTo("no effect", 1),
                SeverityBand.UpTo("small effect", 5),
                SeverityBand.UpTo("moderate effect", 10),
                SeverityBand.UpTo("very large effect", 20),
                SeverityBand.Last("extremely large effect")),
        ],
        Differences =
        [
            new MinimalDifference(4, "107 people with inflammatory skin disease (3.3 measured, 4 recommended)", "basra-2015", "schaller-2016"),
            new MinimalDifference(2.24m, "944 people with chronic idiopathic urticaria", "dlqi-mid-ciu-2005") { SureFrom = 3.1m },
        ],
        MissingItems = "All ten items are required, or the total; the owner's rule for missing items was not seen.",
        License = "Copyright A Y Finlay and G K Khan 1992; no charge in routine clinical care, permission and possibly payment otherwise. No wording is part of this library.",
        References = ["hongbo-2005", "dlqi-cardiff", "schaller-2016"],
        Compute = static items => new Computation(items.Sum()),
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>hongbo-2005</c>, the only one.</param>
    /// <returns>The score, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(DlqiInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Dlqi"/> asks for: ten items of 0 to 3, whole; null = not answered.</summary>
/// <param name="Item1">0 to 3.</param>
/// <param name="Item2">0 to 3.</param>
/// <param name="Item3">0 to 3.</param>
/// <param name="Item4">0 to 3.</param>
/// <param name="Item5">0 to 3.</param>
/// <param name="Item6">0 to 3.</param>
/// <param name="Item7">0 to 3.</param>
/// <param name="Item8">0 to 3.</param>
/// <param name="Item9">0 to 3.</param>
/// <param name="Item10">0 to 3.</param>
public sealed record DlqiInput(
    int? Item1, int? Item2, int? Item3, int? Item4, int? Item5, int? Item6, int? Item7, int? Item8, int? Item9, int? Item10) : InstrumentInput
{
    internal override Instrument Of => Dlqi.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("item1", Item1), ("item2", Item2), ("item3", Item3), ("item4", Item4), ("item5", Item5),
        ("item6", Item6), ("item7", Item7), ("item8", Item8), ("item9", Item9), ("item10", Item10),
    ];
}
