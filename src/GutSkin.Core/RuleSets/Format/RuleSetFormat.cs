using System.Collections.Immutable;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads a rule set document: its head, and every section by the reader of its entries.</summary>
internal static class RuleSetReader
{
    /// <summary>Reads the document; null where it is no object.</summary>
    public static RuleSet? Read(JsonReading reading)
    {
        if (OtherDocuments.Report(reading, isRuleSet: true))
            return null;
        var json = ObjectReader.Open(reading, reading.Tree.Root, ObjectShapes.RuleSet);
        if (!json.IsOpen)
            return null;
        json.String("$schema");
        return Head(json) with
        {
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
            DeferredTexts = json.Part("texts", Texts) is { } texts ? new(texts) : RuleSet.NoTexts,
            Tests = Section(json, "tests", RuleSetTestReader.Read),
            Source = reading.SourceOf(reading.Tree.Root),
        };
    }

    /// <summary>What is said of the document before its sections.</summary>
    public static RuleSet Head(ObjectReader json) => new()
    {
        Id = json.EntryId(),
        Version = (json.Find("version") is { } version ? json.Reading.Version(version) : null) ?? "",
        Title = json.Text("title"),
        License = json.String("license"),
        Authors = json.Strings("authors"),
        Extends = json.List("extends", Dependency),
        Remove = json.Part("remove", Removals) ?? RuleSetRemovals.None,
        IntendedUse = json.Keyword("intendedUse", Keywords.IntendedUse),
        Disclaimer = json.String("disclaimer"),
    };

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

    /// <summary>Translations by culture.</summary>
    public static ImmutableSortedDictionary<string, Texts> Texts(JsonReading reading, JsonTreeNode node) =>
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

/// <summary>Writes a rule set, its sections in the order of the format.</summary>
internal static class RuleSetWriter
{
    /// <summary>A rule set with what no JSON can hold as far as words go: the rules that classes compute. For hashes and comparisons.</summary>
    public static string WithClasses(RuleSet ruleSet)
    {
        var json = new JsonTextWriter();
        Write(json, ruleSet);
        return json.ToString();
    }

    /// <summary>A rule set as JSON can hold it: without the rules that classes compute.</summary>
    public static void WithoutClasses(JsonTextWriter json, RuleSet ruleSet) =>
        Write(json, ruleSet.Rules.Any(r => r.IsComputed) ? ruleSet with { Rules = ruleSet.Rules.RemoveAll(r => r.IsComputed) } : ruleSet);

    public static void Write(JsonTextWriter json, RuleSet ruleSet)
    {
        json.Begin('{');
        json.Property("id", ruleSet.Id);
        json.Property("version", ruleSet.Version);
        json.Property("title", ruleSet.Title);
        json.Property("license", ruleSet.License);
        json.Strings("authors", ruleSet.Authors);
        json.List("extends", ruleSet.Extends, Dependency);
        Removals(json, ruleSet.Remove);
        if (ruleSet.IntendedUse is { } use)
            json.Property("intendedUse", Keywords.IntendedUse.WordOf(use));
        json.Property("disclaimer", ruleSet.Disclaimer);
        json.Part("model", ruleSet.Model, Model);
        json.List("mechanisms", ruleSet.Mechanisms, KnowledgeWriter.Mechanism);
        json.List("conditions", ruleSet.Conditions, KnowledgeWriter.Condition);
        json.List("factors", ruleSet.Factors, KnowledgeWriter.Factor);
        json.List("forms", ruleSet.Forms, KnowledgeWriter.Form);
        json.List("derivations", ruleSet.Derivations, DerivationWriter.Write);
        json.List("traits", ruleSet.Traits, KnowledgeWriter.Trait);
        json.List("evidence", ruleSet.Evidence, KnowledgeWriter.Evidence);
        json.List("rules", ruleSet.Rules, RuleWriter.Scoring);
        json.List("interventions", ruleSet.Interventions, RuleWriter.Intervention);
        json.List("safety", ruleSet.Safety, RuleWriter.Safety);
        json.List("screens", ruleSet.Screens, KnowledgeWriter.Screen);
        json.List("considered", ruleSet.Considered, KnowledgeWriter.Considered);
        json.List("products", ruleSet.Products, KnowledgeWriter.Product);
        TextsByCulture(json, ruleSet.Texts);
        json.List("tests", ruleSet.Tests, Test);
        json.End('}');
    }

    private static void Dependency(JsonTextWriter json, RuleSetDependency dependency)
    {
        json.Begin('{', onOneLine: true);
        json.Property("id", dependency.Id);
        json.Property("version", dependency.Version);
        json.End('}');
    }

    private static void Removals(JsonTextWriter json, RuleSetRemovals remove)
    {
        (string Section, ImmutableArray<string> Ids)[] all =
        [
            ("mechanisms", remove.Mechanisms), ("conditions", remove.Conditions), ("factors", remove.Factors),
            ("forms", remove.Forms), ("derivations", remove.Derivations), ("traits", remove.Traits), ("evidence", remove.Evidence),
            ("rules", remove.Rules), ("interventions", remove.Interventions), ("safety", remove.Safety), ("screens", remove.Screens),
            ("products", remove.Products),
        ];
        if (all.All(r => r.Ids.IsDefaultOrEmpty))
            return;
        json.Name("remove");
        json.Begin('{');
        foreach (var (section, ids) in all)
            json.Strings(section, ids);
        json.End('}');
    }

    public static void Model(JsonTextWriter json, ModelOverrides model)
    {
        json.Begin('{');
        CertaintyTable(json, "certaintyShrinkage", model.CertaintyShrinkage);
        CertaintyTable(json, "certaintyCap", model.CertaintyCap);
        if (model.Bands is { } bands)
        {
            json.Name("bands");
            json.Begin('[');
            foreach (var band in bands.IsDefault ? [] : bands)
                Band(json, band);
            json.End(']');
        }

        json.Property("settledWidth", model.SettledWidth);
        json.End('}');
    }

    private static void CertaintyTable(JsonTextWriter json, string name, ImmutableSortedDictionary<Certainty, double> table)
    {
        if (table.IsEmpty)
            return;
        json.Name(name);
        json.Begin('{', onOneLine: true);
        foreach (var (certainty, value) in table.Reverse())
            json.Property(Keywords.Certainty.WordOf(certainty), value);
        json.End('}');
    }

    private static void Band(JsonTextWriter json, Band band)
    {
        json.Begin('{', onOneLine: true);
        json.Property("name", band.Name);
        json.Property("below", band.Below);
        json.End('}');
    }

    private static void TextsByCulture(JsonTextWriter json, ImmutableSortedDictionary<string, Texts> texts)
    {
        if (texts.IsEmpty)
            return;
        json.Name("texts");
        json.Begin('{');
        foreach (var (culture, ofCulture) in texts)
        {
            json.Name(culture);
            json.Begin('{');
            foreach (var (section, entries) in ofCulture.Sections)
            {
                json.Name(section);
                json.Begin('{');
                foreach (var (id, fields) in entries)
                {
                    json.Name(id);
                    TextsFormat.Write(json, fields);
                }

                json.End('}');
            }

            json.End('}');
        }

        json.End('}');
    }

    public static void Test(JsonTextWriter json, RuleSetTest test)
    {
        json.Begin('{');
        json.Property("name", test.Name);
        json.Part("profile", test.Profile, ProfileWriter.Write);
        if (ExpectsAnything(test))
        {
            json.Name("expect");
            json.Begin('{');
            Ranges(json, "scores", test.Scores);
            json.StringMap("band", test.Band);
            json.Property("triage", test.Triage);
            json.Strings("recommended", test.Recommended);
            json.Strings("blocked", test.Blocked);
            json.Strings("first", test.First);
            json.Strings("notSuggested", test.NotSuggested);
            json.StringMap("status", test.Status);
            json.Strings("flags", test.Flags);
            json.Strings("noFlags", test.NoFlags);
            Cautions(json, test.Cautions);
            Ranges(json, "derived", test.Derived);
            json.End('}');
        }

        json.End('}');
    }

    private static bool ExpectsAnything(RuleSetTest test) =>
        test.Triage is not null || !test.Scores.IsEmpty || !test.Band.IsEmpty || !test.Status.IsEmpty || !test.Cautions.IsEmpty || !test.Derived.IsEmpty
        || !test.Recommended.IsDefaultOrEmpty || !test.Blocked.IsDefaultOrEmpty || !test.First.IsDefaultOrEmpty
        || !test.NotSuggested.IsDefaultOrEmpty || !test.Flags.IsDefaultOrEmpty || !test.NoFlags.IsDefaultOrEmpty;

    private static void Cautions(JsonTextWriter json, ImmutableSortedDictionary<string, ImmutableArray<string>> cautions)
    {
        if (cautions.IsEmpty)
            return;
        json.Name("cautions");
        json.Begin('{');
        foreach (var (intervention, rules) in cautions)
            json.Strings(intervention, rules, alsoEmpty: true);
        json.End('}');
    }

    private static void Ranges(JsonTextWriter json, string name, ImmutableSortedDictionary<string, ScoreExpectation> ranges)
    {
        if (ranges.IsEmpty)
            return;
        json.Name(name);
        json.Begin('{');
        foreach (var (id, range) in ranges)
        {
            json.Name(id);
            json.Begin('{', onOneLine: true);
            json.Property("atLeast", range.AtLeast);
            json.Property("atMost", range.AtMost);
            json.End('}');
        }

        json.End('}');
    }
}
