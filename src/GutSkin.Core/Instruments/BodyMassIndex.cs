namespace GutSkin.Core.Instruments;

/// <summary>
/// BMI, the body mass index of adults; not in pregnancy.
/// <para>Formula [1]: weight in kilograms / (height in meters)². The score has four decimals, <see cref="InstrumentScore.Rounded"/> one, and the band is
/// that of the unrounded quotient. A result outside 5 to 150 is refused: a unit was mistaken.</para>
/// <para>Bands: <c>who-bmi</c> [1]: below 18.5 underweight, below 25 normal, below 30 overweight, below 35 obese class I, below 40 class II, from 40
/// class III. WHO adds action points at 23 and 27.5 for many Asian populations, without names for bands of their own.</para>
/// <para>The total answers the factor <c>body.bmi</c>. Neither end is better, so a change is not judged.</para>
/// <para>References: 1. International classification of adult underweight, overweight and obesity according to BMI, WHO 2004.</para>
/// </summary>
public static class BodyMassIndex
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "bmi",
        Name = "Body mass index, adults",
        Assessor = "any",
        Factor = "body.bmi",
        Unit = "kg/m2",
        Items = [new InstrumentItem("weightKg", 20, 400), new InstrumentItem("heightM", 0.8m, 2.6m) { Note = "In meters, not centimeters." }],
        Formula = "weightKg / heightM^2",
        Min = 5,
        Max = 150,
        BetterWhen = BetterWhen.Neither,
        Decimals = 1,
        BandSets =
        [
            new BandSet(
                "who-bmi",
                "who-bmi",
                SeverityBand.Below("underweight", 18.5m),
                SeverityBand.Below("normal", 25),
                SeverityBand.Below("overweight", 30),
                SeverityBand.Below("obese class I", 35),
                SeverityBand.Below("obese class II", 40),
                SeverityBand.Last("obese class III")) { Note = "WHO adds action points at 23 and 27.5 for many Asian populations." },
        ],
        MissingItems = "Both numbers are required.",
        License = "none needed",
        Note = "Adults only; not in pregnancy.",
        References = ["who-bmi"],
        Compute = static items =>
        {
            decimal exact = items["weightKg"] / (items["heightM"] * items["heightM"]);
            return new Computation(Math.Round(exact, 4, MidpointRounding.AwayFromZero)) { Exact = exact };
        },
    };

    /// <summary>Scores weight and height.</summary>
    /// <param name="input">Weight and height.</param>
    /// <param name="bandSet">The id of a band set; null = <c>who-bmi</c>, the only one.</param>
    /// <returns>The index, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(BodyMassIndexInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="BodyMassIndex"/> asks for; null = not known.</summary>
/// <param name="WeightKg">Weight, 20 to 400 kg.</param>
/// <param name="HeightM">Height, 0.8 to 2.6 m.</param>
public sealed record BodyMassIndexInput(decimal? WeightKg, decimal? HeightM) : InstrumentInput
{
    internal override Instrument Of => BodyMassIndex.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers => [("weightKg", WeightKg), ("heightM", HeightM)];
}
