using System.Collections.Immutable;
using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>
/// Taxa reported to differ between people with a skin condition and people without it: from BugSigDB (https://bugsigdb.org, CC BY 4.0,
/// export of October 2022, selected and shortened) and from abstracts. Geistlinger et al. 2024, doi 10.1038/s41587-023-01872-y.
/// </summary>
public static class ConditionSignatures
{
    private static readonly Lazy<ImmutableArray<ConditionSignature>> Loaded = new(Load);

    /// <summary>Every signature, gut and skin, of every contrast.</summary>
    public static ImmutableArray<ConditionSignature> All => Loaded.Value;

    /// <summary>The ids of the conditions with gut signatures of cases against controls, in order.</summary>
    public static ImmutableArray<string> GutConditions =>
        [.. All.Where(IsGutCaseControl).Select(s => s.Condition).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What studies report of the gut in a condition, beside a profile.</summary>
    /// <param name="condition">The id of the condition.</param>
    /// <param name="profile">A stool profile.</param>
    /// <param name="reference">
    /// A profile of the same method to compare with (an earlier one of the same person, or another's); null = presence is shown
    /// without a direction, because one sample has none.
    /// </param>
    /// <returns>The context; null where no gut signature of the condition is known.</returns>
    public static SignatureContext? Context(string condition, TaxonomicProfile profile, TaxonomicProfile? reference = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(profile);
        var signatures = All.Where(s => s.Condition == condition && IsGutCaseControl(s)).ToList();
        if (signatures.Count == 0)
            return null;
        var taxa = Count(signatures).Select(t => t with
        {
            Share = profile.ShareOf(t.Taxon),
            ReferenceShare = reference?.ShareOf(t.Taxon),
        });
        return new SignatureContext
        {
            Condition = condition,
            Studies = signatures.Select(StudyOf).Distinct().Count(),
            Taxa = [.. taxa],
        };
    }

    /// <summary>How many studies report each taxon increased and decreased; a study counts once a direction.</summary>
    internal static IEnumerable<SignatureTaxon> Count(IEnumerable<ConditionSignature> signatures) => signatures
        .SelectMany(s => s.Taxa.Select(t => (Taxon: t, s.Direction, Study: StudyOf(s))))
        .GroupBy(x => (x.Taxon.Rank, Key: x.Taxon.NcbiId is { } id ? $"{id}" : x.Taxon.Name))
        .Select(g => new SignatureTaxon
        {
            Taxon = g.First().Taxon,
            StudiesIncreased = g.Where(x => x.Direction == SignatureDirection.Increased).Select(x => x.Study).Distinct().Count(),
            StudiesDecreased = g.Where(x => x.Direction == SignatureDirection.Decreased).Select(x => x.Study).Distinct().Count(),
        })
        .OrderByDescending(t => t.StudiesIncreased + t.StudiesDecreased)
        .ThenBy(t => t.Taxon.Name, StringComparer.Ordinal);

    private static bool IsGutCaseControl(ConditionSignature signature) => signature is { BodySite: "Feces", Contrast: "case-control" };

    private static string StudyOf(ConditionSignature signature) => signature.PubMedId ?? signature.Doi ?? signature.Study;

    private static ImmutableArray<ConditionSignature> Load()
    {
        using var document = MicrobiomeData.Open("signatures.json");
        return [.. document.RootElement.GetProperty("signatures").EnumerateArray().Select(Read)];
    }

    private static ConditionSignature Read(JsonElement e) => new()
    {
        Condition = e.GetProperty("condition").GetString()!,
        BodySite = e.GetProperty("bodySite").GetString()!,
        Contrast = e.GetProperty("contrast").GetString()!,
        Direction = e.GetProperty("direction").GetString() == "increased" ? SignatureDirection.Increased : SignatureDirection.Decreased,
        Controls = Number(e.GetProperty("controls")),
        Cases = Number(e.GetProperty("cases")),
        CasesAre = e.GetProperty("casesAre").GetString()!,
        Sequencing = e.GetProperty("sequencing").GetString(),
        Study = $"{e.GetProperty("author").GetString()} {e.GetProperty("year")}",
        Doi = e.GetProperty("doi").GetString(),
        PubMedId = e.GetProperty("pmid").GetString(),
        BugSigDb = e.GetProperty("bugSigDb").GetString(),
        Taxa = [.. e.GetProperty("taxa").EnumerateArray().Select(ReadTaxon)],
    };

    private static TaxonReference ReadTaxon(JsonElement e) => new(
        e[2].GetString()!,
        Enum.Parse<TaxonRank>(e[1].GetString()!, ignoreCase: true),
        Number(e[0]));

    private static int? Number(JsonElement e) => e.ValueKind == JsonValueKind.Number ? e.GetInt32() : null;
}

/// <summary>Taxa that one study reports as more (or less) common in people with a condition.</summary>
public sealed record ConditionSignature
{
    /// <summary>The id of the condition, for example <c>atopic-dermatitis</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>Where the samples were taken, for example <c>Feces</c> or <c>Skin of body</c>.</summary>
    public required string BodySite { get; init; }

    /// <summary>What was compared; <c>case-control</c> is what <see cref="ConditionSignatures"/> counts.</summary>
    public required string Contrast { get; init; }

    /// <summary>The direction in cases against controls.</summary>
    public required SignatureDirection Direction { get; init; }

    /// <summary>How many controls; null where the source does not say.</summary>
    public int? Controls { get; init; }

    /// <summary>How many cases; null where the source does not say.</summary>
    public int? Cases { get; init; }

    /// <summary>Who the cases were, in the words of the source.</summary>
    public required string CasesAre { get; init; }

    /// <summary>How it was sequenced; null where the source does not say.</summary>
    public string? Sequencing { get; init; }

    /// <summary>First author and year.</summary>
    public required string Study { get; init; }

    /// <summary>The DOI; null where there is none.</summary>
    public string? Doi { get; init; }

    /// <summary>The PubMed id; null where there is none.</summary>
    public string? PubMedId { get; init; }

    /// <summary>The entry of BugSigDB (CC BY 4.0) it was taken from; null for one read from an abstract.</summary>
    public string? BugSigDb { get; init; }

    /// <summary>The taxa.</summary>
    public ImmutableArray<TaxonReference> Taxa { get; init; } = [];
}

/// <summary>Which way a taxon differs.</summary>
public enum SignatureDirection
{
    /// <summary>More of it.</summary>
    Increased,

    /// <summary>Less of it.</summary>
    Decreased,
}

/// <summary>What studies report of the gut in one condition, beside one profile. Context to read, never a score.</summary>
public sealed record SignatureContext
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>How many studies there are.</summary>
    public required int Studies { get; init; }

    /// <summary>The taxa, those with most studies first, then by name.</summary>
    public required ImmutableArray<SignatureTaxon> Taxa { get; init; }

    /// <summary>How many taxa more than one report is about.</summary>
    public int TaxaReportedTwice => Taxa.Count(t => t.StudiesIncreased + t.StudiesDecreased > 1);

    /// <summary>Of those, for how many all reports agree.</summary>
    public int TaxaAgreed => Taxa.Count(t => t.StudiesIncreased + t.StudiesDecreased > 1 && t.Agreement == 1);

    /// <summary>How many taxa differ from the profile compared with in the reported direction.</summary>
    public int TaxaReportedWay => Taxa.Count(t => t.GoesReportedWay == true);

    /// <summary>How many taxa differ from the profile compared with in the other direction.</summary>
    public int TaxaOtherWay => Taxa.Count(t => t.GoesReportedWay == false);

    /// <summary>What has to be said with it.</summary>
    public string Notice { get; } =
        "Small studies that often contradict one another; in 1,709 adults gut composition added nothing to age and sex for eczema, psoriasis, "
        + "rosacea or acne. Nothing follows from this for one person.";

    /// <summary>Counts, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"SignatureContext: {Condition}, {Taxa.Length} taxa, {Studies} studies";
}

/// <summary>What studies say of one taxon in one condition, and what a profile holds of it.</summary>
public sealed record SignatureTaxon
{
    /// <summary>The taxon.</summary>
    public required TaxonReference Taxon { get; init; }

    /// <summary>How many studies report it increased in cases.</summary>
    public required int StudiesIncreased { get; init; }

    /// <summary>How many studies report it decreased in cases.</summary>
    public required int StudiesDecreased { get; init; }

    /// <summary>The direction most studies report; null where they are evenly split.</summary>
    public SignatureDirection? Reported =>
        StudiesIncreased == StudiesDecreased ? null
        : StudiesIncreased > StudiesDecreased ? SignatureDirection.Increased
        : SignatureDirection.Decreased;

    /// <summary>The share of study reports that agree with the direction most report: 0.5 (split) to 1 (all agree).</summary>
    public double Agreement => (double)Math.Max(StudiesIncreased, StudiesDecreased) / (StudiesIncreased + StudiesDecreased);

    /// <summary>The relative abundance in the profile, 0 to 1; null where the profile knows no taxon of that rank.</summary>
    public double? Share { get; init; }

    /// <summary>The relative abundance in the profile compared with; null where there is none.</summary>
    public double? ReferenceShare { get; init; }

    /// <summary>The direction from the profile compared with to this one; null without one, or where both are the same.</summary>
    public SignatureDirection? Observed =>
        Share is not { } share || ReferenceShare is not { } reference || share == reference ? null
        : share > reference ? SignatureDirection.Increased
        : SignatureDirection.Decreased;

    /// <summary>Whether the profile differs in the reported direction; null where one of the two is not known.</summary>
    public bool? GoesReportedWay => Reported is { } reported && Observed is { } observed ? reported == observed : null;

    /// <summary>The taxon, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"SignatureTaxon: {Taxon.Name}";
}
