namespace GutSkin.Core;

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
                Codes = json.StringMap("codes"),
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
