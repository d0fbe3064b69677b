using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>The declared modeling choices of a rule set: how far weak evidence counts, and the names of the index's parts.</summary>
public sealed partial record ScoringModel
{
    // The tables are made when somebody asks for them: scoring with the default ones does not.
    private static readonly Deferred<ImmutableSortedDictionary<Certainty, double>> DefaultShrinkage = new(static () => Table(ShrinkageOf));
    private static readonly Deferred<ImmutableSortedDictionary<Certainty, double>> DefaultCap = new(static () => Table(CapOf));

    private readonly Deferred<ImmutableSortedDictionary<Certainty, double>> shrinkage = DefaultShrinkage;
    private readonly Deferred<ImmutableSortedDictionary<Certainty, double>> cap = DefaultCap;

    /// <summary>The default model.</summary>
    public static ScoringModel Default { get; } = new();

    /// <summary>What |λ| is multiplied by at each certainty, in [0, 1].</summary>
    public ImmutableSortedDictionary<Certainty, double> CertaintyShrinkage
    {
        get => shrinkage.Value!;
        init => shrinkage = new(value);
    }

    /// <summary>The greatest odds ratio an effect of each certainty may carry, 1 or more; absent = none.</summary>
    public ImmutableSortedDictionary<Certainty, double> CertaintyCap
    {
        get => cap.Value!;
        init => cap = new(value);
    }

    /// <summary>The bands, rising, the last one open.</summary>
    public ImmutableArray<Band> Bands { get; init; } =
    [
        new Band { Name = "minimal", Below = 10 },
        new Band { Name = "low", Below = 25 },
        new Band { Name = "moderate", Below = 50 },
        new Band { Name = "high" },
    ];

    /// <summary>How wide the interval of a settled score may be at most, in points of the index (scoring model, section 4).</summary>
    public double SettledWidth { get; init; } = 15;

    /// <summary>β: the effect's log odds, shrunk and capped by certainty.</summary>
    /// <param name="effect">The effect as published.</param>
    /// <param name="certainty">How sure it is.</param>
    /// <returns>sign(λ) × min(shrink × |λ|, ln cap).</returns>
    public double Weigh(Effect effect, Certainty certainty)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return Weigh(effect.LogOdds, certainty);
    }

    /// <summary>σ: the standard error of β, from the published interval, or |β|/1.96 where none is published.</summary>
    /// <param name="effect">The effect as published.</param>
    /// <param name="certainty">How sure it is.</param>
    /// <returns>The standard error, 0 where the effect is none.</returns>
    public double StandardError(Effect effect, Certainty certainty)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return WeighWithError(effect, certainty).Sigma;
    }

    /// <summary>β and σ at once.</summary>
    internal (double Beta, double Sigma) WeighWithError(Effect effect, Certainty certainty)
    {
        double lambda = effect.LogOdds, beta = Weigh(lambda, certainty);
        if (lambda == 0)
            return (beta, 0);
        double sigma = effect.Ci95 is { } ci
            ? beta / lambda * (effect.ToLogOdds(ci.High) - effect.ToLogOdds(ci.Low)) / (2 * Effect.NormalQuantile)
            : Math.Abs(beta) / Effect.NormalQuantile;
        return (beta, sigma);
    }

    private double Weigh(double lambda, Certainty certainty)
    {
        double shrink = ReferenceEquals(shrinkage, DefaultShrinkage) && ShrinkageOf(certainty) is var known and > 0 ? known : CertaintyShrinkage[certainty];
        double most = ReferenceEquals(cap, DefaultCap) ? CapOf(certainty) : CertaintyCap.GetValueOrDefault(certainty);
        double size = shrink * Math.Abs(lambda);
        // No cap: none below 1 is valid.
        if (most != 0)
            size = Math.Min(size, DeterministicMath.Log(most));
        return lambda < 0 ? -size : size;
    }

    private static double ShrinkageOf(Certainty certainty) => certainty switch
    {
        Certainty.VeryLow => 0.25,
        Certainty.Low => 0.5,
        Certainty.Moderate => 0.75,
        Certainty.High => 1,
        _ => 0,
    };

    private static double CapOf(Certainty certainty) => certainty switch
    {
        Certainty.VeryLow => 1.3,
        Certainty.Low => 2,
        Certainty.Moderate => 4,
        _ => 0,
    };

    private static ImmutableSortedDictionary<Certainty, double> Table(Func<Certainty, double> of)
    {
        var table = ImmutableSortedDictionary<Certainty, double>.Empty;
        foreach (var certainty in Enum.GetValues<Certainty>())
        {
            if (of(certainty) != 0)
                table = table.Add(certainty, of(certainty));
        }

        return table;
    }

    /// <summary>The band of an index.</summary>
    /// <param name="score">The index, unrounded.</param>
    /// <returns>The band's name.</returns>
    public string BandOf(double score)
    {
        foreach (var band in Bands)
        {
            if (band.Below is not { } below || score < below)
                return band.Name;
        }

        return Bands[^1].Name;
    }
}

/// <summary>The modeling choices one document states; what it does not state keeps the value of the sets it extends, or the default.</summary>
[JsonConverter(typeof(ModelOverridesConverter))]
public sealed partial record ModelOverrides
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

/// <summary>A named part of the index.</summary>
public sealed record Band
{
    /// <summary>The name, for example <c>low</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The index from which the next band begins; absent for the last.</summary>
    public double? Below { get; init; }
}
