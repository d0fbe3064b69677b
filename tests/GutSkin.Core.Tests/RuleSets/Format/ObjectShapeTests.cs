using System.Reflection;
using System.Text.Json;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Tests.RuleSets.Format;

/// <summary>The tables of properties, the types that hold them and the JSON Schemas say the same.</summary>
public class ObjectShapeTests
{
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["sd"] = "StandardDeviation",
        ["cv"] = "CoefficientOfVariation",
        ["equals"] = "EqualTo",
        ["reference"] = "References",
    };

    // Gates are several types, and a certainty table is a map.
    private static readonly Dictionary<ObjectShape, Type> Types = new()
    {
        [ObjectShapes.RuleSet] = typeof(RuleSet),
        [ObjectShapes.Dependency] = typeof(RuleSetDependency),
        [ObjectShapes.Removals] = typeof(RuleSetRemovals),
        [ObjectShapes.Model] = typeof(ModelOverrides),
        [ObjectShapes.Band] = typeof(Band),
        [ObjectShapes.Mechanism] = typeof(Mechanism),
        [ObjectShapes.Condition] = typeof(SkinCondition),
        [ObjectShapes.Factor] = typeof(Factor),
        [ObjectShapes.Reference] = typeof(FactorReference),
        [ObjectShapes.MeasurementError] = typeof(MeasurementError),
        [ObjectShapes.Conversion] = typeof(UnitConversion),
        [ObjectShapes.Form] = typeof(Form),
        [ObjectShapes.Trait] = typeof(Trait),
        [ObjectShapes.Derivation] = typeof(Derivation),
        [ObjectShapes.DerivationCase] = typeof(DerivationCase),
        [ObjectShapes.LinearForm] = typeof(LinearForm),
        [ObjectShapes.DerivationTerm] = typeof(DerivationTerm),
        [ObjectShapes.ProductForm] = typeof(ProductCase),
        [ObjectShapes.LmsForm] = typeof(LmsCase),
        [ObjectShapes.DerivationError] = typeof(DerivationError),
        [ObjectShapes.Evidence] = typeof(Evidence),
        [ObjectShapes.Rule] = typeof(ScoringRule),
        [ObjectShapes.Effect] = typeof(Effect),
        [ObjectShapes.Intervention] = typeof(Intervention),
        [ObjectShapes.Change] = typeof(FactorChange),
        [ObjectShapes.TrialEffect] = typeof(TrialEffect),
        [ObjectShapes.Trial] = typeof(Trial),
        [ObjectShapes.Indication] = typeof(Indication),
        [ObjectShapes.Movement] = typeof(Movement),
        [ObjectShapes.Safety] = typeof(SafetyRule),
        [ObjectShapes.Screen] = typeof(Screen),
        [ObjectShapes.Considered] = typeof(ConsideredEntry),
        [ObjectShapes.Product] = typeof(Product),
        [ObjectShapes.Price] = typeof(Price),
        [ObjectShapes.Test] = typeof(RuleSetTest),
        [ObjectShapes.Expectation] = typeof(RuleSetTest),
        [ObjectShapes.ScoreExpectation] = typeof(ScoreExpectation),
        [ProfileShapes.Profile] = typeof(PersonProfile),
        [ProfileShapes.ScreenAnswer] = typeof(ScreenAnswer),
        [ProfileShapes.Observation] = typeof(Observation),
    };

    // What stands in JSON other than as a property of the type's own.
    private static readonly Dictionary<ObjectShape, string[]> ElsewhereInTheModel = new()
    {
        [ObjectShapes.RuleSet] = ["$schema"],
        [ProfileShapes.Profile] = ["$schema"],
        [ProfileShapes.ScreenAnswer] = ["id"],
        [ProfileShapes.Observation] = ["declined"],
        [ObjectShapes.Test] = ["expect"],
        [ObjectShapes.Effect] = [.. Keywords.Measure.Words],
        [ObjectShapes.TrialEffect] = [.. ObjectShapes.Effect.Properties],
        [ObjectShapes.DerivationCase] = ["linear", "product", "lms"],
        [ObjectShapes.DerivationTerm] = ["levels", "curve"],
    };

    private static readonly Dictionary<ObjectShape, string[]> ElsewhereInJson = new()
    {
        [ObjectShapes.Effect] = ["Measure", "Value"],
        [ObjectShapes.TrialEffect] = ["Effect"],
        [ProfileShapes.ScreenAnswer] = ["Screen"],
        [ObjectShapes.Test] =
        [
            "Scores", "Band", "Triage", "Recommended", "Blocked", "First", "NotSuggested", "Status", "Flags", "NoFlags", "Cautions", "Derived",
        ],
        [ObjectShapes.ProductForm] = ["When"],
        [ObjectShapes.LmsForm] = ["When"],
        [ObjectShapes.Expectation] = ["Name", "Profile"],
    };

    [Fact]
    public void TheModelHasThePropertiesOfTheShapes()
    {
        foreach (var shape in ObjectShapes.All.Where(s => s != ObjectShapes.Gate && s != ObjectShapes.CertaintyTable))
        {
            var inJson = shape.Properties.Except(ElsewhereInTheModel.GetValueOrDefault(shape, []))
                .Select(p => OtherNames.GetValueOrDefault(p, char.ToUpperInvariant(p[0]) + p[1..]));
            var inModel = Types[shape].GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.Name != "EqualityContract" && p.GetIndexParameters().Length == 0 && (p.CanWrite || shape != ProfileShapes.Profile || p.Name != "Source"))
                .Where(p => p.CanWrite || shape == ProfileShapes.Profile || (shape == ProfileShapes.Observation && p.Name != "IsDeclined"))
                .Select(p => p.Name)
                .Except(ElsewhereInJson.GetValueOrDefault(shape, []));
            inModel.Should().BeEquivalentTo(inJson, $"a {shape.Name} is one thing");
        }
    }

    [Fact]
    public void TheGatesHaveThePropertiesOfTheirShape()
    {
        string[] comparisons = [.. typeof(ComparisonGate).GetProperties().Where(p => p.CanWrite).Select(p => p.Name)];
        string[] forms = ["All", "Any", "Not", "Known", "Concern"];
        ObjectShapes.Gate.Properties.Select(p => OtherNames.GetValueOrDefault(p, char.ToUpperInvariant(p[0]) + p[1..]))
            .Should().BeEquivalentTo(comparisons.Concat(forms));
        typeof(Gate).Assembly.GetTypes().Where(t => t.BaseType == typeof(Gate)).Select(t => t.Name)
            .Should().BeEquivalentTo(forms.Append("Comparison").Select(f => f + "Gate"));
    }

    [Fact]
    public void TheSchemasHaveThePropertiesOfTheShapes()
    {
        using var schema = Schema("ruleset");
        var definitions = schema.RootElement.GetProperty("$defs");
        Compare(ObjectShapes.RuleSet, schema.RootElement);
        Compare(ObjectShapes.CertaintyTable, definitions.GetProperty("model").GetProperty("properties").GetProperty("certaintyShrinkage"));
        Compare(ObjectShapes.CertaintyTable, definitions.GetProperty("model").GetProperty("properties").GetProperty("certaintyCap"));
        Compare(
            ObjectShapes.ScoreExpectation,
            definitions.GetProperty("expectation").GetProperty("properties").GetProperty("scores").GetProperty("additionalProperties"));
        Compare(
            ObjectShapes.ScoreExpectation,
            definitions.GetProperty("expectation").GetProperty("properties").GetProperty("derived").GetProperty("additionalProperties"));
        (ObjectShape Shape, string Name)[] named =
        [
            (ObjectShapes.Dependency, "extension"), (ObjectShapes.Removals, "removals"), (ObjectShapes.Model, "model"), (ObjectShapes.Band, "band"),
            (ObjectShapes.Mechanism, "mechanism"), (ObjectShapes.Condition, "condition"), (ObjectShapes.Factor, "factor"),
            (ObjectShapes.Reference, "reference"), (ObjectShapes.MeasurementError, "measurementError"), (ObjectShapes.Conversion, "conversion"),
            (ObjectShapes.Form, "form"), (ObjectShapes.Trait, "trait"), (ObjectShapes.Derivation, "derivation"),
            (ObjectShapes.DerivationCase, "derivationCase"), (ObjectShapes.LinearForm, "linearForm"), (ObjectShapes.DerivationTerm, "derivationTerm"),
            (ObjectShapes.ProductForm, "productForm"), (ObjectShapes.LmsForm, "lmsForm"), (ObjectShapes.DerivationError, "derivationError"),
            (ObjectShapes.Trial, "trial"), (ObjectShapes.Indication, "indication"), (ObjectShapes.Movement, "movement"),
            (ObjectShapes.Evidence, "evidence"), (ObjectShapes.Rule, "rule"), (ObjectShapes.Effect, "effect"), (ObjectShapes.Gate, "gate"),
            (ObjectShapes.Intervention, "intervention"), (ObjectShapes.Change, "change"), (ObjectShapes.TrialEffect, "trialEffect"),
            (ObjectShapes.Safety, "safety"), (ObjectShapes.Screen, "screen"), (ObjectShapes.Considered, "considered"),
            (ObjectShapes.Product, "product"), (ObjectShapes.Price, "price"), (ObjectShapes.Test, "test"), (ObjectShapes.Expectation, "expectation"),
            (ProfileShapes.Profile, "profile"), (ProfileShapes.ScreenAnswer, "screenAnswer"), (ProfileShapes.Observation, "observation"),
        ];
        foreach (var (shape, name) in named)
            Compare(shape, definitions.GetProperty(name));
        named.Select(n => n.Shape).Concat([ObjectShapes.RuleSet, ObjectShapes.CertaintyTable, ObjectShapes.ScoreExpectation])
            .Should().BeEquivalentTo(ObjectShapes.All, "every shape is compared");

        using var profile = Schema("profile");
        definitions = profile.RootElement.GetProperty("$defs");
        Compare(ProfileShapes.Profile, definitions.GetProperty("profile"));
        Compare(ProfileShapes.ScreenAnswer, definitions.GetProperty("screenAnswer"));
        Compare(ProfileShapes.Observation, definitions.GetProperty("observation"));
    }

    [Fact]
    public void EveryKeywordStandsForOneValue()
    {
        Check(Keywords.Certainty);
        Check(Keywords.IntendedUse);
        Check(Keywords.ConditionKind);
        Check(Keywords.FactorKind);
        Check(Keywords.Acquisition);
        Check(Keywords.ReferenceBasis);
        Check(Keywords.EffectBasis);
        Check(Keywords.Role);
        Check(Keywords.Lifecycle);
        Check(Keywords.Level);
        Check(Keywords.SafetyKind);
        Check(Keywords.Urgency);
        Check(Keywords.Measure);
        Check(Keywords.Standing);
        Check(Keywords.IndicationDirection);
        Check(Keywords.IndicationStrength);
        Check(Keywords.MovementDirection);

        static void Check<T>(KeywordTable<T> table)
            where T : struct, Enum =>
            Enum.GetValues<T>().Select(table.WordOf).Should().BeEquivalentTo(table.Words).And.OnlyHaveUniqueItems();
    }

    private static JsonDocument Schema(string name)
    {
        using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream(
            typeof(RuleSet).Assembly.GetManifestResourceNames().Single(n => n.EndsWith($"gutskin-{name}-1.schema.json", StringComparison.Ordinal)))!;
        return JsonDocument.Parse(stream);
    }

    private static void Compare(ObjectShape shape, JsonElement definition)
    {
        definition.GetProperty("properties").EnumerateObject().Select(p => p.Name)
            .Should().BeEquivalentTo(shape.Properties, $"the schema knows a {shape.Name}");
        var required = definition.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        required.Should().BeEquivalentTo(shape.Properties.Where((_, i) => shape.IsRequired(i)), $"the schema knows what a {shape.Name} must have");
        definition.GetProperty("additionalProperties").GetBoolean().Should().BeFalse();
        definition.GetProperty("patternProperties").TryGetProperty("^x-", out _).Should().BeTrue();
    }
}
