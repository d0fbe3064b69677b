using System.Collections.Immutable;

namespace GutSkin.Microbiome;

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
