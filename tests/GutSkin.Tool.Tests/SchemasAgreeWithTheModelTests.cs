using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool.Tests;

/// <summary>The schemas cannot drift from the model: same properties, same required ones, same words.</summary>
public sealed class SchemasAgreeWithTheModelTests
{
    private static readonly JsonElement RuleSetSchema = JsonDocument.Parse(JsonSchemas.RuleSet).RootElement;
    private static readonly JsonElement AssessmentSchema = JsonDocument.Parse(JsonSchemas.Assessment).RootElement;

    public static TheoryData<Type, string> Entries => new()
    {
        { typeof(RuleSet), "" },
        { typeof(RuleSetDependency), "extension" },
        { typeof(RuleSetRemovals), "removals" },
        { typeof(ModelOverrides), "model" },
        { typeof(Band), "band" },
        { typeof(Mechanism), "mechanism" },
        { typeof(SkinCondition), "condition" },
        { typeof(Factor), "factor" },
        { typeof(FactorReference), "reference" },
        { typeof(UnitConversion), "conversion" },
        { typeof(Form), "form" },
        { typeof(Trait), "trait" },
        { typeof(Derivation), "derivation" },
        { typeof(LinearForm), "linearForm" },
        { typeof(Trial), "trial" },
        { typeof(Indication), "indication" },
        { typeof(Movement), "movement" },
        { typeof(Evidence), "evidence" },
        { typeof(ScoringRule), "rule" },
        { typeof(FactorChange), "change" },
        { typeof(Intervention), "intervention" },
        { typeof(SafetyRule), "safety" },
        { typeof(Screen), "screen" },
        { typeof(ConsideredEntry), "considered" },
        { typeof(Product), "product" },
        { typeof(Price), "price" },
        { typeof(ScoreExpectation), "expectation/properties/scores/additionalProperties" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_has_the_properties_of_its_type(Type type, string part)
    {
        var schema = At(part);
        var expected = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .Select(p => Camel(p.Name));

        Names(schema.GetProperty("properties")).Where(n => n != "$schema").Should().BeEquivalentTo(expected);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_requires_what_its_type_requires(Type type, string part)
    {
        var required = At(part).TryGetProperty("required", out var list) ? list.EnumerateArray().Select(e => e.GetString()!) : [];
        var expected = type.GetProperties()
            .Where(p => p.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null)
            .Select(p => Camel(p.Name));

        required.Should().BeEquivalentTo(expected);
    }

    public static TheoryData<Type, string> AssessmentParts => new()
    {
        { typeof(Assessment), "" },
        { typeof(RuleSetIdentity), "ruleSet" },
        { typeof(RuleClassIdentity), "ruleClass" },
        { typeof(ContributionInput), "contributionInput" },
        { typeof(Triage), "triage" },
        { typeof(RedFlag), "flag" },
        { typeof(UnresolvedFlag), "unresolvedFlag" },
        { typeof(ConditionScore), "condition" },
        { typeof(Contribution), "contribution" },
        { typeof(MechanismShare), "mechanismShare" },
        { typeof(Derived), "derived" },
        { typeof(Lever), "lever" },
        { typeof(LeverEffect), "leverEffect" },
        { typeof(Recommendation), "recommendation" },
        { typeof(RecommendationEffect), "recommendationEffect" },
        { typeof(RecommendationChange), "recommendationChange" },
        { typeof(ActiveIndication), "activeIndication" },
        { typeof(TrialFinding), "trialFinding" },
        { typeof(RecommendedProduct), "recommendedProduct" },
        { typeof(SafetyFinding), "safetyFinding" },
        { typeof(NextQuestion), "question" },
        { typeof(QuestionItem), "questionItem" },
        { typeof(QuestionChoice), "questionChoice" },
        { typeof(UsefulTest), "test" },
        { typeof(Notice), "notice" },
    };

    [Theory]
    [MemberData(nameof(AssessmentParts))]
    public void A_part_of_an_assessment_has_the_properties_of_its_type_and_requires_those_that_are_never_null(Type type, string part)
    {
        var nullability = new NullabilityInfoContext();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: JsonIgnoreCondition.WhenWritingNull })
            .ToList();
        var schema = part.Length == 0 ? AssessmentSchema : AssessmentSchema.GetProperty("$defs").GetProperty(part);

        Names(schema.GetProperty("properties")).Should().BeEquivalentTo(properties.Select(p => Camel(p.Name)));
        schema.GetProperty("required").EnumerateArray().Select(e => e.GetString()).Should().BeEquivalentTo(
            properties.Where(p => nullability.Create(p).ReadState != NullabilityState.Nullable).Select(p => Camel(p.Name)));
    }

    [Fact]
    public void A_trial_effect_is_an_effect_with_a_condition()
    {
        var effect = Names(At("effect").GetProperty("properties"));
        var own = typeof(TrialEffect).GetProperties().Where(p => p.CanWrite && p.Name != nameof(TrialEffect.Effect)).Select(p => Camel(p.Name));

        Names(At("trialEffect").GetProperty("properties")).Should().BeEquivalentTo(effect.Concat(own));
    }

    [Fact]
    public void A_gate_has_a_form_for_every_kind_of_gate()
    {
        var forms = typeof(Gate).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Gate)) && !t.IsAbstract)
            .Select(t => t == typeof(ComparisonGate) ? "factor" : Camel(t.Name[..^"Gate".Length]));

        At("gate").GetProperty("oneOf").EnumerateArray().Select(f => f.GetProperty("required")[0].GetString())
            .Should().BeEquivalentTo(forms);
    }

    [Theory]
    [InlineData(typeof(FactorKind), "factor/properties/kind")]
    [InlineData(typeof(Acquisition), "factor/properties/acquisition")]
    [InlineData(typeof(ReferenceBasis), "reference/properties/basis")]
    [InlineData(typeof(ConditionKind), "condition/properties/kind")]
    [InlineData(typeof(Certainty), "rule/properties/certainty")]
    [InlineData(typeof(RuleRole), "rule/properties/role")]
    [InlineData(typeof(RuleLifecycle), "rule/properties/lifecycle")]
    [InlineData(typeof(EffectBasis), "effect/properties/basis")]
    [InlineData(typeof(Level), "intervention/properties/effort")]
    [InlineData(typeof(Level), "intervention/properties/cost")]
    [InlineData(typeof(SafetyKind), "safety/properties/kind")]
    [InlineData(typeof(Urgency), "safety/properties/urgency")]
    [InlineData(typeof(DerivationStanding), "derivation/properties/standing")]
    [InlineData(typeof(EffectBasis), "derivationError/properties/basis")]
    [InlineData(typeof(IndicationDirection), "indication/properties/direction")]
    [InlineData(typeof(IndicationStrength), "indication/properties/strength")]
    [InlineData(typeof(MovementDirection), "movement/properties/direction")]
    [InlineData(typeof(IntendedUse), "/properties/intendedUse")]
    public void A_word_list_has_the_words_of_its_type(Type type, string part)
    {
        At(part).GetProperty("enum").EnumerateArray().Select(e => e.GetString())
            .Should().BeEquivalentTo(Enum.GetNames(type).Select(Kebab));
    }

    [Fact]
    public void An_effect_has_one_measure_of_all()
    {
        var measures = At("effect").GetProperty("oneOf").EnumerateArray().Select(f => f.GetProperty("required")[0].GetString());

        measures.Should().HaveCount(Enum.GetValues<EffectMeasure>().Length);
    }

    [Theory]
    [InlineData("condition", "kind", typeof(ConditionKind))]
    [InlineData("contribution", "certainty", typeof(Certainty))]
    [InlineData("contribution", "role", typeof(RuleRole))]
    [InlineData("flag", "urgency", typeof(Urgency))]
    [InlineData("triage", "level", typeof(TriageLevel))]
    [InlineData("question", "reason", typeof(QuestionReason))]
    [InlineData("safetyFinding", "state", typeof(SafetyState))]
    public void An_assessment_uses_the_words_of_the_rule_set(string part, string property, Type type)
    {
        AssessmentSchema.GetProperty("$defs").GetProperty(part).GetProperty("properties").GetProperty(property).GetProperty("enum")
            .EnumerateArray().Select(e => e.GetString()).Should().BeEquivalentTo(Enum.GetNames(type).Select(Kebab));
    }

    private static JsonElement At(string part)
    {
        var element = part.Length == 0 || part[0] == '/' ? RuleSetSchema : RuleSetSchema.GetProperty("$defs");
        foreach (string step in part.Split('/', StringSplitOptions.RemoveEmptyEntries))
            element = element.GetProperty(step);
        return element;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static string Camel(string name) =>
        name == nameof(Factor.References) ? "reference" : JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
