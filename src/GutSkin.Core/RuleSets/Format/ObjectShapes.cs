using System.Collections.Immutable;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>The properties of every kind of object in a rule set or profile: what the reader accepts and the JSON Schemas say.</summary>
internal static class ObjectShapes
{
    private const string EffectProperties = "oddsRatio riskRatio hazardRatio smd meanDifference logOdds sd of ci95 basis";

    public static readonly ObjectShape RuleSet = new(
        "rule set", typeof(RuleSet),
        "$schema id! version! title! license authors extends remove intendedUse disclaimer model mechanisms conditions factors "
        + "forms derivations traits evidence rules interventions safety screens considered products texts tests");

    public static readonly ObjectShape Dependency = new("dependency", typeof(RuleSetDependency), "id! version");

    public static readonly ObjectShape Removals = new(
        "removal", typeof(RuleSetRemovals),
        "mechanisms conditions factors forms derivations traits evidence rules interventions safety screens products");

    public static readonly ObjectShape Model = new("model", typeof(ModelOverrides), "certaintyShrinkage certaintyCap bands settledWidth");

    public static readonly ObjectShape CertaintyTable = new("certainty table", typeof(Certainty), "high moderate low very-low");

    public static readonly ObjectShape Band = new("band", typeof(Band), "name! below");

    public static readonly ObjectShape Mechanism = new("mechanism", typeof(Mechanism), "id! name! description evidence");

    public static readonly ObjectShape Condition = new("condition", typeof(SkinCondition), "id! kind name! synonyms description presence codes evidence");

    public static readonly ObjectShape Factor = new(
        "factor", typeof(Factor),
        "id! group kind! choices scores unit min max reference modifiable acquisition maxAgeDays measurementError conversions core coreOrder "
        + "name! labels askWhen question hint codes evidence");

    public static readonly ObjectShape Reference = new("reference", typeof(FactorReference), "when low high value basis evidence");

    public static readonly ObjectShape MeasurementError = new("measuring error", typeof(MeasurementError), "sd cv");

    public static readonly ObjectShape Conversion = new("conversion", typeof(UnitConversion), "from! multiply divide add round");

    public static readonly ObjectShape Form = new("form", typeof(Form), "id! title! items!");

    public static readonly ObjectShape Trait = new("trait", typeof(Trait), "id! title! description");

    public static readonly ObjectShape Derivation = new(
        "derivation", typeof(Derivation), "id! factor! form title standing items! cases! atLeast atMost round error evidence note");

    public static readonly ObjectShape DerivationCase = new("case", typeof(DerivationCase), "when linear product lms");

    public static readonly ObjectShape LinearForm = new("linear form", typeof(LinearForm), "intercept terms");

    public static readonly ObjectShape DerivationTerm = new("term", typeof(DerivationTerm), "levels curve");

    public static readonly ObjectShape ProductForm = new("product", typeof(ProductCase), "times powers!");

    public static readonly ObjectShape LmsForm = new("LMS table", typeof(LmsCase), "value! at! knots!");

    public static readonly ObjectShape DerivationError = new("error", typeof(DerivationError), "sd cv basis");

    public static readonly ObjectShape Evidence = new(
        "evidence entry", typeof(Evidence),
        "id! authors title! journal year doi pmid design population n finding");

    public static readonly ObjectShape Rule = new(
        "rule", typeof(ScoringRule),
        "id! condition! title! when factor curve levels effect! certainty! mechanisms overlap role informational evidence "
        + "contradictedBy population rationale misuse lifecycle reviewedOn");

    public static readonly ObjectShape Effect = new("effect", typeof(Effect), EffectProperties);

    public static readonly ObjectShape Gate = new(
        "gate", typeof(Gate),
        "factor atLeast above atMost below equals in between all any not known concern")
    {
        InsteadOfList = "Write { \"all\": [ … ] } where all must hold, { \"any\": [ … ] } where one is enough.",
        OtherWords = new(StringComparer.Ordinal)
        {
            ["is"] = "equals", ["eq"] = "equals", ["equal"] = "equals", ["value"] = "equals", ["="] = "equals", ["=="] = "equals",
            ["min"] = "atLeast", ["gte"] = "atLeast", ["ge"] = "atLeast", [">="] = "atLeast", ["max"] = "atMost", ["lte"] = "atMost", ["le"] = "atMost",
            ["<="] = "atMost", ["gt"] = "above", ["greaterThan"] = "above", [">"] = "above", ["lt"] = "below", ["lessThan"] = "below", ["<"] = "below",
            ["oneOf"] = "in", ["range"] = "between", ["and"] = "all", ["or"] = "any",
        },
    };

    public static readonly ObjectShape Intervention = new(
        "intervention", typeof(Intervention),
        "id! category! name! summary when changes traits variantOf indications effects mechanisms dose weeks effort cost sameSafetyAs evidence")
    {
        Elsewhere = new(StringComparer.Ordinal)
        {
            ["contraindications"] = "A safety rule says it: under 'safety', of the kind contraindication, with this intervention under 'interventions'.",
            ["contraindication"] = "A safety rule says it: under 'safety', of the kind contraindication, with this intervention under 'interventions'.",
            ["cautions"] = "A safety rule says it: under 'safety', of the kind caution, with this intervention under 'interventions'.",
        },
    };

    public static readonly ObjectShape Change = new("change", typeof(FactorChange), "factor! when atMost atLeast set limit limitPercent evidence");

    public static readonly ObjectShape TrialEffect = new(
        "trial effect", typeof(TrialEffect),
        "condition! when " + EffectProperties + " certainty! informational trial population note evidence");

    public static readonly ObjectShape Trial = new("trial", typeof(Trial), "outcome n weeks comparator population");

    public static readonly ObjectShape Indication = new("indication", typeof(Indication), "when condition direction! strength! text! evidence");

    public static readonly ObjectShape Movement = new("movement", typeof(Movement), "factor! direction!");

    public static readonly ObjectShape Safety = new(
        "safety rule", typeof(SafetyRule),
        "id! kind! urgency when! interventions traits movements refer message! evidence locked");

    public static readonly ObjectShape Screen = new("screen", typeof(Screen), "id! title! factors! when");

    public static readonly ObjectShape Considered = new("considered entry", typeof(ConsideredEntry), "factor! condition! why! evidence");

    public static readonly ObjectShape Product = new("product", typeof(Product), "id! brand name intervention! price allergens strains");

    public static readonly ObjectShape Price = new("price", typeof(Price), "amount! currency! asOf");

    public static readonly ObjectShape Test = new("test", typeof(RuleSetTest), "name! profile! expect");

    public static readonly ObjectShape Expectation = new("expectation", typeof(RuleSetTest), "scores band triage recommended blocked first notSuggested status flags noFlags cautions derived");

    public static readonly ObjectShape ScoreExpectation = new("expected score", typeof(ScoreExpectation), "atLeast atMost")
    {
        InsteadOfList = "Write { \"atLeast\": 4, \"atMost\": 6 }.",
        InsteadOfValue = "Write a range: { \"atLeast\": 4, \"atMost\": 6 }, or one end of it.",
    };

    /// <summary>All of them.</summary>
    public static ImmutableArray<ObjectShape> All =>
    [
        RuleSet, Dependency, Removals, Model, CertaintyTable, Band, Mechanism, Condition, Factor, Reference, MeasurementError, Conversion, Form, Trait,
        Derivation, DerivationCase, LinearForm, DerivationTerm, ProductForm, LmsForm, DerivationError, Evidence, Rule, Effect, Gate,
        Intervention, Change, TrialEffect, Trial, Indication, Movement, Safety, Screen, Considered, Product, Price, Test, Expectation, ScoreExpectation,
        ProfileShapes.Profile, ProfileShapes.ScreenAnswer, ProfileShapes.Observation,
    ];
}
