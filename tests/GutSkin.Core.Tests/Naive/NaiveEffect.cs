using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>An effect in one of the six forms: the published log odds λ, the counted β, its standard error σ.</summary>
internal sealed class NaiveEffect
{
    public const double Z = 1.959963984540054;

    private static readonly string[] Ratios = ["oddsRatio", "riskRatio", "hazardRatio"];
    private static readonly string[] Differences = ["smd", "meanDifference", "logOdds"];

    public NaiveEffect(JsonObject effect, double shrink, double cap)
    {
        var form = Ratios.Concat(Differences).Single(f => effect[f] is not null);
        double LogOdds(double x) => form switch
        {
            "smd" => x * Math.PI / Math.Sqrt(3),
            "meanDifference" => x / effect.Number("sd")!.Value * Math.PI / Math.Sqrt(3),
            "logOdds" => x,
            _ => Math.Log(x),
        };

        Lambda = LogOdds(effect.Number(form)!.Value);
        Beta = Math.Sign(Lambda) * Math.Min(shrink * Math.Abs(Lambda), Math.Log(cap));

        IsClear = true;
        if (effect["ci95"] is JsonArray ci)
        {
            var (low, high) = (ci[0]!.GetValue<double>(), ci[1]!.GetValue<double>());
            Sigma = Lambda == 0 ? 0 : Beta / Lambda * (LogOdds(high) - LogOdds(low)) / (2 * Z);
            var none = Ratios.Contains(form) ? 1 : 0;
            IsClear = none < low || high < none;
        }
        else
        {
            Sigma = Lambda == 0 ? 0 : Math.Abs(Beta) / Z;
        }
    }

    public double Lambda { get; }

    public double Beta { get; }

    public double Sigma { get; }

    /// <summary>The interval excludes no effect (an end exactly there includes it), or none is given.</summary>
    public bool IsClear { get; }

    /// <summary>Whether any of the six forms is given; an informational effect may have none.</summary>
    public static bool IsGiven(JsonObject effect) => Ratios.Concat(Differences).Any(f => effect[f] is not null);
}
