using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The properties of every kind of object in a rule set or profile: what the reader accepts and the JSON Schemas say.</summary>
internal static class ObjectShapes
{
    private const string EffectProperties = "oddsRatio riskRatio hazardRatio smd meanDifference logOdds sd of ci95 basis";

    public static ObjectShape RuleSet { get; } = new(
        "rule set", typeof(RuleSet),
        "$schema id! version! title! license authors extends remove intendedUse disclaimer model mechanisms conditions factors "
        + "evidence rules interventions safety screens considered products texts tests");

    public static ObjectShape Dependency { get; } = new("dependency", typeof(RuleSetDependency), "id! version");

    public static ObjectShape Removals { get; } = new(
        "removal", typeof(RuleSetRemovals),
        "mechanisms conditions factors evidence rules interventions safety screens products");

    public static ObjectShape Model { get; } = new("model", typeof(ModelOverrides), "certaintyShrinkage certaintyCap bands");

    public static ObjectShape CertaintyTable { get; } = new("certainty table", typeof(Certainty), "high moderate low very-low");

    public static ObjectShape Band { get; } = new("band", typeof(Band), "name! below");

    public static ObjectShape Mechanism { get; } = new("mechanism", typeof(Mechanism), "id! name! description evidence");

    public static ObjectShape Condition { get; } = new("condition", typeof(SkinCondition), "id! kind name! synonyms description codes evidence");

    public static ObjectShape Factor { get; } = new(
        "factor", typeof(Factor),
        "id! group kind! choices unit min max reference modifiable acquisition maxAgeDays measurementError conversions name! question "
        + "codes evidence");

    public static ObjectShape Reference { get; } = new("reference", typeof(FactorReference), "low high value basis evidence");

    public static ObjectShape MeasurementError { get; } = new("measuring error", typeof(MeasurementError), "sd cv");

    public static ObjectShape Conversion { get; } = new("conversion", typeof(UnitConversion), "from! multiply! add");

    public static ObjectShape Evidence { get; } = new(
        "evidence entry", typeof(Evidence),
        "id! authors title! journal year doi pmid design population n finding");

    public static ObjectShape Rule { get; } = new(
        "rule", typeof(ScoringRule),
        "id! condition! title! when factor curve levels effect! certainty! mechanisms overlap role informational evidence "
        + "contradictedBy population rationale misuse lifecycle reviewedOn");

    public static ObjectShape Effect { get; } = new("effect", typeof(Effect), EffectProperties);

    public static ObjectShape Gate { get; } = new(
        "gate", typeof(Gate),
        "factor atLeast above atMost below equals in between all any not known concern");

    public static ObjectShape Intervention { get; } = new(
        "intervention", typeof(Intervention),
        "id! category! name! summary when changes effects mechanisms dose weeks effort cost sameSafetyAs evidence");

    public static ObjectShape Change { get; } = new("change", typeof(FactorChange), "factor! atMost atLeast set");

    public static ObjectShape TrialEffect { get; } = new(
        "trial effect", typeof(TrialEffect),
        "condition! " + EffectProperties + " certainty! informational population note evidence");

    public static ObjectShape Safety { get; } = new(
        "safety rule", typeof(SafetyRule),
        "id! kind! urgency when! interventions refer message! evidence locked");

    public static ObjectShape Screen { get; } = new("screen", typeof(Screen), "id! title! factors! when");

    public static ObjectShape Considered { get; } = new("considered entry", typeof(ConsideredEntry), "factor! condition! why! evidence");

    public static ObjectShape Product { get; } = new("product", typeof(Product), "id! brand name intervention! price allergens strains");

    public static ObjectShape Price { get; } = new("price", typeof(Price), "amount! currency! asOf");

    public static ObjectShape Test { get; } = new("test", typeof(RuleSetTest), "name! profile! expect");

    public static ObjectShape Expectation { get; } = new("expectation", typeof(RuleSetTest), "scores band triage recommended blocked");

    public static ObjectShape ScoreExpectation { get; } = new("expected score", typeof(ScoreExpectation), "atLeast atMost");

    public static ObjectShape Profile { get; } = new("profile", typeof(PersonProfile), "$schema id asOf concerns screened observations");

    public static ObjectShape ScreenAnswer { get; } = new("screen answer", typeof(ScreenAnswer), "id! on");

    public static ObjectShape Observation { get; } = new("observation", typeof(Observation), "value unit on source declined");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ObjectShape> All =>
    [
        RuleSet, Dependency, Removals, Model, CertaintyTable, Band, Mechanism, Condition, Factor, Reference, MeasurementError, Conversion, Evidence,
        Rule, Effect, Gate, Intervention, Change, TrialEffect, Safety, Screen, Considered, Product, Price, Test, Expectation, ScoreExpectation,
        Profile, ScreenAnswer, Observation,
    ];
}
