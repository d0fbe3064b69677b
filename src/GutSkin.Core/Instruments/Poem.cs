namespace GutSkin.Core.Instruments;

/// <summary>
/// POEM, the Patient-Oriented Eczema Measure: on how many of the last seven days there were symptoms. The score only; no wording.
/// <para>Formula [2]: sum of seven items of 0 to 4 (0 days, 1-2, 3-4, 5-6, 7 days). Range 0 to 28.</para>
/// <para>Bands: <c>charman-2013</c> [1]: 0-2 clear or almost clear, 3-7 mild, 8-16 moderate, 17-24 severe, 25-28 very severe.</para>
/// <para>References: 1. Charman CR et al., Br J Dermatol 2013, doi 10.1111/bjd.12590. 2. POEM, University of Nottingham, Centre of Evidence Based
/// Dermatology. Minimal important difference: Br J Dermatol 2018, PMID 29355894 (up to 2 within measurement error, 3 probably, 4 very likely important);
/// Gaunt DM et al., Allergy 2016, doi 10.1111/all.12942 (about 3); Santer M et al., BMJ 2018, doi 10.1136/bmj.k1332 (3).</para>
/// </summary>
public static class Poem
{
    private static readonly string[] Symptoms = ["itch", "sleepDisturbed", "bleeding", "weeping", "cracked", "flaking", "dryRough"];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "poem",
        Name = "Patient-Oriented Eczema Measure",
        Assessor = "patient or carer",
        Conditions = ["atopic-dermatitis"],
        Recall = "P1W",
        Items = [.. InstrumentItem.Of(0, 4, Symptoms)],
        Formula = "sum of seven items",
        Max = 28,
        Resolution = 1,
        BandSets =
        [
            new BandSet(
                "charman-2013",
                "charman-2013",
                SeverityBand.UpTo("clear or almost clear", 2),
                SeverityBand.UpTo("mild", 7),
                SeverityBand.UpTo("moderate", 16),
                SeverityBand.UpTo("severe", 24),
                SeverityBand.Last("very severe")),
        ],
        Differences =
        [
            new MinimalDifference(3, "300 children with moderate to severe eczema", "poem-mic-2018", "gaunt-2016", "santer-2018") { SureFrom = 4, MeasurementError = 2 },
        ],
        MissingItems = "All seven items are required; the owner's rule for missing items was not seen.",
        License = "Copyright University of Nottingham; free for non-commercial use, a fee a patient for commercial use. No wording is part of this library.",
        Note = "One web page prints the item scores as 0, 1, 3, 4, 5 and a band '8-46': misprints.",
        References = ["charman-2013", "poem-nottingham"],
        Compute = static items => new Computation(items.Sum()),
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>charman-2013</c>, the only one.</param>
    /// <returns>The score, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(PoemInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Poem"/> asks for: seven items of 0 to 4, whole; null = not answered.</summary>
/// <param name="Itch">0 to 4.</param>
/// <param name="SleepDisturbed">0 to 4.</param>
/// <param name="Bleeding">0 to 4.</param>
/// <param name="Weeping">0 to 4.</param>
/// <param name="Cracked">0 to 4.</param>
/// <param name="Flaking">0 to 4.</param>
/// <param name="DryRough">0 to 4.</param>
public sealed record PoemInput(int? Itch, int? SleepDisturbed, int? Bleeding, int? Weeping, int? Cracked, int? Flaking, int? DryRough) : InstrumentInput
{
    internal override Instrument Of => Poem.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("itch", Itch), ("sleepDisturbed", SleepDisturbed), ("bleeding", Bleeding), ("weeping", Weeping),
        ("cracked", Cracked), ("flaking", Flaking), ("dryRough", DryRough),
    ];
}
