namespace GutSkin.Core.Instruments;

/// <summary>
/// PSQI, the Pittsburgh Sleep Quality Index, from its component scores over the last month. The score only; no wording.
/// <para>Formula [1]: sum of seven components of 0 to 3: quality, latency, duration, efficiency, disturbances, medication, daytime dysfunction.
/// Range 0 to 21. The rules from the 19 questions to the components were not seen, so the components are what is taken.</para>
/// <para>Bands: <c>buysse-1989</c> [1]: up to 5 good sleeper, above poor sleeper. It follows dissatisfaction with sleep more than sleep itself [2].</para>
/// <para>The total answers the factor <c>lifestyle.sleep-quality</c>. No minimal important difference was seen.</para>
/// <para>References: 1. Buysse DJ et al., Psychiatry Res 1989. 2. Grandner MA et al., Sleep Biol Rhythms 2006, doi 10.1111/j.1479-8425.2006.00207.x.</para>
/// </summary>
public static class Psqi
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "psqi",
        Name = "Pittsburgh Sleep Quality Index (from component scores)",
        Assessor = "patient",
        Factor = "lifestyle.sleep-quality",
        Unit = "{score}",
        Recall = "P1M",
        Items = [.. InstrumentItem.Numbered("component", 7, 0, 3)],
        Formula = "sum of seven component scores",
        Max = 21,
        Resolution = 1,
        BandSets = [new BandSet("buysse-1989", "buysse-1989", SeverityBand.UpTo("good sleeper", 5), SeverityBand.Last("poor sleeper"))],
        MissingItems = "All seven components are required.",
        License = "Not checked. No wording is part of this library.",
        Note = "Components: quality, latency, duration, efficiency, disturbances, medication, daytime dysfunction.",
        References = ["buysse-1989", "grandner-2006"],
        Compute = static items => new Computation(items.Sum()),
    };

    /// <summary>Scores components.</summary>
    /// <param name="input">The components.</param>
    /// <param name="bandSet">The id of a band set; null = <c>buysse-1989</c>, the only one.</param>
    /// <returns>The score, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(PsqiInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Psqi"/> asks for: seven component scores of 0 to 3, whole; null = not known.</summary>
/// <param name="Quality">Component 1, subjective sleep quality.</param>
/// <param name="Latency">Component 2, time to fall asleep.</param>
/// <param name="Duration">Component 3, sleep duration.</param>
/// <param name="Efficiency">Component 4, habitual sleep efficiency.</param>
/// <param name="Disturbances">Component 5, sleep disturbances.</param>
/// <param name="Medication">Component 6, use of sleep medication.</param>
/// <param name="DaytimeDysfunction">Component 7, daytime dysfunction.</param>
public sealed record PsqiInput(
    int? Quality, int? Latency, int? Duration, int? Efficiency, int? Disturbances, int? Medication, int? DaytimeDysfunction) : InstrumentInput
{
    internal override Instrument Of => Psqi.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
    [
        ("component1", Quality), ("component2", Latency), ("component3", Duration), ("component4", Efficiency),
        ("component5", Disturbances), ("component6", Medication), ("component7", DaytimeDysfunction),
    ];
}
