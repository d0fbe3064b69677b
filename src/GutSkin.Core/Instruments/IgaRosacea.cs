namespace GutSkin.Core.Instruments;

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
