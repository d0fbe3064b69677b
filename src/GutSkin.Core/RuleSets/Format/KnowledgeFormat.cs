using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads mechanisms, conditions, forms, traits, evidence, screens, considered entries and products.</summary>
internal static class KnowledgeReader
{
    public static Mechanism Mechanism(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Mechanism);
        return reading.Place(
            new Mechanism
            {
                Id = json.EntryId(),
                Name = json.Text("name"),
                Description = json.String("description"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    public static SkinCondition Condition(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Condition);
        return reading.Place(
            new SkinCondition
            {
                Id = json.EntryId(),
                Name = json.Text("name"),
                Kind = json.Keyword("kind", Keywords.ConditionKind, ConditionKind.SkinCondition),
                Synonyms = json.Strings("synonyms"),
                Description = json.String("description"),
                Presence = json.String("presence"),
                CodesByName = json.Texts("codes"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    public static Form Form(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Form);
        return reading.Place(new Form { Id = json.EntryId(), Title = json.Text("title"), Items = json.Strings("items") }, node);
    }

    public static Trait Trait(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Trait);
        return reading.Place(new Trait { Id = json.EntryId(), Title = json.Text("title"), Description = json.String("description") }, node);
    }

    public static Evidence Evidence(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Evidence);
        return reading.Place(
            new Evidence
            {
                Id = json.EntryId(),
                Title = json.Text("title"),
                Authors = json.String("authors"),
                Journal = json.String("journal"),
                Year = json.Int("year"),
                Doi = json.String("doi"),
                Pmid = json.String("pmid"),
                Design = json.String("design"),
                Population = json.String("population"),
                N = json.Long("n"),
                Finding = json.String("finding"),
            },
            node);
    }

    public static Screen Screen(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Screen);
        return reading.Place(
            new Screen
            {
                Id = json.EntryId(),
                Title = json.Text("title"),
                Factors = json.Strings("factors"),
                When = json.Part("when", GateReader.Read),
            },
            node);
    }

    public static ConsideredEntry Considered(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Considered);
        return reading.Place(
            new ConsideredEntry
            {
                Factor = json.Text("factor"),
                Condition = json.Text("condition"),
                Why = json.Text("why"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    public static Product Product(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Product);
        return reading.Place(
            new Product
            {
                Id = json.EntryId(),
                Brand = json.String("brand"),
                Name = json.String("name"),
                Intervention = json.Text("intervention"),
                Price = json.Part("price", Price),
                Allergens = json.Strings("allergens"),
                Strains = json.Strings("strains"),
            },
            node);
    }

    private static Price Price(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Price);
        return reading.Place(
            new Price
            {
                Amount = (json.Find("amount") is { } amount ? reading.Amount(amount) : null) ?? 0,
                Currency = json.Text("currency"),
                AsOf = json.Date("asOf"),
            },
            node);
    }
}

/// <summary>Writes mechanisms, conditions, factors, forms, traits, evidence, screens, considered entries and products.</summary>
internal static class KnowledgeWriter
{
    public static void Mechanism(JsonTextWriter json, Mechanism entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("name", entry.Name);
        json.Property("description", entry.Description);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Condition(JsonTextWriter json, SkinCondition entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Keyword("kind", Keywords.ConditionKind, entry.Kind, ConditionKind.SkinCondition);
        json.Property("name", entry.Name);
        json.Strings("synonyms", entry.Synonyms);
        json.Property("description", entry.Description);
        json.Property("presence", entry.Presence);
        json.StringMap("codes", entry.Codes);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Factor(JsonTextWriter json, Factor entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("group", entry.Group);
        json.Property("kind", Keywords.FactorKind.WordOf(entry.Kind));
        json.Strings("choices", entry.Choices, alsoEmpty: entry.Kind == FactorKind.Choice);
        RuleWriter.Numbers(json, "scores", entry.Scores);
        json.Property("unit", entry.Unit);
        json.Property("min", entry.Min);
        json.Property("max", entry.Max);
        if (entry.UngatedReference is { } only)
            json.Part("reference", only, Reference);
        else
            json.List("reference", entry.References, Reference);
        json.Flag("modifiable", entry.Modifiable);
        json.Keyword("acquisition", Keywords.Acquisition, entry.Acquisition, Acquisition.Ask);
        json.Property("maxAgeDays", entry.MaxAgeDays);
        json.Part("measurementError", entry.MeasurementError, MeasurementError);
        json.List("conversions", entry.Conversions, Conversion);
        json.Flag("core", entry.Core);
        json.Property("coreOrder", entry.CoreOrder);
        json.Property("name", entry.Name);
        json.StringMap("labels", entry.Labels);
        json.Part("askWhen", entry.AskWhen, GateWriter.Write);
        json.Property("question", entry.Question);
        json.Property("hint", entry.Hint);
        json.StringMap("codes", entry.Codes);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Form(JsonTextWriter json, Form entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("title", entry.Title);
        json.Strings("items", entry.Items, alsoEmpty: true);
        json.End('}');
    }

    public static void Trait(JsonTextWriter json, Trait entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("title", entry.Title);
        json.Property("description", entry.Description);
        json.End('}');
    }

    public static void Evidence(JsonTextWriter json, Evidence entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("authors", entry.Authors);
        json.Property("title", entry.Title);
        json.Property("journal", entry.Journal);
        json.Property("year", entry.Year);
        json.Property("doi", entry.Doi);
        json.Property("pmid", entry.Pmid);
        json.Property("design", entry.Design);
        json.Property("population", entry.Population);
        json.Property("n", entry.N);
        json.Property("finding", entry.Finding);
        json.End('}');
    }

    public static void Screen(JsonTextWriter json, Screen entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("title", entry.Title);
        json.Strings("factors", entry.Factors, alsoEmpty: true);
        json.Part("when", entry.When, GateWriter.Write);
        json.End('}');
    }

    public static void Considered(JsonTextWriter json, ConsideredEntry entry)
    {
        json.Begin('{');
        json.Property("factor", entry.Factor);
        json.Property("condition", entry.Condition);
        json.Property("why", entry.Why);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Product(JsonTextWriter json, Product entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("brand", entry.Brand);
        json.Property("name", entry.Name);
        json.Property("intervention", entry.Intervention);
        json.Part("price", entry.Price, Price);
        json.Strings("allergens", entry.Allergens);
        json.Strings("strains", entry.Strains);
        json.End('}');
    }

    private static void Reference(JsonTextWriter json, FactorReference reference)
    {
        json.Begin('{', onOneLine: true);
        json.Part("when", reference.When, GateWriter.Write);
        json.Property("low", reference.Low);
        json.Property("high", reference.High);
        json.Property("value", reference.Value);
        json.Keyword("basis", Keywords.ReferenceBasis, reference.Basis, ReferenceBasis.Published);
        json.Strings("evidence", reference.Evidence);
        json.End('}');
    }

    private static void MeasurementError(JsonTextWriter json, MeasurementError error)
    {
        json.Begin('{', onOneLine: true);
        json.Property("sd", error.StandardDeviation);
        json.Property("cv", error.CoefficientOfVariation);
        json.End('}');
    }

    private static void Conversion(JsonTextWriter json, UnitConversion conversion)
    {
        json.Begin('{', onOneLine: true);
        json.Property("from", conversion.From);
        json.Property("multiply", conversion.Multiply);
        json.Property("divide", conversion.Divide);
        json.Property("add", conversion.Add == 0 ? null : conversion.Add);
        json.Property("round", conversion.Round);
        json.End('}');
    }

    private static void Price(JsonTextWriter json, Price price)
    {
        json.Begin('{', onOneLine: true);
        json.Amount("amount", price.Amount);
        json.Property("currency", price.Currency);
        json.Property("asOf", price.AsOf);
        json.End('}');
    }
}
