namespace GutSkin.Core.Instruments;

/// <summary>
/// IHS4, the International Hidradenitis Suppurativa Severity Score System.
/// <para>Formula [1, 2]: nodules + 2 × abscesses + 4 × draining tunnels. Range from 0 up.</para>
/// <para>Bands: <c>ihs4-table-2023</c> [2]: up to 3 mild, 4-10 moderate, from 11 severe. 0 means no inflammatory lesion; the source calls
/// everything up to 3 mild.</para>
/// <para>No minimal important difference was seen.</para>
/// <para>References: 1. Zouboulis CC et al., Br J Dermatol 2017, doi 10.1111/bjd.15748. 2. Table 1: tools for HS severity, Antibiotics 2023,
/// doi 10.3390/antibiotics12060978.</para>
/// </summary>
public static class Ihs4
{
    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "ihs4",
        Name = "International Hidradenitis Suppurativa Severity Score System",
        Assessor = "clinician",
        Conditions = ["hidradenitis-suppurativa"],
        Items = [.. InstrumentItem.Of(0, 300, "nodules", "abscesses", "drainingTunnels")],
        Formula = "nodules + 2*abscesses + 4*drainingTunnels",
        Resolution = 1,
        BandSets =
        [
            new BandSet("ihs4-table-2023", "ihs4-table-2023", SeverityBand.UpTo("mild", 3), SeverityBand.UpTo("moderate", 10), SeverityBand.Last("severe"))
            {
                Note = "0 means no inflammatory lesion; the source calls everything up to 3 mild.",
            },
        ],
        MissingItems = "All three counts are required.",
        License = "not checked",
        References = ["zouboulis-2017", "ihs4-table-2023"],
        Compute = static items =>
        {
            decimal nodules = items["nodules"], abscesses = 2 * items["abscesses"], tunnels = 4 * items["drainingTunnels"];
            return new Computation(nodules + abscesses + tunnels, ("nodules", nodules), ("abscesses", abscesses), ("drainingTunnels", tunnels));
        },
    };

    /// <summary>Scores counts.</summary>
    /// <param name="input">The counts.</param>
    /// <param name="bandSet">The id of a band set; null = <c>ihs4-table-2023</c>, the only one.</param>
    /// <returns>The score with the share of each kind of lesion, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(Ihs4Input input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Ihs4"/> asks for; null = not counted.</summary>
/// <param name="Nodules">Inflammatory nodules, 0 to 300.</param>
/// <param name="Abscesses">Abscesses, 0 to 300.</param>
/// <param name="DrainingTunnels">Draining tunnels, 0 to 300.</param>
public sealed record Ihs4Input(int? Nodules, int? Abscesses, int? DrainingTunnels) : InstrumentInput
{
    internal override Instrument Of => Ihs4.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        [("nodules", Nodules), ("abscesses", Abscesses), ("drainingTunnels", DrainingTunnels)];
}
