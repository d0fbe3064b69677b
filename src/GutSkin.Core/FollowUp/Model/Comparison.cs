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
