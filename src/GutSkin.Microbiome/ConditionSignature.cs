using System.Collections.Immutable;

namespace GutSkin.Microbiome;

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
