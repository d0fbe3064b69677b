using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>Everything there is to say of one profile: measures, observations, context and notices. One call for a report or a command line.</summary>
public sealed record MicrobiomeReport
{
    private MicrobiomeReport()
    {
    }

    /// <summary>The profile.</summary>
    public required TaxonomicProfile Profile { get; init; }

    /// <summary>The name of the sample; null where the file has none.</summary>
    public string? Sample => Profile.Sample;

    /// <summary>The measures.</summary>
    public required ProfileMeasures Measures { get; init; }

    /// <summary>The observations of factors.</summary>
    public required ImmutableArray<MicrobiomeObservation> Observations { get; init; }

    /// <summary>What studies report of the gut in each skin condition, beside this profile.</summary>
    public required ImmutableArray<SignatureContext> Signatures { get; init; }

    /// <summary>What has to be said with all this.</summary>
    public ImmutableArray<string> Notices => Measures.Notices;

    /// <summary>Measures a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Rank, rarefaction and the like; null = the defaults.</param>
    /// <param name="reference">A profile of the same method to compare with; null = none.</param>
    /// <returns>The report.</returns>
    public static MicrobiomeReport Of(TaxonomicProfile profile, MeasureOptions? options = null, TaxonomicProfile? reference = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var measures = profile.Measure(options);
        return new MicrobiomeReport
        {
            Profile = profile,
            Measures = measures,
            Observations = ObservationMaker.Make(profile, measures),
            Signatures = [.. ConditionSignatures.GutConditions.Select(c => ConditionSignatures.Context(c, profile, reference)!)],
        };
    }

    /// <summary>The report as plain text, culture-free, lines ended by LF.</summary>
    /// <returns>The text.</returns>
    public string ToText() => MicrobiomeText.Write(this);

    /// <summary>Counts, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"MicrobiomeReport: {Observations.Length} observations, {Notices.Length} notices";
}
