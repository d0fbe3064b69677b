namespace GutSkin.Core.Instruments;

/// <summary>
/// SCORAD, SCORing Atopic Dermatitis.
/// <para>Formula [1, 2, 3]: A/5 + 7B/2 + C; A = extent in percent of the skin (rule of nines), B = the sum of six signs of 0 to 3,
/// C = itch + loss of sleep, each 0 to 10. Range 0 to 103. (One web page prints A/5 + B/2 + C: a misprint.)</para>
/// <para>Bands: two sets are in use. <c>25-50</c> [5]: below 25 mild, 25 to 50 moderate, above 50 severe. <c>10-29-49</c> [6]: below 10 clear,
/// below 29 mild, below 49 moderate, from 49 severe.</para>
/// <para>References: 1. Oranje AP et al., Br J Dermatol 2007, doi 10.1111/j.1365-2133.2007.08112.x. 2. Oranje AP 2011, PMID 21576955. 3. The SCORAD
/// index: total score, University of Nantes. 4. SCORAD form, Sanofi Campus. 5. SCORAD, medikquantis.me. 6. Table III: atopic dermatitis scoring
/// systems, PMC7395647. Minimal important difference: Oykhman P et al., J Allergy Clin Immunol Pract 2022, PMID 35987995 (8.7);
/// Hattangdi-Haridas SR et al., Nutrients 2019, doi 10.3390/nu11081854 (9.0); Br J Dermatol 2021;184:888-895 (35 %).</para>
/// </summary>
public static class Scorad
{
    internal static readonly string[] Signs = ["erythema", "edemaPapulation", "oozingCrusting", "excoriation", "lichenification", "dryness"];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "scorad",
        Name = "SCORAD (SCORing Atopic Dermatitis)",
        Assessor = "clinician + patient",
        Conditions = ["atopic-dermatitis"],
        Items =
        [
            new InstrumentItem("extentPercent", 0, 100) { Note = "By the rule of nines: head 9, each arm 9, front 18, back 18, each leg 18, genitals 1; infants have other proportions." },
            .. InstrumentItem.Of(0, 3, Signs),
            new InstrumentItem("pruritusVas", 0, 10),
            new InstrumentItem("sleepLossVas", 0, 10),
        ],
        Formula = "A/5 + 7*B/2 + C, B = sum of the six signs (0-18), C = pruritus + sleep loss (0-20)",
        Max = 103,
        Resolution = 0.1m,
        BandSets =
        [
            new BandSet(
                "25-50", "scorad-medikquantis", SeverityBand.Below("mild", 25), SeverityBand.UpTo("moderate", 50), SeverityBand.Last("severe")),
            new BandSet(
                "10-29-49", "ad-scales-table", SeverityBand.Below("clear", 10), SeverityBand.Below("mild", 29), SeverityBand.Below("moderate", 49), SeverityBand.Last("severe")),
        ],
        Differences =
        [
            new MinimalDifference(8.7m, "trials in atopic dermatitis", "oykhman-2022"),
            new MinimalDifference(9, "atopic dermatitis", "hattangdi-haridas-2019"),
            new MinimalDifference(0.35m, "826 adults and children of one clinic", "easi-scorad-endpoints-2021") { IsRelative = true },
        ],
        MissingItems = "All items are required; without itch and sleep there is the objective SCORAD.",
        License = "not checked",
        Note = "The resolution is that of the two scales for itch and sleep. Dryness is judged outside inflamed skin.",
        References = ["oranje-2007", "oranje-2011", "scorad-nantes", "scorad-sanofi", "scorad-medikquantis", "ad-scales-table"],
        Compute = static items =>
        {
            decimal extent = items["extentPercent"], signs = items.Sum(Signs), subjective = items["pruritusVas"] + items["sleepLossVas"];
            return new Computation((extent / 5) + (7 * signs / 2) + subjective, ("A", extent), ("B", signs), ("C", subjective));
        },
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set, <c>25-50</c> or <c>10-29-49</c>; null = the first.</param>
    /// <returns>The score with A, B and C, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(ScoradInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Scorad"/> asks for.</summary>
/// <param name="ExtentPercent">Percent of the skin, 0 to 100.</param>
/// <param name="Erythema">0 to 3, whole.</param>
/// <param name="EdemaPapulation">0 to 3, whole.</param>
/// <param name="OozingCrusting">0 to 3, whole.</param>
/// <param name="Excoriation">0 to 3, whole.</param>
/// <param name="Lichenification">0 to 3, whole.</param>
/// <param name="Dryness">0 to 3, whole; of skin that is not inflamed.</param>
/// <param name="PruritusVas">Itch, 0 to 10.</param>
/// <param name="SleepLossVas">Loss of sleep, 0 to 10.</param>
public sealed record ScoradInput(
    decimal ExtentPercent,
    int Erythema,
    int EdemaPapulation,
    int OozingCrusting,
    int Excoriation,
    int Lichenification,
    int Dryness,
    decimal PruritusVas,
    decimal SleepLossVas) : InstrumentInput
{
    internal override Instrument Of => Scorad.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("extentPercent", ExtentPercent), ("erythema", Erythema), ("edemaPapulation", EdemaPapulation), ("oozingCrusting", OozingCrusting),
        ("excoriation", Excoriation), ("lichenification", Lichenification), ("dryness", Dryness),
        ("pruritusVas", PruritusVas), ("sleepLossVas", SleepLossVas),
    ];
}

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
