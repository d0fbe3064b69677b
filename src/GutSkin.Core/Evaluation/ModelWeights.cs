namespace GutSkin.Core;

/// <summary>Section 2 of the scoring model: β and σ, with the certainties looked up once.</summary>
internal sealed class ModelWeights
{
    private const int Certainties = (int)Certainty.High + 1;

    private readonly double[] shrinkage = new double[Certainties];
    private readonly double[] caps = new double[Certainties];

    public ModelWeights(ScoringModel model)
    {
        for (int i = 0; i < Certainties; i++)
        {
            shrinkage[i] = model.CertaintyShrinkage.TryGetValue((Certainty)i, out double shrink) ? shrink : double.NaN;
            caps[i] = model.CertaintyCap.TryGetValue((Certainty)i, out double cap) ? DeterministicMath.Log(cap) : double.PositiveInfinity;
        }
    }

    /// <summary>β: sign(λ) × min(shrink × |λ|, ln cap).</summary>
    public double Beta(double lambda, Certainty certainty)
    {
        double size = Math.Min(shrinkage[(int)certainty] * Math.Abs(lambda), caps[(int)certainty]);
        return lambda < 0 ? -size : size;
    }

    /// <summary>σ: from the published interval, or |β|/1.96 where none is published; 0 where λ = 0.</summary>
    public static double Sigma(Effect effect, double lambda, double beta)
    {
        if (lambda == 0)
            return 0;
        return effect.Ci95 is { } ci
            ? beta / lambda * (effect.ToLogOdds(ci.High) - effect.ToLogOdds(ci.Low)) / (2 * Effect.NormalQuantile)
            : Math.Abs(beta) / Effect.NormalQuantile;
    }
}
