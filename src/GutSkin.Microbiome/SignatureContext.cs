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
