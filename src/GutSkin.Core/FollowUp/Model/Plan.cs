using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// A few suggestions that go well together, in steps with weeks: chosen and scored jointly, with what was left out and why. It holds nothing that the
/// assessment does not suggest. Wellness information: no prescription, and nobody is told to stop a medicine.
/// </summary>
public sealed partial record Plan
{
    /// <summary>The name of the format, <c>gutskin.plan/1</c>.</summary>
    public const string SchemaName = "gutskin.plan/1";

    /// <summary>The name of the format.</summary>
    [JsonPropertyName("schema")]
    public string Schema { get; init; } = SchemaName;

    /// <summary>The culture of its texts; absent = the rule set's own.</summary>
    [JsonPropertyName("culture")]
    public string? Culture { get; init; }

    /// <summary>The person's id; absent where there is none.</summary>
    [JsonPropertyName("profileId")]
    public string? ProfileId { get; init; }

    /// <summary>The day the answers speak for; absent where they name none. Weeks count from the day the plan is begun.</summary>
    [JsonPropertyName("asOf")]
    public DateOnly? AsOf { get; init; }

    /// <summary>The rule set that made it.</summary>
    [JsonPropertyName("ruleSet")]
    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>What it is meant for.</summary>
    [JsonPropertyName("intendedUse")]
    public required IntendedUse IntendedUse { get; init; }

    /// <summary>What it says of itself; never absent.</summary>
    [JsonPropertyName("disclaimer")]
    public required string Disclaimer { get; init; }

    /// <summary>Whether and how soon someone should be seen: before any step.</summary>
    [JsonPropertyName("triage")]
    public required TriageLevel Triage { get; init; }

    /// <summary>Whether every red flag is decided, as far as a person can answer; false is no all-clear.</summary>
    [JsonPropertyName("triageComplete")]
    public required bool TriageComplete { get; init; }

    /// <summary>The effort asked for.</summary>
    [JsonPropertyName("effort")]
    public required Level Effort { get; init; }

    /// <summary>The most steps asked for.</summary>
    [JsonPropertyName("atMost")]
    public required int AtMost { get; init; }

    /// <summary>The weeks from the start of one step to the start of the next.</summary>
    [JsonPropertyName("weeksBetween")]
    public required int WeeksBetween { get; init; }

    /// <summary>Whether all choices were looked at, so that none is better.</summary>
    [JsonPropertyName("exact")]
    public required bool Exact { get; init; }

    /// <summary>
    /// Where not all choices were looked at: the part of what any plan with as many steps of each tier could reach at most that this one reaches for certain, 0 to 1. Absent where it is exact.
    /// </summary>
    [JsonPropertyName("reaches")]
    public double? Reaches { get; init; }

    /// <summary>Whom to see, in the order of the assessment: before any step.</summary>
    [JsonPropertyName("see")]
    public ImmutableArray<PlanEntry> See { get; init; } = [];

    /// <summary>Established care that goes on beside the steps: never dropped, and counted against no budget.</summary>
    [JsonPropertyName("care")]
    public ImmutableArray<PlanStep> Care { get; init; } = [];

    /// <summary>The steps, in the order in which they begin.</summary>
    [JsonPropertyName("steps")]
    public ImmutableArray<PlanStep> Steps { get; init; } = [];

    /// <summary>What to talk about with a doctor or pharmacist, not to start or stop alone.</summary>
    [JsonPropertyName("discuss")]
    public ImmutableArray<PlanEntry> Discuss { get; init; } = [];

    /// <summary>What is done already and is to be kept.</summary>
    [JsonPropertyName("keep")]
    public ImmutableArray<PlanEntry> Keep { get; init; } = [];

    /// <summary>What care and steps together do to every condition whose index they move, in the order of the rule set: by one pass with all of them at once.</summary>
    [JsonPropertyName("effects")]
    public ImmutableArray<PlanEffect> Effects { get; init; } = [];

    /// <summary>What to measure and when, by week.</summary>
    [JsonPropertyName("measures")]
    public ImmutableArray<PlanMeasure> Measures { get; init; } = [];

    /// <summary>What might have been in it and is not, and why; in the order of the assessment.</summary>
    [JsonPropertyName("leftOut")]
    public ImmutableArray<PlanOmission> LeftOut { get; init; } = [];

    /// <summary>The assessment it was made from, for its words; null where it was not made by a service.</summary>
    [JsonIgnore]
    public Assessment? Assessment { get; init; }

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a plan of {Steps.Length} steps");
}

/// <summary>An intervention by name.</summary>
/// <param name="Intervention">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record PlanEntry(
    [property: JsonPropertyName("intervention")] string Intervention,
    [property: JsonPropertyName("name")] string Name)
{
    /// <summary>Which intervention.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Intervention;
}

/// <summary>Something to do, and when.</summary>
public sealed partial record PlanStep
{
    /// <summary>The id of the intervention.</summary>
    [JsonPropertyName("intervention")]
    public required string Intervention { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>1 with a strong recommendation for it, 2 with a conditional one, else 3.</summary>
    [JsonPropertyName("tier")]
    public required int Tier { get; init; }

    /// <summary>How much effort it takes.</summary>
    [JsonPropertyName("effort")]
    public required Level Effort { get; init; }

    /// <summary>The week in which it begins, from 0.</summary>
    [JsonPropertyName("fromWeek")]
    public required int FromWeek { get; init; }

    /// <summary>The week at whose end to look what came of it.</summary>
    [JsonPropertyName("toWeek")]
    public required int ToWeek { get; init; }

    /// <summary>Whether trials say how long it takes; where not, eight weeks are a choice of the plan and no finding.</summary>
    [JsonPropertyName("weeksKnown")]
    public required bool WeeksKnown { get; init; }

    /// <summary>The factors that it moves from what is known.</summary>
    [JsonPropertyName("changes")]
    public ImmutableArray<RecommendationChange> Changes { get; init; } = [];

    /// <summary>Cautions that hold, to read first.</summary>
    [JsonPropertyName("cautions")]
    public ImmutableArray<SafetyFinding> Cautions { get; init; } = [];

    /// <summary>Which intervention.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Intervention;
}

/// <summary>What a plan does to one condition, in log odds and as an index: by the answers alone, no trial.</summary>
/// <param name="Condition">The id of the condition.</param>
/// <param name="Lever">L − L′ with all changes at once; positive = better.</param>
/// <param name="ScoreBefore">The index now.</param>
/// <param name="ScoreAfter">The index with all changes at once, S(L′).</param>
public sealed record PlanEffect(
    [property: JsonPropertyName("condition")] string Condition,
    [property: JsonPropertyName("lever")] double Lever,
    [property: JsonPropertyName("scoreBefore")] double ScoreBefore,
    [property: JsonPropertyName("scoreAfter")] double ScoreAfter)
{
    /// <summary>Which condition, never its numbers.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Condition;
}

/// <summary>What to measure at the end of a week; week 0 is before the first step.</summary>
public sealed partial record PlanMeasure
{
    /// <summary>The week.</summary>
    [JsonPropertyName("week")]
    public required int Week { get; init; }

    /// <summary>The ids of the factors to answer again, ordinally.</summary>
    [JsonPropertyName("factors")]
    public ImmutableArray<string> Factors { get; init; } = [];

    /// <summary>The ids of the instruments that a person fills in alone, for conditions that the person has; ordinally.</summary>
    [JsonPropertyName("instruments")]
    public ImmutableArray<string> Instruments { get; init; } = [];

    /// <summary>The week.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"week {Week}");
}

/// <summary>Something that is not in a plan, and why.</summary>
public sealed partial record PlanOmission
{
    /// <summary>The id of the intervention.</summary>
    [JsonPropertyName("intervention")]
    public required string Intervention { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Why it is not in the plan.</summary>
    [JsonPropertyName("reason")]
    public required PlanReason Reason { get; init; }

    /// <summary>The ids of what is in the plan in its place, or of the safety rules, or of the questions to answer first; ordinally.</summary>
    [JsonPropertyName("because")]
    public ImmutableArray<string> Because { get; init; } = [];

    /// <summary>Which intervention.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Intervention;
}

/// <summary>Why something is not in a plan; the first that fits.</summary>
[JsonConverter(typeof(KebabEnumConverter<PlanReason>))]
public enum PlanReason
{
    /// <summary>Someone has to be seen first.</summary>
    Deferred,

    /// <summary>A contraindication is true.</summary>
    Blocked,

    /// <summary>A published recommendation is against it.</summary>
    AdvisedAgainst,

    /// <summary>Questions have to be answered first.</summary>
    NeedsCheck,

    /// <summary>It is one way of doing something else: of what is in the plan, or of what was considered instead.</summary>
    Variant,

    /// <summary>Something in the plan moves the same factor.</summary>
    SameLever,

    /// <summary>Together with the rest of the plan it would bring about what a safety rule warns of.</summary>
    NotSafeTogether,

    /// <summary>The effort asked for does not suffice for it.</summary>
    Effort,

    /// <summary>Beside the rest of the plan it would add next to nothing.</summary>
    AddsNothing,

    /// <summary>There are no more steps, and the others come first or do more together.</summary>
    Places,
}
