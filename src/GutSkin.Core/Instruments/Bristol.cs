namespace GutSkin.Core.Instruments;

/// <summary>
/// The Bristol stool form scale.
/// <para>Formula: the type, 1 (hard lumps) to 7 (liquid); it follows transit time [1].</para>
/// <para>Bands: <c>bristol-rome</c> [2]: 1-2 hard, 3-5 middle, 6-7 loose. Several pages call only 3-4 ideal.</para>
/// <para>The type answers the factor <c>gut.bristol-stool-type</c>. Neither end is better, so a change is not judged.</para>
/// <para>References: 1. Lewis SJ, Heaton KW, Scand J Gastroenterol 1997. 2. Constipation guideline pocket card, Guideline Central / Rome Foundation.</para>
/// </summary>
public static class Bristol
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "bristol",
        Name = "Bristol stool form scale",
        Assessor = "patient",
        Factor = "gut.bristol-stool-type",
        Unit = "{type}",
        Items = [new InstrumentItem("type", 1, 7, 1)],
        Formula = "type",
        Min = 1,
        Max = 7,
        Resolution = 1,
        BetterWhen = BetterWhen.Neither,
        BandSets =
        [
            new BandSet("bristol-rome", "bristol-rome", SeverityBand.UpTo("hard", 2), SeverityBand.UpTo("middle", 5), SeverityBand.Last("loose"))
            {
                Note = "Rome calls 1-2 and 6-7 abnormal, so 3-5 is the middle; several pages call only 3-4 ideal.",
            },
        ],
        MissingItems = "The type is required.",
        License = "not checked",
        References = ["lewis-heaton-1997", "bristol-rome"],
        Compute = static items => new Computation(items["type"]),
    };

    /// <summary>Scores a type.</summary>
    /// <param name="input">The type.</param>
    /// <param name="bandSet">The id of a band set; null = <c>bristol-rome</c>, the only one.</param>
    /// <returns>The score, or what is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(BristolInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Bristol"/> asks for.</summary>
/// <param name="Type">1 to 7, whole.</param>
public sealed record BristolInput(int Type) : InstrumentInput
{
    internal override Instrument Of => Bristol.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers => [("type", Type)];
}
