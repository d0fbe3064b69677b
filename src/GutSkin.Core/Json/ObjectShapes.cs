using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The properties of every kind of object in a rule set or profile: what the reader accepts and the JSON Schemas say.</summary>
internal static class ObjectShapes
{
    private const string EffectProperties = "oddsRatio riskRatio hazardRatio smd meanDifference logOdds sd of ci95 basis";

    public static readonly ObjectShape RuleSet = new(
        "rule set", typeof(RuleSet),
        "$schema id! version! title! license authors extends remove intendedUse disclaimer model mechanisms conditions factors "
        + "evidence rules interventions safety screens considered products texts tests");

    public static readonly ObjectShape Dependency = new("dependency", typeof(RuleSetDependency), "id! version");

    public static readonly ObjectShape Removals = new(
        "removal", typeof(RuleSetRemovals),
        "mechanisms conditions factors evidence rules interventions safety screens products");

    public static readonly ObjectShape Model = new("model", typeof(ModelOverrides), "certaintyShrinkage certaintyCap bands");

    public static readonly ObjectShape CertaintyTable = new("certainty table", typeof(Certainty), "high moderate low very-low");

    public static readonly ObjectShape Band = new("band", typeof(Band), "name! below");

    public static readonly ObjectShape Mechanism = new("mechanism", typeof(Mechanism), "id! name! description evidence");

    public static readonly ObjectShape Condition = new("condition", typeof(SkinCondition), "id! kind name! synonyms description codes evidence");

    public static readonly ObjectShape Factor = new(
        "factor", typeof(Factor),
        "id! group kind! choices unit min max reference modifiable acquisition maxAgeDays measurementError conversions name! question "
        + "codes evidence");

    public static readonly ObjectShape Reference = new("reference", typeof(FactorReference), "low high value basis evidence");

    public static readonly ObjectShape MeasurementError = new("measuring error", typeof(MeasurementError), "sd cv");

    public static readonly ObjectShape Conversion = new("conversion", typeof(UnitConversion), "from! multiply! add");

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
        "factor atLeast above atMost below equals in between all any not known concern");

    public static readonly ObjectShape Intervention = new(
        "intervention", typeof(Intervention),
        "id! category! name! summary when changes effects mechanisms dose weeks effort cost sameSafetyAs evidence");

    public static readonly ObjectShape Change = new("change", typeof(FactorChange), "factor! atMost atLeast set");

    public static readonly ObjectShape TrialEffect = new(
        "trial effect", typeof(TrialEffect),
        "condition! " + EffectProperties + " certainty! informational population note evidence");

    public static readonly ObjectShape Safety = new(
        "safety rule", typeof(SafetyRule),
        "id! kind! urgency when! interventions refer message! evidence locked");

    public static readonly ObjectShape Screen = new("screen", typeof(Screen), "id! title! factors! when");

    public static readonly ObjectShape Considered = new("considered entry", typeof(ConsideredEntry), "factor! condition! why! evidence");

    public static readonly ObjectShape Product = new("product", typeof(Product), "id! brand name intervention! price allergens strains");

    public static readonly ObjectShape Price = new("price", typeof(Price), "amount! currency! asOf");

    public static readonly ObjectShape Test = new("test", typeof(RuleSetTest), "name! profile! expect");

    public static readonly ObjectShape Expectation = new("expectation", typeof(RuleSetTest), "scores band triage recommended blocked");

    public static readonly ObjectShape ScoreExpectation = new("expected score", typeof(ScoreExpectation), "atLeast atMost");

    public static readonly ObjectShape Profile = new("profile", typeof(PersonProfile), "$schema id asOf concerns screened observations");

    public static readonly ObjectShape ScreenAnswer = new("screen answer", typeof(ScreenAnswer), "id! on");

    public static readonly ObjectShape Observation = new("observation", typeof(Observation), "value unit on source declined");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ObjectShape> All =>
    [
        RuleSet, Dependency, Removals, Model, CertaintyTable, Band, Mechanism, Condition, Factor, Reference, MeasurementError, Conversion, Evidence,
        Rule, Effect, Gate, Intervention, Change, TrialEffect, Safety, Screen, Considered, Product, Price, Test, Expectation, ScoreExpectation,
        Profile, ScreenAnswer, Observation,
    ];
}
