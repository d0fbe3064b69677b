using System.Collections.Immutable;

namespace GutSkin.Core.Instruments;

/// <summary>
/// PASI, the Psoriasis Area and Severity Index.
/// <para>Formula [1]: sum over head, arms, trunk and legs of (erythema + induration + desquamation) × area score × weight, the weights being
/// 0.1, 0.2, 0.3, 0.4. Signs are 0 to 4, whole; the area score is as in <see cref="Easi"/>. Range 0 to 72, in steps of 0.1.</para>
/// <para>Bands: no single set is accepted. <c>salgado-boquete-2021</c> [2], the rule of tens on the PASI alone: 0 clear, below 10 mild, from 10 on
/// moderate to severe (the source says below and above 10; 10 itself is put above). The rule also asks for body surface and DLQI.
/// <c>moderate-psoriasis-2017</c> [3]: below 7 mild, up to 15 moderate, above severe; the first two also need a DLQI to match.
/// The rule "two of PASI ≥ 11, body surface ≥ 10 %, sPGA ≥ 3" [2] needs more than a PASI and is not offered.</para>
/// <para>No minimal important difference in points was seen; see <see cref="InstrumentChange.PercentFall"/> for PASI-50, -75, -90.</para>
/// <para>References: 1. Table 1: elements of the PASI, Ann Rheum Dis. 2. Salgado-Boquete L et al., Life 2021, doi 10.3390/life11070627.
/// 3. Moderate psoriasis: a proposed definition, Actas Dermosifiliogr 2017, doi 10.1016/j.ad.2017.07.002. 4. Strober B et al.,
/// J Am Acad Dermatol 2019, doi 10.1016/j.jaad.2019.08.026.</para>
/// </summary>
public static class Pasi
{
    private static readonly string[] Signs = ["erythema", "induration", "desquamation"];
    private static readonly ImmutableArray<decimal> Weights = [0.1m, 0.2m, 0.3m, 0.4m];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "pasi",
        Name = "Psoriasis Area and Severity Index",
        Assessor = "clinician",
        Conditions = ["psoriasis"],
        Items = [.. BodyRegions.Items(Signs, 4, 1)],
        Formula = "sum over regions of (erythema + induration + desquamation) x areaScore x weight",
        Max = 72,
        Resolution = 0.1m,
        BandSets =
        [
            new BandSet(
                "salgado-boquete-2021",
                "salgado-boquete-2021",
                SeverityBand.UpTo("clear", 0),
                SeverityBand.Below("mild", 10),
                SeverityBand.Last("moderate to severe")) { Note = "The rule of tens on the PASI alone: it also asks for body surface and DLQI. 10 itself is put in the upper band." },
            new BandSet(
                "moderate-psoriasis-2017",
                "moderate-psoriasis-2017",
                SeverityBand.Below("mild", 7),
                SeverityBand.UpTo("moderate", 15),
                SeverityBand.Last("severe")) { Note = "On the PASI alone: mild also asks for a DLQI below 7, moderate for one of 5 to 15." },
        ],
        MissingItems = "All items are required; a percentage may be given instead of an area score.",
        License = "not checked",
        Note = "There is no single accepted banding.",
        References = ["pasi-ard-table", "salgado-boquete-2021", "moderate-psoriasis-2017", "strober-2019"],
        Compute = static items => BodyRegions.Compute(items, Signs, Weights.AsSpan()),
        Oddities = static items => BodyRegions.Oddities(items, Signs),
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>salgado-boquete-2021</c>.</param>
    /// <returns>The score with a sub-score a region, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(PasiInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }
}

/// <summary>What <see cref="Pasi"/> asks for.</summary>
/// <param name="Head">Head and neck.</param>
/// <param name="Upper">Arms.</param>
/// <param name="Trunk">Trunk.</param>
/// <param name="Lower">Legs and buttocks.</param>
public sealed record PasiInput(PasiRegion Head, PasiRegion Upper, PasiRegion Trunk, PasiRegion Lower) : InstrumentInput
{
    internal override Instrument Of => Pasi.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        [.. Head.Answers("head"), .. Upper.Answers("upper"), .. Trunk.Answers("trunk"), .. Lower.Answers("lower")];
}

/// <summary>One body region of <see cref="Pasi"/>.</summary>
/// <param name="Erythema">0 to 4, whole.</param>
/// <param name="Induration">0 to 4, whole.</param>
/// <param name="Desquamation">0 to 4, whole.</param>
/// <param name="AreaScore">0 to 6, whole; null where the percentage is given.</param>
/// <param name="AreaPercent">Percent of the region, 0 to 100; null where the area score is given.</param>
public readonly record struct PasiRegion(int Erythema, int Induration, int Desquamation, int? AreaScore = null, decimal? AreaPercent = null)
{
    /// <summary>Says of what it is, never an answer.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a region of pasi";

    internal IEnumerable<(string, decimal?)> Answers(string region) =>
    [
        ($"{region}.erythema", Erythema), ($"{region}.induration", Induration), ($"{region}.desquamation", Desquamation),
        ($"{region}.areaScore", AreaScore), ($"{region}.areaPercent", AreaPercent),
    ];
}
