namespace GutSkin.Core.Instruments;

/// <summary>
/// GAGS, the Global Acne Grading System.
/// <para>Formula [1]: sum over six places of the place's factor × the grade of its worst lesion (0 none, 1 comedones, 2 papules, 3 pustules,
/// 4 nodules). The factors are forehead 2, each cheek 2, nose 1, chin 1, chest and upper back 3. Range 0 to 44.</para>
/// <para>Bands: <c>gags-table</c> [1]: 0 none, 1-18 mild, 19-30 moderate, 31-38 severe, from 39 very severe. Sources print "above 38" and
/// "above 39" for the last; 39 itself is taken as very severe, so that no score is without a band.</para>
/// <para>No minimal important difference was seen.</para>
/// <para>References: 1. Table: the global acne grading system (after Doshi 1997). 2. Adityan B et al., Indian J Dermatol Venereol Leprol 2009,
/// doi 10.4103/0378-6323.51258. 3. Alsulaimani H et al., Clin Cosmet Investig Dermatol.</para>
/// </summary>
public static class Gags
{
    private static readonly (string Place, int Factor)[] Places =
        [("forehead", 2), ("rightCheek", 2), ("leftCheek", 2), ("nose", 1), ("chin", 1), ("chestUpperBack", 3)];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "gags",
        Name = "Global Acne Grading System",
        Assessor = "clinician",
        Conditions = ["acne-vulgaris"],
        Items = [.. InstrumentItem.Of(0, 4, [.. Places.Select(p => p.Place)])],
        Formula = "sum of factor x grade",
        Max = 44,
        Resolution = 1,
        BandSets =
        [
            new BandSet(
                "gags-table",
                "gags-table",
                SeverityBand.UpTo("none", 0),
                SeverityBand.UpTo("mild", 18),
                SeverityBand.UpTo("moderate", 30),
                SeverityBand.UpTo("severe", 38),
                SeverityBand.Last("very severe")) { Note = "Sources print 'very severe' above 39 and above 38; 39 itself is taken as very severe." },
        ],
        MissingItems = "All six places are required.",
        License = "not checked",
        References = ["gags-table", "adityan-2009", "alsulaimani-2020"],
        Compute = static items =>
        {
            (string, decimal)[] parts = [.. Places.Select(p => (p.Place, items[p.Place] * p.Factor))];
            return new Computation(parts.Sum(p => p.Item2), parts);
        },
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>gags-table</c>, the only one.</param>
    /// <returns>The score with a sub-score a place, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(GagsInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Gags"/> asks for: the grade of the worst lesion in six places, 0 to 4, whole; null = not graded.</summary>
/// <param name="Forehead">0 to 4.</param>
/// <param name="RightCheek">0 to 4.</param>
/// <param name="LeftCheek">0 to 4.</param>
/// <param name="Nose">0 to 4.</param>
/// <param name="Chin">0 to 4.</param>
/// <param name="ChestUpperBack">0 to 4.</param>
public sealed record GagsInput(int? Forehead, int? RightCheek, int? LeftCheek, int? Nose, int? Chin, int? ChestUpperBack) : InstrumentInput
{
    internal override Instrument Of => Gags.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("forehead", Forehead), ("rightCheek", RightCheek), ("leftCheek", LeftCheek), ("nose", Nose), ("chin", Chin), ("chestUpperBack", ChestUpperBack),
    ];
}
