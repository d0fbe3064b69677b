using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a derivation fills a number from things that can be read as numbers.</summary>
internal static class DerivationCheck
{
    public static void Check(EntryCheck entry, Derivation derivation)
    {
        if (entry.TryGetFactor(derivation.Factor, out var target) && !target.IsNumeric)
            entry.Report(
                DiagnosticCodes.TargetNotNumeric, $"The factor '{target.Id}' {FactorKinds.Takes(target)}; a derivation fills a number.", null, "factor");
        if (derivation.Cases.IsEmpty && !entry.IsBroken("cases"))
            entry.Report(DiagnosticCodes.BadDerivationCase, $"{entry.Scope.Name} has no case.", null, "cases");
        for (int i = 0; i < derivation.Cases.Length; i++)
            CheckCase(entry, derivation.Cases[i], i);
        if (derivation.AtLeast > derivation.AtMost)
            entry.Report(
                DiagnosticCodes.RangeReversed,
                $"'atLeast' is {Numbers.Text(derivation.AtLeast.Value)}, above 'atMost' {Numbers.Text(derivation.AtMost.Value)}.", null, "atLeast");
        if (derivation.Round is < 0 or > UnitConversion.MaxRound)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'round' must be from 0 to 6.", null, "round");
        if (derivation.Error is { } error)
        {
            if (error.StandardDeviation < 0)
                entry.Report(DiagnosticCodes.BadMeasurementError, "'sd' must be 0 or more.", null, "error", "sd");
            if (error.CoefficientOfVariation < 0)
                entry.Report(DiagnosticCodes.BadMeasurementError, "'cv' must be 0 or more.", null, "error", "cv");
            if (error.StandardDeviation is null == error.CoefficientOfVariation is null && !entry.IsBroken("error"))
                entry.Report(DiagnosticCodes.BadMeasurementError, "Give exactly one of 'sd' and 'cv'.", null, "error");
        }
    }

    private static void CheckCase(EntryCheck entry, DerivationCase each, int index)
    {
        GateCheck.CheckAt(entry, each.When, ["cases", index, "when"]);
        switch (each)
        {
            case LinearCase linear:
                CheckTerms(entry, linear.Linear, ["cases", index, "linear"]);
                break;
            case ProductCase product:
                foreach (var (factor, power) in product.Powers)
                {
                    if (power is 0 or < -2 or > 2)
                        entry.Report(
                            DiagnosticCodes.BadPower, $"The power of '{factor}' must be -2, -1, 1 or 2.", null, "cases", index, "product", "powers", factor);
                    CheckScores(entry, factor, References.PathOf(each, index, factor));
                }

                break;
            case LmsCase lms:
                CheckScores(entry, lms.Value, ["cases", index, "lms", "value"]);
                CheckTerms(entry, lms.At, ["cases", index, "lms", "at"]);
                CheckKnots(entry, lms.Knots, index);
                break;
        }
    }

    private static void CheckTerms(EntryCheck entry, LinearForm form, object[] path)
    {
        foreach (var (factor, term) in form.Terms)
        {
            object[] name = [.. path, "terms", factor, JsonSourceMap.NameOf];
            bool known = entry.TryGetFactor(factor, out var read);
            switch (term)
            {
                case CoefficientTerm:
                    CheckScores(entry, factor, name);
                    break;
                case CurveTerm curve:
                    if (known && !read!.IsNumeric)
                        entry.Report(
                            DiagnosticCodes.ResponseDoesNotFitFactor, $"A 'curve' does not fit the factor '{factor}', which {FactorKinds.Takes(read)}.",
                            "Give 'levels'.", [.. path, "terms", factor, "curve"]);
                    for (int i = 1; i < curve.Curve.Knots.Length; i++)
                    {
                        if (!(curve.Curve.Knots[i].X > curve.Curve.Knots[i - 1].X))
                            entry.Report(
                                DiagnosticCodes.KnotsNotIncreasing,
                                $"The knot at {Numbers.Text(curve.Curve.Knots[i].X)} does not lie above the one before it.", null,
                                [.. path, "terms", factor, "curve", i, 0]);
                    }

                    break;
                case LevelsTerm levels when known:
                    CheckLevels(entry, read!, levels, [.. path, "terms", factor, "levels"]);
                    break;
            }
        }
    }

    private static void CheckLevels(EntryCheck entry, Factor factor, LevelsTerm levels, object[] path)
    {
        if (factor.IsNumeric)
            entry.Report(
                DiagnosticCodes.ResponseDoesNotFitFactor, $"'levels' do not fit the factor '{factor.Id}', which {FactorKinds.Takes(factor)}.",
                "Give a 'curve' or a number.", path);
        foreach (string key in levels.Levels.Keys)
        {
            if (factor.Kind == FactorKind.Choice && factor.IndexOfChoice(key) < 0)
                ChoiceCheck.Report(entry, factor, key, [.. path, key, JsonSourceMap.NameOf]);
            else if (factor.Kind == FactorKind.Boolean && key is not ("true" or "false"))
                entry.Report(
                    DiagnosticCodes.UnknownChoice, $"The factor '{factor.Id}' takes yes or no, not '{key}'.", "Keys: true, false.",
                    [.. path, key, JsonSourceMap.NameOf]);
        }
    }

    /// <summary>A choice that is read as a number needs a number for each of its choices.</summary>
    private static void CheckScores(EntryCheck entry, string factor, object[] path)
    {
        if (entry.TryGetFactor(factor, out var read) && read.Kind == FactorKind.Choice
            && read.Choices.FirstOrDefault(c => !read.Scores.ContainsKey(c)) is { } without)
            entry.Report(
                DiagnosticCodes.ItemWithoutScores, $"The factor '{factor}' is read as a number, but its choice '{without}' has none.",
                "Give the factor 'scores' for each choice, or the term 'levels'.", path);
    }

    private static void CheckKnots(EntryCheck entry, ImmutableArray<LmsKnot> knots, int index)
    {
        if (knots.IsEmpty && !entry.IsBroken("cases", index, "lms", "knots"))
            entry.Report(DiagnosticCodes.BadDerivationCase, "An LMS table needs at least one row.", null, "cases", index, "lms", "knots");
        for (int i = 0; i < knots.Length; i++)
        {
            if (i > 0 && !(knots[i].At > knots[i - 1].At))
                entry.Report(
                    DiagnosticCodes.KnotsNotIncreasing, $"The row at {Numbers.Text(knots[i].At)} does not lie above the one before it.", null,
                    "cases", index, "lms", "knots", i, 0);
            if (!(knots[i].M > 0) || !(knots[i].S > 0))
                entry.Report(
                    DiagnosticCodes.NumberOutOfRange, "M and S of a row must be above 0.", null, "cases", index, "lms", "knots", i, knots[i].M > 0 ? 3 : 2);
        }
    }
}
