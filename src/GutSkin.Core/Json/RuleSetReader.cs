using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Reads a rule set document: its head, and every section by the reader of its entries.</summary>
internal static class RuleSetReader
{
    private static readonly ImmutableSortedDictionary<string, Texts> NoTexts =
        ImmutableSortedDictionary.Create<string, Texts>(StringComparer.Ordinal);

    /// <summary>Reads the document; null where it is no object.</summary>
    public static RuleSet? Read(JsonReading reading)
    {
        var json = ObjectReader.Open(reading, reading.Tree.Root, ObjectShapes.RuleSet);
        if (!json.IsOpen)
            return null;
        json.String("$schema");
        return new RuleSet
        {
            Id = json.EntryId(),
            Version = (json.Find("version") is { } version ? reading.Version(version) : null) ?? "",
            Title = json.Text("title"),
            License = json.String("license"),
            Authors = json.Strings("authors"),
            Extends = json.List("extends", Dependency),
            Remove = json.Part("remove", Removals) ?? RuleSetRemovals.None,
            IntendedUse = json.Keyword("intendedUse", Keywords.IntendedUse, IntendedUse.WellnessInformation),
            Disclaimer = json.String("disclaimer") ?? RuleSet.DefaultDisclaimer,
            Model = json.Part("model", ModelReader.Read),
            Mechanisms = Section(json, "mechanisms", KnowledgeReader.Mechanism),
            Conditions = Section(json, "conditions", KnowledgeReader.Condition),
            Factors = Section(json, "factors", FactorReader.Read),
            Forms = Section(json, "forms", KnowledgeReader.Form),
            Derivations = Section(json, "derivations", DerivationReader.Read),
            Traits = Section(json, "traits", KnowledgeReader.Trait),
            Evidence = Section(json, "evidence", KnowledgeReader.Evidence),
            Rules = Section(json, "rules", RuleReader.Scoring),
            Interventions = Section(json, "interventions", InterventionReader.Read),
            Safety = Section(json, "safety", RuleReader.Safety),
            Screens = Section(json, "screens", KnowledgeReader.Screen),
            Considered = Section(json, "considered", KnowledgeReader.Considered),
            Products = Section(json, "products", KnowledgeReader.Product),
            Texts = json.Part("texts", TextsByCulture) ?? NoTexts,
            Tests = Section(json, "tests", RuleSetTestReader.Read),
            Source = reading.SourceOf(reading.Tree.Root),
        };
    }

    /// <summary>The entries of a section; what is no object is left out.</summary>
    private static ImmutableArray<T> Section<T>(ObjectReader json, string name, Func<JsonReading, JsonTreeNode, T> read)
        where T : class
    {
        bool isWhole = true;
        var entries = json.List(name, ReadEntry);
        return isWhole ? entries : entries.RemoveAll(static e => e is null);

        T ReadEntry(JsonReading reading, JsonTreeNode node)
        {
            if (node.Kind == JsonKind.Object)
                return read(reading, node);
            reading.ReportType(node, "an object");
            isWhole = false;
            return null!;
        }
    }

    private static RuleSetDependency Dependency(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Dependency);
        return reading.Place(
            new RuleSetDependency
            {
                Id = json.Text("id"),
                Version = json.Find("version") is { } version ? reading.VersionRange(version) : null,
            },
            node);
    }

    private static RuleSetRemovals Removals(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Removals);
        return reading.Place(
            new RuleSetRemovals
            {
                Mechanisms = json.Strings("mechanisms"),
                Conditions = json.Strings("conditions"),
                Factors = json.Strings("factors"),
                Forms = json.Strings("forms"),
                Derivations = json.Strings("derivations"),
                Traits = json.Strings("traits"),
                Evidence = json.Strings("evidence"),
                Rules = json.Strings("rules"),
                Interventions = json.Strings("interventions"),
                Safety = json.Strings("safety"),
                Screens = json.Strings("screens"),
                Products = json.Strings("products"),
            },
            node);
    }

    private static ImmutableSortedDictionary<string, Texts> TextsByCulture(JsonReading reading, JsonTreeNode node) =>
        reading.Map(node, TextsOfCulture, "an object of cultures");

    private static Texts TextsOfCulture(JsonReading reading, JsonTreeNode node) => reading.Place(
        new Texts(reading.Map(
            node,
            static (reading, section) => reading.Map(
                section,
                TextsFormat.Read,
                "an object of entries"),
            "an object of sections")),
        node);
}
