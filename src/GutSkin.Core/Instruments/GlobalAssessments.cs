namespace GutSkin.Core.Instruments;

/// <summary>What the five-point global assessments have in common: one grade from 0 to 4, a band a grade.</summary>
internal static class Grades
{
    private static readonly string[] Words = ["clear", "almost clear", "mild", "moderate", "severe"];

    /// <summary>The item.</summary>
    public static InstrumentItem Item { get; } = new("grade", 0, 4, 1);

    /// <summary>The grade itself.</summary>
    public static Computation Compute(ItemValues items) => new(items["grade"]);

    /// <summary>A band a grade; the grades named are not verified.</summary>
    public static BandSet Bands(string source, string? note, params int[] unverified)
    {
        SeverityBand Band(int grade) => grade == 4
            ? SeverityBand.Last(Words[grade], !unverified.Contains(grade))
            : SeverityBand.UpTo(Words[grade], grade, !unverified.Contains(grade));

        return new BandSet(source, source, [.. Enumerable.Range(0, 5).Select(Band)]) { Note = note };
    }
}

/// <summary>
/// CEA, the Clinician Erythema Assessment of rosacea.
/// <para>Formula: the grade, 0 to 4.</para>
/// <para>Bands: <c>cea-lach-tan</c> [1]: 0 clear, 1 almost clear, 2 mild, 3 moderate, 4 severe. Five points were seen, their words were not: every band is marked
/// as not verified.</para>
/// <para>No minimal important difference was seen; two grades were the primary outcome of the oxymetazoline trials.</para>
/// <para>References: 1. Lach C, Tan J. Facial erythema of rosacea: grading scales, doi 10.1007/978-3-319-56591-0_8-1. 2. Measurement of the severity of
/// rosacea, J Am Acad Dermatol 2004, doi 10.1016/j.jaad.2004.04.013.</para>
/// </summary>
public static class Cea
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "cea",
        Name = "Clinician Erythema Assessment (rosacea)",
        Assessor = "clinician",
        Conditions = ["rosacea"],
        Items = [Grades.Item],
        Formula = "grade",
        Max = 4,
        Resolution = 1,
        BandSets = [Grades.Bands("cea-lach-tan", "Five points were seen, the words of the single grades were not.", 0, 1, 2, 3, 4)],
        MissingItems = "The grade is required.",
        License = "not checked",
        Note = "An improvement by two grades was the primary outcome of the oxymetazoline trials.",
        References = ["cea-lach-tan", "rosacea-severity-2004"],
        Compute = Grades.Compute,
    };

    /// <summary>Scores a grade.</summary>
    /// <param name="input">The grade.</param>
    /// <param name="bandSet">The id of a band set; null = <c>cea-lach-tan</c>, the only one.</param>
    /// <returns>The score, or what is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(CeaInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Cea"/> asks for.</summary>
/// <param name="Grade">0 to 4, whole.</param>
public sealed record CeaInput(int Grade) : InstrumentInput
{
    internal override Instrument Of => Cea.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers => [("grade", Grade)];
}

/// <summary>
/// IGA of acne, the Investigator Global Assessment in five points.
/// <para>Formula: the grade [1]. With a baseline and a follow-up grade instead of one grade the score is the follow-up's, and
/// <see cref="InstrumentScore.TreatmentSuccess"/> says whether it is 0 or 1 and at least two grades below the baseline [2].</para>
/// <para>Bands: <c>iga-acne-table</c> [1]: 0 clear, 1 almost clear, 2 mild, 3 moderate, 4 severe.</para>
/// <para>No minimal important difference was seen.</para>
/// <para>References: 1. Table 1: EDF and IGA acne classification, PMC7442308. 2. Acne treatment success according to FDA guidance, J Drugs Dermatol 2021.</para>
/// </summary>
public static class IgaAcne
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "iga-acne",
        Name = "Investigator Global Assessment of acne (FDA type, 5 points)",
        Assessor = "clinician",
        Conditions = ["acne-vulgaris"],
        Items =
        [
            new InstrumentItem("grade", 0, 4, 1) { Form = "one grade" },
            new InstrumentItem("baseline", 0, 4, 1) { Form = "follow-up" },
            new InstrumentItem("followUp", 0, 4, 1) { Form = "follow-up" },
        ],
        Formula = "grade",
        Max = 4,
        Resolution = 1,
        BandSets = [Grades.Bands("iga-acne-table", null)],
        MissingItems = "The grade is required, or both the baseline and the follow-up.",
        License = "not checked",
        Note = "Treatment success: follow-up grade 0 or 1 and at least two grades below the baseline.",
        References = ["iga-acne-table", "iga-fda-success-2021"],
        Compute = static items => items.Find("followUp") is { } followUp
            ? new Computation(followUp) { TreatmentSuccess = followUp <= 1 && items["baseline"] - followUp >= 2 }
            : Grades.Compute(items),
    };

    /// <summary>Scores a grade.</summary>
    /// <param name="input">The grade.</param>
    /// <param name="bandSet">The id of a band set; null = <c>iga-acne-table</c>, the only one.</param>
    /// <returns>The score, or what is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(IgaAcneInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="IgaAcne"/> asks for.</summary>
/// <param name="Grade">0 to 4, whole; at a follow-up, the grade then.</param>
/// <param name="Baseline">At a follow-up, the grade at the start, 0 to 4, whole; null = no follow-up.</param>
public sealed record IgaAcneInput(int Grade, int? Baseline = null) : InstrumentInput
{
    internal override Instrument Of => IgaAcne.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        Baseline is null ? [("grade", Grade)] : [("baseline", Baseline), ("followUp", Grade)];
}

/// <summary>
/// IGA of papulopustular rosacea, the Investigator Global Assessment in five points.
/// <para>Formula: the grade, 0 to 4.</para>
/// <para>Bands: <c>schaller-2016</c> [1]: 0 clear, 1 almost clear, 2 mild, 3 moderate, 4 severe. The source names 0, 1 and 4; the others follow from the order and
/// are marked as not verified.</para>
/// <para>No minimal important difference was seen.</para>
/// <para>References: 1. Schaller M et al., Dermatol Ther (Heidelb) 2016, doi 10.1007/s13555-016-0133-6. 2. Measurement of the severity of rosacea,
/// J Am Acad Dermatol 2004, doi 10.1016/j.jaad.2004.04.013.</para>
/// </summary>
public static class IgaRosacea
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "iga-rosacea",
        Name = "Investigator Global Assessment of papulopustular rosacea",
        Assessor = "clinician",
        Conditions = ["rosacea"],
        Items = [Grades.Item],
        Formula = "grade",
        Max = 4,
        Resolution = 1,
        BandSets = [Grades.Bands("schaller-2016", "0 and 1 (clear, almost clear) and 4 (severe) were seen; the grades between follow from the order.", 2, 3)],
        MissingItems = "The grade is required.",
        License = "not checked",
        References = ["schaller-2016", "rosacea-severity-2004"],
        Compute = Grades.Compute,
    };

    /// <summary>Scores a grade.</summary>
    /// <param name="input">The grade.</param>
    /// <param name="bandSet">The id of a band set; null = <c>schaller-2016</c>, the only one.</param>
    /// <returns>The score, or what is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(IgaRosaceaInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="IgaRosacea"/> asks for.</summary>
/// <param name="Grade">0 to 4, whole.</param>
public sealed record IgaRosaceaInput(int Grade) : InstrumentInput
{
    internal override Instrument Of => IgaRosacea.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers => [("grade", Grade)];
}

/// <summary>
/// vIGA-AD, the validated Investigator Global Assessment for atopic dermatitis.
/// <para>Formula: the grade, 0 to 4.</para>
/// <para>Bands: <c>viga-ad-2020</c> [1]: 0 clear (pigment change may remain), 1 almost clear (barely visible redness or thickening),
/// 2 mild (slight but definite), 3 moderate (clearly visible, oozing possible), 4 severe (marked).</para>
/// <para>No minimal important difference was seen.</para>
/// <para>References: 1. Simpson E et al., J Am Acad Dermatol 2020. 2. Table III: atopic dermatitis scoring systems, PMC7395647.</para>
/// </summary>
public static class VigaAd
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "viga-ad",
        Name = "Validated Investigator Global Assessment for AD",
        Assessor = "clinician",
        Conditions = ["atopic-dermatitis"],
        Items = [Grades.Item],
        Formula = "grade",
        Max = 4,
        Resolution = 1,
        BandSets = [Grades.Bands("viga-ad-2020", null)],
        MissingItems = "The grade is required.",
        License = "The name vIGA-AD is a trademark: check its terms.",
        References = ["viga-ad-2020", "ad-scales-table"],
        Compute = Grades.Compute,
    };

    /// <summary>Scores a grade.</summary>
    /// <param name="input">The grade.</param>
    /// <param name="bandSet">The id of a band set; null = <c>viga-ad-2020</c>, the only one.</param>
    /// <returns>The score, or what is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(VigaAdInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="VigaAd"/> asks for.</summary>
/// <param name="Grade">0 to 4, whole.</param>
public sealed record VigaAdInput(int Grade) : InstrumentInput
{
    internal override Instrument Of => VigaAd.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers => [("grade", Grade)];
}
