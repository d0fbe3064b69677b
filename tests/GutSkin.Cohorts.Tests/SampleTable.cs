using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Cohorts.Tests;

/// <summary>Tables of people for the built-in rule set.</summary>
internal static class SampleTable
{
    /// <summary>People whose answers to every factor are spread over what it allows, a sixth of them missing.</summary>
    public static string Of(int people)
    {
        var factors = BuiltInRuleSet.Resolved.Data.Factors;
        var text = new StringBuilder("id,").AppendJoin(',', factors.Select(f => f.Id)).Append('\n');
        var random = new SplitMix64(12345);
        for (int i = 0; i < people; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"p{i}");
            foreach (var factor in factors)
                text.Append(',').Append(random.Below(6) == 0 ? "" : Answer(factor, random.Below(1 << 20) / (double)(1 << 20)));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Answer(Factor factor, double part) => factor.Kind switch
    {
        FactorKind.Boolean => part < 0.5 ? "true" : "false",
        FactorKind.Choice => factor.Choices[(int)(part * factor.Choices.Length)],
        FactorKind.Integer => Math.Floor((factor.Min ?? 0) + (part * ((factor.Max ?? 100) - (factor.Min ?? 0)))).ToString("R", CultureInfo.InvariantCulture),
        _ => ((factor.Min ?? 0) + (part * ((factor.Max ?? 100) - (factor.Min ?? 0)))).ToString("R", CultureInfo.InvariantCulture),
    };
}
