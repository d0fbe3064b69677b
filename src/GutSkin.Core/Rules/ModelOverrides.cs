using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The modeling choices one document states; what it does not state keeps the value of the sets it extends, or the default.</summary>
public sealed record ModelOverrides
{
    /// <summary>Shrinkage by certainty, in [0, 1], merged by key.</summary>
    public ImmutableSortedDictionary<Certainty, double> CertaintyShrinkage { get; init; } =
        ImmutableSortedDictionary<Certainty, double>.Empty;

    /// <summary>Caps by certainty as odds ratios, 1 or more, merged by key.</summary>
    public ImmutableSortedDictionary<Certainty, double> CertaintyCap { get; init; } =
        ImmutableSortedDictionary<Certainty, double>.Empty;

    /// <summary>The bands, replaced whole; absent = not stated.</summary>
    public ImmutableArray<Band>? Bands { get; init; }

    /// <summary>How wide the interval of a settled score may be at most, in points from 0 to 100; absent = not stated.</summary>
    public double? SettledWidth { get; init; }

    /// <summary>A model with these choices over it.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The changed model.</returns>
    public ScoringModel ApplyTo(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with
        {
            CertaintyShrinkage = model.CertaintyShrinkage.SetItems(CertaintyShrinkage),
            CertaintyCap = model.CertaintyCap.SetItems(CertaintyCap),
            Bands = Bands ?? model.Bands,
            SettledWidth = SettledWidth ?? model.SettledWidth,
        };
    }

    /// <summary>These choices with those of a later document over them.</summary>
    internal ModelOverrides MergedWith(ModelOverrides later) => new()
    {
        CertaintyShrinkage = CertaintyShrinkage.SetItems(later.CertaintyShrinkage),
        CertaintyCap = CertaintyCap.SetItems(later.CertaintyCap),
        Bands = later.Bands ?? Bands,
        SettledWidth = later.SettledWidth ?? SettledWidth,
    };
}
