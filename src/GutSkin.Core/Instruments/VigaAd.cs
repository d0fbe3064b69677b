namespace GutSkin.Core.Instruments;

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
