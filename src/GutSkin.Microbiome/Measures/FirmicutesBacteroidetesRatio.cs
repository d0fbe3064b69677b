using GutSkin.Core.Values;

namespace GutSkin.Microbiome;

/// <summary>
/// The ratio of the phyla Firmicutes (Bacillota) and Bacteroidetes (Bacteroidota): sums of their shares, divided. Shown because
/// people find it in their reports; never scored: see <see cref="Caveat"/>.
/// </summary>
public sealed record FirmicutesBacteroidetesRatio
{
    /// <summary>What is known of its meaning: nothing firm.</summary>
    public const string Caveat =
        "The Firmicutes/Bacteroidetes ratio cannot be tied to any state of health, not even body weight (Magne 2020, doi 10.3390/nu12051474), "
        + "and an international consensus asks to leave it out of reports (Porcari 2025). It is shown, never scored.";

    private FirmicutesBacteroidetesRatio(double firmicutes, double bacteroidetes)
    {
        Firmicutes = firmicutes;
        Bacteroidetes = bacteroidetes;
        double ratio = firmicutes / bacteroidetes;
        Ratio = double.IsFinite(ratio) ? ratio : null;
        Log2Ratio = Ratio > 0 ? DeterministicMath.Log(Ratio.Value) / DeterministicMath.Log(2) : null;
    }

    /// <summary>The amount of Firmicutes.</summary>
    public double Firmicutes { get; }

    /// <summary>The amount of Bacteroidetes.</summary>
    public double Bacteroidetes { get; }

    /// <summary>Firmicutes / Bacteroidetes; null where there are no Bacteroidetes, or too few for a finite ratio.</summary>
    public double? Ratio { get; }

    /// <summary>Its logarithm to base 2, which is what statistics should use; null where one of the two is 0.</summary>
    public double? Log2Ratio { get; }

    /// <summary>The ratio of two amounts.</summary>
    /// <param name="firmicutes">Counts or shares, 0 or more.</param>
    /// <param name="bacteroidetes">Counts or shares in the same measure, 0 or more.</param>
    /// <returns>The ratio.</returns>
    public static FirmicutesBacteroidetesRatio Of(double firmicutes, double bacteroidetes)
    {
        DiversityMeasures.Total([firmicutes, bacteroidetes]);
        return new(firmicutes, bacteroidetes);
    }

    /// <summary>The ratio in a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The ratio; null where the profile knows no phyla, or may hold one of the two under a name that was not understood.</returns>
    public static FirmicutesBacteroidetesRatio? Of(TaxonomicProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.ShareOf(KnownTaxa.Firmicutes) is not null && profile.ShareOf(KnownTaxa.Bacteroidetes) is not null
            ? new(profile.AmountOf(KnownTaxa.Firmicutes), profile.AmountOf(KnownTaxa.Bacteroidetes))
            : null;
    }

    /// <summary>The kind of thing, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => nameof(FirmicutesBacteroidetesRatio);
}
