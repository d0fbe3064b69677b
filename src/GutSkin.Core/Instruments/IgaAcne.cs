namespace GutSkin.Core.Instruments;

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
