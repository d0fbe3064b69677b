using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads a derivation with its cases.</summary>
internal static class DerivationReader
{
    private static readonly string[] CaseForms = ["linear", "product", "lms"];
    private static readonly int[] PlacesOfForms = ObjectShapes.DerivationCase.PlacesOf(CaseForms);

    // Stands where no case could be read.
    private static readonly LinearCase Nothing = new() { Linear = new LinearForm() };

    public static Derivation Read(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Derivation);
        return reading.Place(
            new Derivation
            {
                Id = json.EntryId(),
                Factor = json.Text("factor"),
                Form = json.String("form"),
                Title = json.String("title"),
                Standing = json.Keyword("standing", Keywords.Standing, DerivationStanding.Count),
                Items = json.Strings("items"),
                Cases = json.List("cases", Case),
                AtLeast = json.Number("atLeast"),
                AtMost = json.Number("atMost"),
                Round = json.Int("round"),
                Error = json.Part("error", Error),
                Evidence = json.Strings("evidence"),
                Note = json.String("note"),
            },
            node);
    }

    private static DerivationCase Case(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.DerivationCase);
        if (!json.IsOpen)
            return reading.Place(Nothing with { }, node);
        var when = json.Part("when", GateReader.Read);
        int forms = json.CountOf(PlacesOfForms);
        if (forms != 1)
            reading.ReportForm(
                DiagnosticCodes.BadDerivationCase,
                node,
                forms == 0 ? "The case says no way to work the value out." : "The case says more than one way to work the value out.",
                "Give exactly one of linear, product, lms.",
                CaseForms);

        // All that is there is read in any case, so that every fault in it is found.
        DerivationCase? read = null;
        if (json.Find("linear") is { } linear)
            read = new LinearCase { Linear = Linear(reading, linear) };
        if (json.Find("product") is { } product)
            read = Product(reading, product);
        if (json.Find("lms") is { } lms)
            read = Lms(reading, lms);
        return reading.Place((read ?? Nothing) with { When = when }, node);
    }

    private static LinearForm Linear(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.LinearForm);
        return reading.Place(
            new LinearForm
            {
                Intercept = json.Number("intercept") ?? 0,
                TermsByName = json.Part("terms", static (reading, terms) => reading.Named(terms, Term, "an object of terms")) ?? NamedValues<DerivationTerm>.None,
            },
            node);
    }

    private static DerivationTerm? Term(JsonReading reading, JsonTreeNode node)
    {
        if (node.Kind != JsonKind.Object)
            return reading.Number(node, "a number, or an object with 'levels' or 'curve'") is { } coefficient
                ? reading.Place(new CoefficientTerm(coefficient), node)
                : null;
        var json = ObjectReader.Open(reading, node, ObjectShapes.DerivationTerm);
        if (json.Has("levels") == json.Has("curve"))
        {
            reading.ReportForm(
                DiagnosticCodes.BadDerivationCase,
                node,
                json.Has("levels") ? "The term has both 'levels' and 'curve'." : "The term has neither 'levels' nor 'curve'.",
                "Give one of the two, or a number.",
                "levels",
                "curve");
        }

        var curve = json.Part("curve", RuleReader.Curve);
        var levels = json.Part("levels", RuleReader.Levels);
        return curve is not null ? reading.Place(new CurveTerm(curve), node)
            : reading.Place(new LevelsTerm(levels ?? NamedValues<double>.None), node);
    }

    private static ProductCase Product(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.ProductForm);
        return new ProductCase(json.Part("powers", Powers) ?? NamedValues<int>.None) { Times = json.Number("times") ?? 1 };
    }

    private static NamedValues<int>? Powers(JsonReading reading, JsonTreeNode node) =>
        reading.Named(node, static (reading, item) => (int?)reading.Whole(item, int.MinValue, int.MaxValue) ?? 1, "an object of powers");

    private static LmsCase Lms(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.LmsForm);
        return new LmsCase
        {
            Value = json.Text("value"),
            At = json.Part("at", Linear) ?? new LinearForm(),
            Knots = json.List("knots", Knot),
        };
    }

    private static LmsKnot Knot(JsonReading reading, JsonTreeNode node)
    {
        if (node.Kind != JsonKind.Array || node.Count() != 4)
        {
            reading.ReportType(node, "a row of four numbers: at, L, M, S");
            return default;
        }

        Span<double> row = stackalloc double[4];
        for (int i = 0; i < 4; i++)
            row[i] = reading.Number(node.Element(i)!.Value) ?? 0;
        return new LmsKnot(row[0], row[1], row[2], row[3]);
    }

    private static DerivationError Error(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.DerivationError);
        if (json.IsOpen && json.Has("sd") == json.Has("cv"))
        {
            reading.Report(
                DiagnosticCodes.BadMeasurementError,
                node,
                json.Has("sd") ? "The error has both 'sd' and 'cv'." : "The error has neither 'sd' nor 'cv'.",
                "Give one of the two.");
        }

        return reading.Place(
            new DerivationError
            {
                StandardDeviation = json.Number("sd"),
                CoefficientOfVariation = json.Number("cv"),
                Basis = json.Keyword("basis", Keywords.EffectBasis, EffectBasis.Published),
            },
            node);
    }
}

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
