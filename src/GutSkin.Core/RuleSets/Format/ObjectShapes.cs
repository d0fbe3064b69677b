using System.Collections.Immutable;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>The properties of every kind of object in a rule set or profile: what the reader accepts and the JSON Schemas say.</summary>
internal static class ObjectShapes
{
    private const string EffectProperties = "oddsRatio riskRatio hazardRatio smd meanDifference logOdds sd of ci95 basis";

    public static readonly ObjectShape RuleSet = new(
        "rule set",
        "$schema id! version! title! license authors extends remove intendedUse disclaimer model mechanisms conditions factors "
        + "forms derivations traits evidence rules interventions safety screens considered products texts tests");

    public static readonly ObjectShape Dependency = new("dependency", "id! version");

    public static readonly ObjectShape Removals = new(
        "removal",
        "mechanisms conditions factors forms derivations traits evidence rules interventions safety screens products");

    public static readonly ObjectShape Model = new("model", "certaintyShrinkage certaintyCap bands settledWidth");

    public static readonly ObjectShape CertaintyTable = new("certainty table", "high moderate low very-low");

    public static readonly ObjectShape Band = new("band", "name! below");

    public static readonly ObjectShape Mechanism = new("mechanism", "id! name! description evidence");

    public static readonly ObjectShape Condition = new("condition", "id! kind name! synonyms description presence codes evidence");

    public static readonly ObjectShape Factor = new(
        "factor",
        "id! group kind! choices scores unit min max reference modifiable acquisition maxAgeDays measurementError conversions core coreOrder "
        + "name! labels askWhen question hint codes evidence");

    public static readonly ObjectShape Reference = new("reference", "when low high value basis evidence");

    public static readonly ObjectShape MeasurementError = new("measuring error", "sd cv");

    public static readonly ObjectShape Conversion = new("conversion", "from! multiply divide add round");

    public static readonly ObjectShape Form = new("form", "id! title! items!");

    public static readonly ObjectShape Trait = new("trait", "id! title! description");

    public static readonly ObjectShape Derivation = new(
        "derivation", "id! factor! form title standing items! cases! atLeast atMost round error evidence note");

    public static readonly ObjectShape DerivationCase = new("case", "when linear product lms");

    public static readonly ObjectShape LinearForm = new("linear form", "intercept terms");

    public static readonly ObjectShape DerivationTerm = new("term", "levels curve");

    public static readonly ObjectShape ProductForm = new("product", "times powers!");

    public static readonly ObjectShape LmsForm = new("LMS table", "value! at! knots!");

    public static readonly ObjectShape DerivationError = new("error", "sd cv basis");

    public static readonly ObjectShape Evidence = new(
        "evidence entry",
        "id! authors title! journal year doi pmid design population n finding");

    public static readonly ObjectShape Rule = new(
        "rule",
        "id! condition! title! when factor curve levels effect! certainty! mechanisms overlap role informational evidence "
        + "contradictedBy population rationale misuse lifecycle reviewedOn");

    public static readonly ObjectShape Effect = new("effect", EffectProperties);

    public static readonly ObjectShape Gate = new(
        "gate",
        "factor atLeast above atMost below equals in between all any not known concern")
    {
        InsteadOfList = "Write { \"all\": [ … ] } where all must hold, { \"any\": [ … ] } where one is enough.",
        OtherWords = static word => word switch
        {
            "is" or "eq" or "equal" or "value" or "=" or "==" => "equals",
            "min" or "gte" or "ge" or ">=" => "atLeast",
            "max" or "lte" or "le" or "<=" => "atMost",
            "gt" or "greaterThan" or ">" => "above",
            "lt" or "lessThan" or "<" => "below",
            "oneOf" => "in",
            "range" => "between",
            "and" => "all",
            "or" => "any",
            _ => null,
        },
    };

    public static readonly ObjectShape Intervention = new(
        "intervention",
        "id! category! name! summary when changes traits variantOf indications effects mechanisms dose weeks effort cost sameSafetyAs evidence")
    {
        Elsewhere = static word => word switch
        {
            "contraindications" or "contraindication" =>
                "A safety rule says it: under 'safety', of the kind contraindication, with this intervention under 'interventions'.",
            "cautions" => "A safety rule says it: under 'safety', of the kind caution, with this intervention under 'interventions'.",
            _ => null,
        },
    };

    public static readonly ObjectShape Change = new("change", "factor! when atMost atLeast set limit limitPercent evidence");

    public static readonly ObjectShape TrialEffect = new(
        "trial effect",
        "condition! when " + EffectProperties + " certainty! informational trial population note evidence");

    public static readonly ObjectShape Trial = new("trial", "outcome n weeks comparator population");

    public static readonly ObjectShape Indication = new("indication", "when condition direction! strength! text! evidence");

    public static readonly ObjectShape Movement = new("movement", "factor! direction!");

    public static readonly ObjectShape Safety = new(
        "safety rule",
        "id! kind! urgency when! interventions traits movements refer message! evidence locked");

    public static readonly ObjectShape Screen = new("screen", "id! title! factors! when");

    public static readonly ObjectShape Considered = new("considered entry", "factor! condition! why! evidence");

    public static readonly ObjectShape Product = new("product", "id! brand name intervention! price allergens strains");

    public static readonly ObjectShape Price = new("price", "amount! currency! asOf");

    public static readonly ObjectShape Test = new("test", "name! profile! expect");

    public static readonly ObjectShape Expectation = new("expectation", "scores band triage recommended blocked first notSuggested status flags noFlags cautions derived");

    public static readonly ObjectShape ScoreExpectation = new("expected score", "atLeast atMost")
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
