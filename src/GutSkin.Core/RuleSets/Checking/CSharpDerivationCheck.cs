using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

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
