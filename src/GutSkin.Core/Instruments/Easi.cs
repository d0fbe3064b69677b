using System.Collections.Immutable;

namespace GutSkin.Core.Instruments;

/// <summary>
/// EASI, the Eczema Area and Severity Index: how red, thick, scratched and lichenified eczema is, and how much of the skin it takes.
/// <para>Formula [2, 3]: sum over head, arms, trunk and legs of (erythema + induration + excoriation + lichenification) × area score × weight.
/// The weights are 0.1, 0.2, 0.3, 0.4 from eight years on and 0.2, 0.2, 0.3, 0.3 below, so there is no score without an age.
/// Signs are 0 to 3 in halves; the area score is 0 (none), 1 (below 10 %), 2 (below 30 %), 3 (below 50 %), 4 (below 70 %), 5 (below 90 %),
/// 6 (up to 100 %). Range 0 to 72, in steps of 0.05.</para>
/// <para>Bands: <c>leshem-2015</c> [1]: 0 clear, up to 1 almost clear, up to 7 mild, up to 21 moderate, up to 50 severe, above very severe.
/// The source prints 0.1-1.0, 1.1-7.0 …; half points make 1.05 possible, which belongs to the upper band. <c>kada-2021</c> [5]: from 16 moderate,
/// from 23 severe, nothing below.</para>
/// <para>References: 1. Leshem YA et al., Br J Dermatol 2015, PMID 25580670. 2. EASI score, DermNet NZ. 3. The Eczema Area and Severity
/// Index: a practical guide, Dermatitis 2022, PMC9154300. 4. Table III: atopic dermatitis scoring systems, PMC7395647.
/// 5. Consensus criteria for moderate to severe atopic dermatitis (Korean Atopic Dermatitis Association), PMC7992600.
/// Minimal important change: What are the best endpoints for EASI and SCORAD, Br J Dermatol 2021;184:888-895.</para>
/// </summary>
public static class Easi
{
    private static readonly string[] Signs = ["erythema", "induration", "excoriation", "lichenification"];
    private static readonly ImmutableArray<decimal> Adult = [0.1m, 0.2m, 0.3m, 0.4m];
    private static readonly ImmutableArray<decimal> Child = [0.2m, 0.2m, 0.3m, 0.3m];

    /// <summary>The definition.</summary>
    public static Instrument Instrument { get; } = new()
    {
        Id = "easi",
        Name = "Eczema Area and Severity Index",
        Assessor = "clinician",
        Conditions = ["atopic-dermatitis"],
        Items =
        [
            new InstrumentItem("ageYears", 0, 120) { Note = "Children under eight have other regional weights: there is no score without the age." },
            .. BodyRegions.Items(Signs, 3, 0.5m),
        ],
        Formula = "sum over regions of (erythema + induration + excoriation + lichenification) x areaScore x weight",
        Max = 72,
        Resolution = 0.05m,
        BandSets =
        [
            new BandSet(
                "leshem-2015",
                "leshem-2015",
                SeverityBand.UpTo("clear", 0),
                SeverityBand.UpTo("almost clear", 1),
                SeverityBand.UpTo("mild", 7),
                SeverityBand.UpTo("moderate", 21),
                SeverityBand.UpTo("severe", 50),
                SeverityBand.Last("very severe")) { Note = "Printed 0.1-1.0, 1.1-7.0 …; a score between two printed bands belongs to the upper one." },
            new BandSet("kada-2021", "kada-2021", SeverityBand.Below("moderate", 23), SeverityBand.Last("severe"))
            {
                From = 16,
                Note = "The source raises one level where itch is 7 or more of 10 or the DLQI above 10; that is not done here.",
            },
        ],
        Differences =
        [
            new MinimalDifference(0.5m, "826 adults and children of one clinic", "easi-scorad-endpoints-2021") { IsRelative = true },
        ],
        MissingItems = "All items are required; a percentage may be given instead of an area score.",
        License = "not checked; free use in trials is usual",
        References = ["leshem-2015", "easi-dermnet", "easi-guide-2022", "ad-scales-table", "kada-2021"],
        Compute = static items => BodyRegions.Compute(items, Signs, (items["ageYears"] < 8 ? Child : Adult).AsSpan()),
        Oddities = static items => BodyRegions.Oddities(items, Signs),
    };

    /// <summary>Scores answers.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="bandSet">The id of a band set; null = <c>leshem-2015</c>.</param>
    /// <returns>The score with a sub-score a region, or everything that is wrong.</returns>
    public static ReadResult<InstrumentScore> Score(EasiInput input, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Score(bandSet);
    }

    /// <summary>The response of a follow-up: EASI-50, EASI-75 or EASI-90, a fall by that many percent at least.</summary>
    /// <param name="change">A change of EASI.</param>
    /// <returns>50, 75 or 90; null where it fell by less, or the start was 0.</returns>
    /// <exception cref="ArgumentException">The change is of another instrument.</exception>
    public static int? ResponseOf(InstrumentChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Before.Instrument != Instrument.Id)
            throw new ArgumentException($"A change of {change.Before.Instrument} is no change of EASI.", nameof(change));
        return change.PercentFall switch
        {
            >= 90 => 90,
            >= 75 => 75,
            >= 50 => 50,
            _ => null,
        };
    }
}

/// <summary>What <see cref="Easi"/> asks for.</summary>
/// <param name="AgeYears">Age in years, 0 to 120; null = unknown, and then there is no score.</param>
/// <param name="Head">Head and neck.</param>
/// <param name="Upper">Arms.</param>
/// <param name="Trunk">Trunk.</param>
/// <param name="Lower">Legs and buttocks.</param>
public sealed record EasiInput(decimal? AgeYears, EasiRegion Head, EasiRegion Upper, EasiRegion Trunk, EasiRegion Lower) : InstrumentInput
{
    internal override Instrument Of => Easi.Instrument;

    internal override IEnumerable<(string Item, decimal? Value)> Answers =>
        [("ageYears", AgeYears), .. Head.Answers("head"), .. Upper.Answers("upper"), .. Trunk.Answers("trunk"), .. Lower.Answers("lower")];
}

/// <summary>One body region of <see cref="Easi"/>.</summary>
/// <param name="Erythema">0 to 3 in halves.</param>
/// <param name="Induration">0 to 3 in halves.</param>
/// <param name="Excoriation">0 to 3 in halves.</param>
/// <param name="Lichenification">0 to 3 in halves.</param>
/// <param name="AreaScore">0 to 6, whole; null where the percentage is given.</param>
/// <param name="AreaPercent">Percent of the region, 0 to 100; null where the area score is given.</param>
public readonly record struct EasiRegion(
    decimal Erythema, decimal Induration, decimal Excoriation, decimal Lichenification, int? AreaScore = null, decimal? AreaPercent = null)
{
    /// <summary>Says of what it is, never an answer.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => "a region of easi";

    internal IEnumerable<(string, decimal?)> Answers(string region) =>
    [
        ($"{region}.erythema", Erythema), ($"{region}.induration", Induration), ($"{region}.excoriation", Excoriation),
        ($"{region}.lichenification", Lichenification), ($"{region}.areaScore", AreaScore), ($"{region}.areaPercent", AreaPercent),
    ];
}
