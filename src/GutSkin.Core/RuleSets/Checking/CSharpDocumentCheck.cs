using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What the reader of JSON would have reported of a rule set that was written in C#.</summary>
internal static class CodeCheck
{
    public static void Check(DocumentScope document)
    {
        var ruleSet = document.RuleSet;
        if (!document.IsClass)
            CheckId(document.Root, ruleSet.Id, "id");
        if (!SemanticVersion.TryParse(ruleSet.Version, out _))
            document.Root.Report(
                DiagnosticCodes.VersionNotSemVer, $"The version {Quoting.Quote(ruleSet.Version)} is not Semantic Versioning.", "Write it like 1.2.0.", "version");
        for (int i = 0; i < ruleSet.Extends.Length; i++)
        {
            if (ruleSet.Extends[i].Version is { } range && !VersionRange.TryParse(range, out _))
                document.Root.Report(
                    DiagnosticCodes.BadVersionRange, $"The version range {Quoting.Quote(range)} cannot be read.", "Write it like >=1.0.0 <2.0.0.",
                    "extends", i, "version");
        }

        foreach (var section in Sections.WithIds)
        {
            foreach (var (id, entry) in section.Of(ruleSet))
                CheckId(document.Entry(section, id, entry), id, "id");
        }

        foreach (var factor in ruleSet.Factors)
            CheckFactor(document.Entry(Section.Factors, factor.Id, factor), factor);
        foreach (var derivation in ruleSet.Derivations)
            CodeDerivationCheck.Check(document.Entry(Section.Derivations, derivation.Id, derivation), derivation);
        CheckModel(document.Root, ruleSet.Model);
        foreach (var rule in ruleSet.Rules)
            CheckRule(document.Entry(Section.Rules, rule.Id, rule), rule);
        foreach (var intervention in ruleSet.Interventions)
            CheckIntervention(document.Entry(Section.Interventions, intervention.Id, intervention), intervention);
        foreach (var safety in ruleSet.Safety)
            CheckGate(document.Entry(Section.Safety, safety.Id, safety), safety.When);
        foreach (var screen in ruleSet.Screens)
            CheckGate(document.Entry(Section.Screens, screen.Id, screen), screen.When);
    }

    private static void CheckId(EntryScope scope, string id, params ReadOnlySpan<object> path)
    {
        if (!Ids.IsKebab(id))
            scope.Report(
                DiagnosticCodes.IdNotKebab, $"The id {Quoting.Quote(id)} is not kebab-case.",
                "Use lower-case letters, digits and hyphens, in groups parted by dots.", path);
    }

    private static void CheckModel(EntryScope root, ModelOverrides? model)
    {
        if (model is null)
            return;
        CheckNumber(root, model.SettledWidth, "model", "settledWidth");
        foreach (var (certainty, cap) in model.CertaintyCap)
            CheckNumber(root, cap, "model", "certaintyCap", Keywords.Certainty.WordOf(certainty));
        for (int i = 0; i < model.Bands?.Length; i++)
            CheckNumber(root, model.Bands.Value[i].Below, "model", "bands", i, "below");
    }

    public static void CheckNumber(EntryScope scope, double? value, params ReadOnlySpan<object> path)
    {
        if (value is { } number && !double.IsFinite(number))
            scope.Report(DiagnosticCodes.NonFiniteNumber, "The number must be finite.", null, path);
    }

    private static void CheckFactor(EntryScope scope, Factor factor)
    {
        for (int i = 0; i < factor.Choices.Length; i++)
            CheckId(scope, factor.Choices[i], "choices", i);
        foreach (var (choice, score) in factor.Scores)
            CheckNumber(scope, score, "scores", choice);
        CheckGate(scope, factor.AskWhen, "askWhen");
        CheckNumber(scope, factor.Min, "min");
        CheckNumber(scope, factor.Max, "max");
        for (int i = 0; i < factor.References.Length; i++)
        {
            CheckGate(scope, factor.References[i].When, [.. factor.PathOfReference(i), "when"]);
            CheckNumber(scope, NumberIn(factor.References[i].Value), [.. factor.PathOfReference(i), "value"]);
            CheckNumber(scope, factor.References[i].Low, [.. factor.PathOfReference(i), "low"]);
            CheckNumber(scope, factor.References[i].High, [.. factor.PathOfReference(i), "high"]);
        }

        CheckNumber(scope, factor.MeasurementError?.StandardDeviation, "measurementError", "sd");
        CheckNumber(scope, factor.MeasurementError?.CoefficientOfVariation, "measurementError", "cv");
        for (int i = 0; i < factor.Conversions.Length; i++)
        {
            CheckNumber(scope, factor.Conversions[i].Multiply, "conversions", i, "multiply");
            CheckNumber(scope, factor.Conversions[i].Divide, "conversions", i, "divide");
            CheckNumber(scope, factor.Conversions[i].Add, "conversions", i, "add");
        }
    }

    private static void CheckRule(EntryScope scope, ScoringRule rule)
    {
        CheckEffect(scope, rule.Effect, "effect");
        CheckGate(scope, rule.When);
        for (int i = 0; i < rule.Curve?.Knots.Length; i++)
            CheckNumber(scope, rule.Curve.Knots[i].X, "curve", i, 0);
    }

    private static void CheckIntervention(EntryScope scope, Intervention intervention)
    {
        CheckGate(scope, intervention.When);
        CheckNumber(scope, intervention.Weeks?.Low, "weeks", 0);
        CheckNumber(scope, intervention.Weeks?.High, "weeks", 1);
        for (int i = 0; i < intervention.Indications.Length; i++)
            CheckGate(scope, intervention.Indications[i].When, "indications", i, "when");
        for (int i = 0; i < intervention.Effects.Length; i++)
        {
            CheckGate(scope, intervention.Effects[i].When, "effects", i, "when");
            CheckNumber(scope, intervention.Effects[i].Trial?.Weeks, "effects", i, "trial", "weeks");
            if (intervention.Effects[i].Effect is { } effect)
                CheckEffect(scope, effect, "effects", i);
        }

        for (int i = 0; i < intervention.Changes.Length; i++)
        {
            CheckNumber(scope, intervention.Changes[i].AtMost, "changes", i, "atMost");
            CheckNumber(scope, intervention.Changes[i].AtLeast, "changes", i, "atLeast");
            CheckNumber(scope, NumberIn(intervention.Changes[i].Set), "changes", i, "set");
            CheckNumber(scope, intervention.Changes[i].Limit, "changes", i, "limit");
            CheckNumber(scope, intervention.Changes[i].LimitPercent, "changes", i, "limitPercent");
            CheckGate(scope, intervention.Changes[i].When, "changes", i, "when");
        }
    }

    private static void CheckEffect(EntryScope scope, Effect effect, params ReadOnlySpan<object> path)
    {
        CheckNumber(scope, effect.Value, [.. path, EffectCheck.PropertyOf(effect.Measure)]);
        CheckNumber(scope, effect.StandardDeviation, [.. path, "sd"]);
        CheckNumber(scope, effect.Ci95?.Low, [.. path, "ci95", 0]);
        CheckNumber(scope, effect.Ci95?.High, [.. path, "ci95", 1]);
    }

    private static void CheckGate(EntryScope scope, Gate? gate) => CheckGate(scope, gate, "when");

    public static void CheckGate(EntryScope scope, Gate? gate, params ReadOnlySpan<object> at)
    {
        GateWalk.VisitAt(gate, at, (node, path) =>
        {
            if (node is not ComparisonGate comparison)
                return;
            if (!comparison.HasComparison)
                scope.Report(DiagnosticCodes.BadGateForm, "The gate names a factor and compares it with nothing.", null, path);
            CheckNumber(scope, comparison.AtLeast, [.. path, "atLeast"]);
            CheckNumber(scope, comparison.Above, [.. path, "above"]);
            CheckNumber(scope, comparison.AtMost, [.. path, "atMost"]);
            CheckNumber(scope, comparison.Below, [.. path, "below"]);
            CheckNumber(scope, NumberIn(comparison.EqualTo), [.. path, "equals"]);
            for (int i = 0; i < comparison.In?.Length; i++)
                CheckNumber(scope, NumberIn(comparison.In.Value[i]), [.. path, "in", i]);
            CheckNumber(scope, comparison.Between?.Low, [.. path, "between", 0]);
            CheckNumber(scope, comparison.Between?.High, [.. path, "between", 1]);
        });
    }

    private static double? NumberIn(FactorValue? value) => value is { Kind: FactorValueKind.Number } v ? v.AsNumber : null;
}

/// <summary>What the reader of JSON would have reported of a derivation that was written in C#: gates that compare nothing, numbers that are not finite.</summary>
internal static class CodeDerivationCheck
{
    public static void Check(EntryScope scope, Derivation derivation)
    {
        CodeCheck.CheckNumber(scope, derivation.AtLeast, "atLeast");
        CodeCheck.CheckNumber(scope, derivation.AtMost, "atMost");
        CodeCheck.CheckNumber(scope, derivation.Error?.StandardDeviation, "error", "sd");
        CodeCheck.CheckNumber(scope, derivation.Error?.CoefficientOfVariation, "error", "cv");
        for (int i = 0; i < derivation.Cases.Length; i++)
        {
            CodeCheck.CheckGate(scope, derivation.Cases[i].When, "cases", i, "when");
            switch (derivation.Cases[i])
            {
                case LinearCase linear:
                    CheckForm(scope, linear.Linear, ["cases", i, "linear"]);
                    break;
                case ProductCase product:
                    CodeCheck.CheckNumber(scope, product.Times, "cases", i, "product", "times");
                    break;
                case LmsCase lms:
                    CheckForm(scope, lms.At, ["cases", i, "lms", "at"]);
                    for (int row = 0; row < lms.Knots.Length; row++)
                    {
                        var (at, l, m, s) = lms.Knots[row];
                        double[] numbers = [at, l, m, s];
                        for (int column = 0; column < numbers.Length; column++)
                            CodeCheck.CheckNumber(scope, numbers[column], "cases", i, "lms", "knots", row, column);
                    }

                    break;
            }
        }
    }

    private static void CheckForm(EntryScope scope, LinearForm form, object[] path)
    {
        CodeCheck.CheckNumber(scope, form.Intercept, [.. path, "intercept"]);
        foreach (var (factor, term) in form.Terms)
        {
            switch (term)
            {
                case CoefficientTerm number:
                    CodeCheck.CheckNumber(scope, number.Coefficient, [.. path, "terms", factor]);
                    break;
                case LevelsTerm levels:
                    foreach (var (key, value) in levels.Levels)
                        CodeCheck.CheckNumber(scope, value, [.. path, "terms", factor, "levels", key]);
                    break;
                case CurveTerm curve:
                    for (int i = 0; i < curve.Curve.Knots.Length; i++)
                    {
                        CodeCheck.CheckNumber(scope, curve.Curve.Knots[i].X, [.. path, "terms", factor, "curve", i, 0]);
                        CodeCheck.CheckNumber(scope, curve.Curve.Knots[i].Burden, [.. path, "terms", factor, "curve", i, 1]);
                    }

                    break;
            }
        }
    }
}
