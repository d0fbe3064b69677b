namespace GutSkin.Core.Instruments;

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
