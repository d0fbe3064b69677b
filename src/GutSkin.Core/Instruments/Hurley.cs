namespace GutSkin.Core.Instruments;

/// <summary>
/// Hurley stage of hidradenitis suppurativa, of one body area: a stage, not a measure of response.
/// <para>Formula [1]: III where tracts are diffuse or interconnected across a whole area; else II where abscesses recur with tunnels or scarring, the
/// lesions apart; else I where there is any abscess; else none. The score is 0 to 3. Hurley has no stage 0: "none" is added for software.</para>
/// <para>Bands: <c>hurley-pmj</c> [1]: none, I, II, III. No minimal important difference: it is static.</para>
/// <para>References: 1. Table 1: Hurley severity for hidradenitis suppurativa, Postgrad Med J. 2. Table 1: tools for HS severity, Antibiotics 2023,
/// doi 10.3390/antibiotics12060978.</para>
/// </summary>
public static class Hurley
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "hurley",
        Name = "Hurley stage",
        Assessor = "clinician",
        Conditions = ["hidradenitis-suppurativa"],
        Items = [InstrumentItem.YesNo("abscess"), InstrumentItem.YesNo("tunnelsOrScarring"), InstrumentItem.YesNo("diffuseOrInterconnected")],
        Formula = "III if diffuse or interconnected tracts across a whole area; "
            + "else II if abscesses recur with tunnels or scarring (separate lesions); else I if any abscess; else none",
        Max = 3,
        Resolution = 1,
        BandSets =
        [
            new BandSet(
                "hurley-pmj",
                "hurley-pmj",
                SeverityBand.UpTo("none", 0),
                SeverityBand.UpTo("I", 1),
                SeverityBand.UpTo("II", 2),
                SeverityBand.Last("III")),
        ],
        MissingItems = "All three answers are required.",
        License = "not checked",
        Note = "A static stage of one body area, not a measure of response; 'none' is added for software, Hurley has no stage 0.",
        References = ["hurley-pmj", "ihs4-table-2023"],
        Compute = static items => new Computation((items["abscess"], items["tunnelsOrScarring"], items["diffuseOrInterconnected"]) switch
        {
            (_, _, 1) => 3,
            (1, 1, _) => 2,
            (1, _, _) => 1,
            _ => 0,
        }),
        Oddities = static items => items["abscess"] == 0 && items["tunnelsOrScarring"] == 1 && items["diffuseOrInterconnected"] == 0
            ? [("tunnelsOrScarring", "Tunnels or scarring without an abscess have no Hurley stage.")]
            : [],
    };

    /// <summary>Finds the stage.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>hurley-pmj</c>, the only one.</param>
    /// <returns>The stage as a score of 0 to 3 and as a band, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(HurleyInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Hurley"/> asks for; null = not answered.</summary>
/// <param name="Abscess">Whether there is any abscess, or abscesses recur.</param>
/// <param name="TunnelsOrScarring">Whether there are tunnels or scars.</param>
/// <param name="DiffuseOrInterconnected">Whether tracts are diffuse or interconnected across a whole area.</param>
public sealed record HurleyInput(bool? Abscess, bool? TunnelsOrScarring, bool? DiffuseOrInterconnected) : InstrumentInput
{
    internal override Instrument Of => Hurley.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        [("abscess", Number(Abscess)), ("tunnelsOrScarring", Number(TunnelsOrScarring)), ("diffuseOrInterconnected", Number(DiffuseOrInterconnected))];

    private static decimal? Number(bool? answer) => answer is { } yes ? (yes ? 1 : 0) : null;
}
