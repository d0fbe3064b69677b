using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// Two assessments of one person by one rule set, side by side: what was answered differently, which rules moved an index and by how much,
/// what only became known, safety findings that are new or gone, and suggestions taken up. An index that fell is no proof that anything
/// got better: what was measured stands beside it (<see cref="Severity"/>) and is never mixed with it.
/// </summary>
public sealed partial record Comparison
{
    /// <summary>The name of the format, <c>gutskin.comparison/1</c>.</summary>
    public const string SchemaName = "gutskin.comparison/1";

    /// <summary>The name of the format.</summary>
    [JsonPropertyName("schema")]
    public string Schema { get; init; } = SchemaName;

    /// <summary>The culture of its texts; absent = the rule set's own.</summary>
    [JsonPropertyName("culture")]
    public string? Culture { get; init; }

    /// <summary>The person's id; absent where neither side has one.</summary>
    [JsonPropertyName("profileId")]
    public string? ProfileId { get; init; }

    /// <summary>The day of the earlier one; absent where it names none.</summary>
    [JsonPropertyName("asOfBefore")]
    public DateOnly? AsOfBefore { get; init; }

    /// <summary>The day of the later one; absent where it names none.</summary>
    [JsonPropertyName("asOfAfter")]
    public DateOnly? AsOfAfter { get; init; }

    /// <summary>The days between the two; absent where a day is not known.</summary>
    [JsonPropertyName("days")]
    public int? Days { get; init; }

    /// <summary>The rule set that made both.</summary>
    [JsonPropertyName("ruleSet")]
    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>What it is meant for.</summary>
    [JsonPropertyName("intendedUse")]
    public required IntendedUse IntendedUse { get; init; }

    /// <summary>What it says of itself; never absent.</summary>
    [JsonPropertyName("disclaimer")]
    public required string Disclaimer { get; init; }

    /// <summary>Whether and how soon someone should have been seen.</summary>
    [JsonPropertyName("triageBefore")]
    public required TriageLevel TriageBefore { get; init; }

    /// <summary>Whether and how soon someone should be seen.</summary>
    [JsonPropertyName("triageAfter")]
    public required TriageLevel TriageAfter { get; init; }

    /// <summary>Whether every red flag is decided now, as far as a person can answer; false is no all-clear.</summary>
    [JsonPropertyName("triageComplete")]
    public required bool TriageComplete { get; init; }

    /// <summary>Red flags, contraindications and cautions whose state differs: red flags by urgency first, then by id.</summary>
    [JsonPropertyName("safety")]
    public ImmutableArray<SafetyChange> Safety { get; init; } = [];

    /// <summary>Measured severity, by condition, then instrument: beside the indices, never mixed with them.</summary>
    [JsonPropertyName("severity")]
    public ImmutableArray<SeverityChange> Severity { get; init; } = [];

    /// <summary>All conditions and states, in the order of the rule set.</summary>
    [JsonPropertyName("conditions")]
    public ImmutableArray<ConditionChange> Conditions { get; init; } = [];

    /// <summary>The answers that differ, by factor id. Of two assessments without their profiles: those that an assessment shows.</summary>
    [JsonPropertyName("answers")]
    public ImmutableArray<AnswerChange> Answers { get; init; } = [];

    /// <summary>The suggestions of which something else can be said now, by kind, then id.</summary>
    [JsonPropertyName("suggestions")]
    public ImmutableArray<SuggestionChange> Suggestions { get; init; } = [];

    /// <summary>
    /// What to know about it, by code: <c>no-id</c> (nothing says that both are one person's), <c>no-date</c> (nothing says which is earlier),
    /// <c>concerns-differ</c>, <c>only-shown-answers</c> (made of assessments: answers that they do not show are not compared).
    /// </summary>
    [JsonPropertyName("notices")]
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The rule set itself, for names.</summary>
    [JsonIgnore]
    public ResolvedRuleSet? Knowledge { get; internal init; }

    /// <summary>The language that its report speaks; null = the built-in one of <see cref="Culture"/>, else English.</summary>
    [JsonIgnore]
    public WordTable? Words { get; internal init; }

    /// <summary>What changed of a condition.</summary>
    /// <param name="id">The id of the condition.</param>
    /// <returns>The change; null where the rule set has no such condition.</returns>
    public ConditionChange? Condition(string id) => Conditions.FirstOrDefault(c => c.Id == id);

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a comparison of {Conditions.Length} conditions");
}

/// <summary>How two assessments are compared.</summary>
public sealed partial record ComparisonOptions
{
    /// <summary>The defaults: nothing measured.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>How profiles are assessed.</summary>
    public AssessmentOptions Assessing { get; init; } = AssessmentOptions.Default;

    /// <summary>What instruments measured at both times, see <see cref="SeverityChange.Of"/>; shown beside the indices.</summary>
    public ImmutableArray<SeverityChange> Severity { get; init; } = [];
}

/// <summary>An answer that is not what it was.</summary>
public sealed record AnswerChange
{
    /// <summary>The id of the factor.</summary>
    [JsonPropertyName("factor")]
    public required string Factor { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Changed, newly known, or known no longer.</summary>
    [JsonPropertyName("kind")]
    public required AnswerChangeKind Kind { get; init; }

    /// <summary>The answer before, in the factor's unit; absent where it was not known.</summary>
    [JsonPropertyName("from")]
    public FactorValue? From { get; init; }

    /// <summary>The answer now; absent where it is not known.</summary>
    [JsonPropertyName("to")]
    public FactorValue? To { get; init; }

    /// <summary>The derivation that gave it before; absent where it was the person's own answer.</summary>
    [JsonPropertyName("derivedBefore")]
    public string? DerivedBefore { get; init; }

    /// <summary>The derivation that gives it now; absent where it is the person's own answer.</summary>
    [JsonPropertyName("derivedAfter")]
    public string? DerivedAfter { get; init; }

    /// <summary>
    /// The smallest difference of two measurements that is more than measurement error, 1.96 × √(e₁² + e₂²) with the errors of both; with one error e it is
    /// the minimal detectable change 1.96 × √2 × e. Absent where no error is modeled. References: Bland JM, Altman DG, Lancet 1986;1:307-310; Weir JP, J Strength Cond Res 2005;19:231-240.
    /// </summary>
    [JsonPropertyName("detectable")]
    public double? Detectable { get; init; }

    /// <summary>Whether a change is no greater than <see cref="Detectable"/>: two measurements of the same may differ as much. Absent where that cannot be said.</summary>
    [JsonPropertyName("withinError")]
    public bool? WithinError { get; init; }

    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>How an answer differs.</summary>
[JsonConverter(typeof(KebabEnumConverter<AnswerChangeKind>))]
public enum AnswerChangeKind
{
    /// <summary>Known both times, and another.</summary>
    Changed,

    /// <summary>Not known before.</summary>
    BecameKnown,

    /// <summary>Not known now: no longer answered, declined, or too old.</summary>
    KnownNoLonger,
}

/// <summary>A safety rule of which something else is known than before.</summary>
public sealed record SafetyChange
{
    /// <summary>The id of the safety rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Red flag, contraindication or caution.</summary>
    [JsonPropertyName("kind")]
    public required SafetyKind Kind { get; init; }

    /// <summary>How soon someone should be seen; of a red flag only.</summary>
    [JsonPropertyName("urgency")]
    public Urgency? Urgency { get; init; }

    /// <summary>What was known before.</summary>
    [JsonPropertyName("before")]
    public required FindingState Before { get; init; }

    /// <summary>What is known now.</summary>
    [JsonPropertyName("after")]
    public required FindingState After { get; init; }

    /// <summary>What a person reads; absent where no assessment shows it.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Whether it holds now and was not known to hold before.</summary>
    [JsonIgnore]
    public bool IsNew => After == FindingState.Holds;

    /// <summary>Whether it held before and the answers say now that it does not.</summary>
    [JsonIgnore]
    public bool IsResolved => Before == FindingState.Holds && After == FindingState.No;

    /// <summary>Which rule.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Rule;
}

/// <summary>What is known of a safety rule.</summary>
[JsonConverter(typeof(KebabEnumConverter<FindingState>))]
public enum FindingState
{
    /// <summary>It does not hold, or (of a contraindication or caution) reaches nothing that is meant for this person.</summary>
    No,

    /// <summary>What is known does not decide it; unknown is never safe.</summary>
    Open,

    /// <summary>It holds.</summary>
    Holds,
}
