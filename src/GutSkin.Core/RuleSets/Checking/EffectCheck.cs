using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether an effect's numbers can be what they say.</summary>
internal static class EffectCheck
{
    private const double MaxLogOdds = 20;

    private static readonly string[] MeasureNames =
        ["oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds"];

    /// <summary>Checks an effect that stands at a path, or in the entry at that path.</summary>
    public static void Check(EntryCheck entry, Effect effect, params ReadOnlySpan<object> path)
    {
        // An estimate that could not be read says nothing that its interval could be held against.
        foreach (string name in MeasureNames)
        {
            if (entry.IsBroken([.. path, name]))
                return;
        }

        string measure = PropertyOf(effect.Measure);
        bool isRatio = effect.Measure is EffectMeasure.OddsRatio or EffectMeasure.RiskRatio or EffectMeasure.HazardRatio;
        bool sound = true;
        if (isRatio && !(effect.Value > 0))
        {
            sound = false;
            entry.Report(DiagnosticCodes.RatioNotPositive, $"A ratio must be above 0, not {Numbers.Text(effect.Value)}.", null, [.. path, measure]);
        }

        if (effect.Ci95 is { } ci)
        {
            for (int end = 0; isRatio && end < 2; end++)
            {
                double value = end == 0 ? ci.Low : ci.High;
                if (value > 0)
                    continue;
                sound = false;
                entry.Report(
                    DiagnosticCodes.RatioNotPositive, $"The ends of a ratio's interval must be above 0, not {Numbers.Text(value)}.", null,
                    [.. path, "ci95", end]);
            }

            if (sound && !ci.Contains(effect.Value))
                entry.Report(
                    DiagnosticCodes.IntervalMissesValue,
                    $"The interval {Numbers.Text(ci.Low)} to {Numbers.Text(ci.High)} does not contain {Numbers.Text(effect.Value)}.",
                    ci.Low > ci.High ? "The lower end comes first." : null,
                    [.. path, "ci95"]);
        }

        CheckDeviation(entry, effect, path);
        if (sound)
            CheckSize(entry, effect, path);
    }

    /// <summary>Log odds beyond ±20 are no finding: one person in half a billion.</summary>
    private static void CheckSize(EntryCheck entry, Effect effect, ReadOnlySpan<object> path)
    {
        if (effect.Measure == EffectMeasure.MeanDifference && !(effect.StandardDeviation > 0))
            return;
        if (!IsInRange(effect.Value))
            Report([.. path, PropertyOf(effect.Measure)]);
        if (effect.Ci95 is { } ci && !IsInRange(ci.Low))
            Report([.. path, "ci95", 0]);
        if (effect.Ci95 is { } interval && !IsInRange(interval.High))
            Report([.. path, "ci95", 1]);

        bool IsInRange(double value) => Math.Abs(effect.ToLogOdds(value)) <= MaxLogOdds;

        void Report(object[] place) => entry.Report(
            DiagnosticCodes.EffectOutOfRange, "The number is no effect that a study could have found: its log odds lie beyond ±20.",
            "Check the number and its scale against the source.", place);
    }

    /// <summary>Warns of a number that nobody measured and that is called sure.</summary>
    public static void CheckJudgement(EntryCheck entry, Effect? effect, Certainty certainty, params ReadOnlySpan<object> path)
    {
        if (entry.InForce && effect?.Basis == EffectBasis.Judgement && certainty is (Certainty.Moderate or Certainty.High) && !entry.IsBroken([.. path, "certainty"]))
            entry.Report(
                DiagnosticCodes.JudgementTooSure, $"An effect of {entry.Scope.Name} is a judgement, and its certainty is above low.", null,
                [.. path, "certainty"]);
    }

    /// <summary>Whether λ can be computed.</summary>
    public static bool IsUsable(Effect effect) => double.IsFinite(effect.LogOdds);

    /// <summary>The property that holds the estimate.</summary>
    public static string PropertyOf(EffectMeasure measure) => measure switch
    {
        EffectMeasure.OddsRatio => "oddsRatio",
        EffectMeasure.RiskRatio => "riskRatio",
        EffectMeasure.HazardRatio => "hazardRatio",
        EffectMeasure.StandardizedMeanDifference => "smd",
        EffectMeasure.MeanDifference => "meanDifference",
        _ => "logOdds",
    };

    private static void CheckDeviation(EntryCheck entry, Effect effect, ReadOnlySpan<object> path)
    {
        bool belongs = effect.Measure == EffectMeasure.MeanDifference;
        if (effect.StandardDeviation is not { } deviation)
        {
            if (belongs && !entry.IsBroken([.. path, "sd"]))
                entry.Report(DiagnosticCodes.BadStandardDeviation, "A mean difference needs 'sd', in the points of its instrument.", "Give the standard deviation that the study reports.", path);
        }
        else if (!belongs)
        {
            entry.Report(
                DiagnosticCodes.BadStandardDeviation, $"'sd' belongs to 'meanDifference', not to '{PropertyOf(effect.Measure)}'.", null,
                [.. path, "sd"]);
        }
        else if (!(deviation > 0))
        {
            entry.Report(DiagnosticCodes.BadStandardDeviation, $"'sd' must be above 0, not {Numbers.Text(deviation)}.", null, [.. path, "sd"]);
        }
    }
}

/// <summary>Numbers of sources and products that cannot be negative, and what speaks against a product.</summary>
internal static class NumberCheck
{
    public static void Check(EntryCheck entry, Evidence evidence)
    {
        if (evidence.N < 0)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'n' must be 0 or more.", null, "n");
        if (evidence.Year is < 1 or > 9999)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'year' must be from 1 to 9999.", null, "year");
    }

    public static void Check(EntryCheck entry, Product product)
    {
        for (int i = 0; i < product.Allergens.Length; i++)
        {
            if (entry.TryGetFactor(product.Allergens[i], out var factor) && factor.Kind != FactorKind.Boolean)
                entry.Report(
                    DiagnosticCodes.AllergenNotBoolean, $"The factor '{factor.Id}' {FactorKinds.Takes(factor)}; an allergen is a yes/no factor.", null,
                    "allergens", i);
        }

        if (product.Price is { Amount: < 0 })
            entry.Report(DiagnosticCodes.NumberOutOfRange, "A price must be 0 or more.", null, "price", "amount");
    }
}
