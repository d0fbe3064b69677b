namespace GutSkin.Core.Instruments;

/// <summary>
/// The objective SCORAD: <see cref="Scorad"/> without what the patient reports.
/// <para>Formula [1, 2]: A/5 + 7B/2, and up to 10 more for severe disfiguring eczema of face and hands. Range 0 to 83, with the bonus 93.</para>
/// <para>Bands: <c>15-40</c>: below 15 mild, 15 to 40 moderate, above 40 severe. Often quoted; no source was seen that states it, so every band
/// is marked as not verified.</para>
/// <para>References: 1. Oranje AP et al., Br J Dermatol 2007, doi 10.1111/j.1365-2133.2007.08112.x. 2. Oranje AP 2011, PMID 21576955.
/// Minimal important change: Br J Dermatol 2021;184:888-895 (35 %).</para>
/// </summary>
public static class ObjectiveScorad
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "objective-scorad",
        Name = "Objective SCORAD",
        Assessor = "clinician",
        Conditions = ["atopic-dermatitis"],
        Items =
        [
            new InstrumentItem("extentPercent", 0, 100),
            .. InstrumentItem.Of(0, 3, Scorad.Signs),
            new InstrumentItem("bonus", 0, 10) { IsRequired = false, Note = "For severe disfiguring eczema of face and hands; left out = 0." },
        ],
        Formula = "A/5 + 7*B/2 (+ bonus up to 10)",
        Max = 93,
        BandSets =
        [
            new BandSet(
                "15-40",
                null,
                SeverityBand.Below("mild", 15, verified: false),
                SeverityBand.UpTo("moderate", 40, verified: false),
                SeverityBand.Last("severe", verified: false)) { Note = "Often quoted; no source was seen that states it." },
        ],
        Differences =
        [
            new MinimalDifference(0.35m, "826 adults and children of one clinic", "easi-scorad-endpoints-2021") { IsRelative = true },
        ],
        MissingItems = "All items but the bonus are required; without a bonus it is 0.",
        License = "not checked",
        References = ["oranje-2007", "oranje-2011"],
        Compute = static items =>
        {
            decimal extent = items["extentPercent"], signs = items.Sum(Scorad.Signs), bonus = items.Find("bonus") ?? 0;
            return new Computation((extent / 5) + (7 * signs / 2) + bonus, ("A", extent), ("B", signs), ("bonus", bonus));
        },
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>15-40</c>, the only one.</param>
    /// <returns>The score with A, B and the bonus, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(ObjectiveScoradInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="ObjectiveScorad"/> asks for.</summary>
/// <param name="ExtentPercent">Percent of the skin, 0 to 100.</param>
/// <param name="Erythema">0 to 3, whole.</param>
/// <param name="EdemaPapulation">0 to 3, whole.</param>
/// <param name="OozingCrusting">0 to 3, whole.</param>
/// <param name="Excoriation">0 to 3, whole.</param>
/// <param name="Lichenification">0 to 3, whole.</param>
/// <param name="Dryness">0 to 3, whole; of skin that is not inflamed.</param>
/// <param name="Bonus">0 to 10, for severe disfiguring eczema of face and hands; null = none.</param>
public sealed record ObjectiveScoradInput(
    decimal ExtentPercent,
    int Erythema,
    int EdemaPapulation,
    int OozingCrusting,
    int Excoriation,
    int Lichenification,
    int Dryness,
    decimal? Bonus = null) : InstrumentInput
{
    internal override Instrument Of => ObjectiveScorad.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("extentPercent", ExtentPercent), ("erythema", Erythema), ("edemaPapulation", EdemaPapulation), ("oozingCrusting", OozingCrusting),
        ("excoriation", Excoriation), ("lichenification", Lichenification), ("dryness", Dryness), ("bonus", Bonus),
    ];
}
