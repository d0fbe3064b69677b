using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Writes a derivation with its cases.</summary>
internal static class DerivationWriter
{
    public static void Write(JsonTextWriter json, Derivation entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("factor", entry.Factor);
        json.Property("form", entry.Form);
        json.Property("title", entry.Title);
        json.Keyword("standing", Keywords.Standing, entry.Standing, DerivationStanding.Count);
        json.Strings("items", entry.Items, alsoEmpty: true);
        json.Name("cases");
        json.Begin('[');
        foreach (var each in entry.Cases.IsDefault ? [] : entry.Cases)
            Case(json, each);
        json.End(']');
        json.Property("atLeast", entry.AtLeast);
        json.Property("atMost", entry.AtMost);
        json.Property("round", entry.Round);
        json.Part("error", entry.Error, Error);
        json.Strings("evidence", entry.Evidence);
        json.Property("note", entry.Note);
        json.End('}');
    }

    private static void Case(JsonTextWriter json, DerivationCase entry)
    {
        json.Begin('{');
        json.Part("when", entry.When, GateWriter.Write);
        switch (entry)
        {
            case LinearCase linear:
                json.Part("linear", linear.Linear, Linear);
                break;
            case ProductCase product:
                json.Part("product", product, Product);
                break;
            case LmsCase lms:
                json.Part("lms", lms, Lms);
                break;
        }

        json.End('}');
    }

    private static void Linear(JsonTextWriter json, LinearForm form)
    {
        json.Begin('{');
        json.Property("intercept", form.Intercept == 0 ? null : form.Intercept);
        json.Name("terms");
        json.Begin('{');
        foreach (var (factor, term) in form.Terms)
        {
            json.Name(factor);
            Term(json, term);
        }

        json.End('}');
        json.End('}');
    }

    private static void Term(JsonTextWriter json, DerivationTerm term)
    {
        if (term is CoefficientTerm number)
        {
            json.Value(number.Coefficient);
            return;
        }

        json.Begin('{', onOneLine: true);
        if (term is LevelsTerm levels)
            RuleWriter.Numbers(json, "levels", levels.Levels, alsoEmpty: true);
        else
            json.Part("curve", ((CurveTerm)term).Curve, RuleWriter.Curve);
        json.End('}');
    }

    private static void Product(JsonTextWriter json, ProductCase product)
    {
        json.Begin('{', onOneLine: true);
        json.Property("times", product.Times == 1 ? null : product.Times);
        json.Name("powers");
        json.Begin('{', onOneLine: true);
        foreach (var (factor, power) in product.Powers)
            json.Property(factor, power);
        json.End('}');
        json.End('}');
    }

    private static void Lms(JsonTextWriter json, LmsCase lms)
    {
        json.Begin('{');
        json.Property("value", lms.Value);
        json.Part("at", lms.At, Linear);
        json.Name("knots");
        json.Begin('[');
        foreach (var knot in lms.Knots.IsDefault ? [] : lms.Knots)
        {
            json.Begin('[', onOneLine: true);
            foreach (double number in (ReadOnlySpan<double>)[knot.At, knot.L, knot.M, knot.S])
                json.Value(number);
            json.End(']');
        }

        json.End(']');
        json.End('}');
    }

    private static void Error(JsonTextWriter json, DerivationError error)
    {
        json.Begin('{', onOneLine: true);
        json.Property("sd", error.StandardDeviation);
        json.Property("cv", error.CoefficientOfVariation);
        json.Keyword("basis", Keywords.EffectBasis, error.Basis, EffectBasis.Published);
        json.End('}');
    }
}
