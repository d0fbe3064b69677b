using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// What a rule set says of a profile: immutable, and explains itself. Wellness information: an index, no probability, no diagnosis.
/// </summary>
public sealed record Assessment
{
    /// <summary>The name of the format, <c>gutskin.assessment/1</c>.</summary>
    public const string SchemaName = "gutskin.assessment/1";

    /// <summary>The version of the scoring engine.</summary>
    public const string EngineVersion = "1.0.0";

    /// <summary>The name of the format.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>The profile's id; absent where it has none.</summary>
    public string? ProfileId { get; init; }

    /// <summary>The day the profile speaks for; absent where it names none.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The culture of its texts; absent = the rule set's own.</summary>
    public string? Culture { get; init; }

    /// <summary>The version of the engine that made it.</summary>
    public string Engine { get; init; } = EngineVersion;

    /// <summary>The rule set that made it.</summary>
    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>What it is meant for.</summary>
    public required IntendedUse IntendedUse { get; init; }

    /// <summary>What it says of itself; never absent.</summary>
    public required string Disclaimer { get; init; }

    /// <summary>Whether and how soon someone should be seen.</summary>
    public required Triage Triage { get; init; }

    /// <summary>All conditions and states, the greatest index first, then by id.</summary>
    public ImmutableArray<ConditionScore> Conditions { get; init; } = [];

    /// <summary>What a person could change, the most effective first.</summary>
    public ImmutableArray<Lever> Levers { get; init; } = [];

    /// <summary>All interventions that are meant for this person, with what can be said of each.</summary>
    public ImmutableArray<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Whether asking on would hardly change anything.</summary>
    public required bool Enough { get; init; }

    /// <summary>What to ask next, the most useful first; at most 12.</summary>
    public ImmutableArray<NextQuestion> NextQuestions { get; init; } = [];

    /// <summary>What to know about how it was made.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The rule set itself, for titles and sources; null for an assessment read from JSON.</summary>
    [JsonIgnore]
    public ResolvedRuleSet? Knowledge { get; init; }

    /// <summary>The language that reports and explanations speak; null = the built-in one of <see cref="Culture"/>, else English.</summary>
    [JsonIgnore]
    public WordTable? Words { get; init; }

    /// <summary>The score of a condition.</summary>
    /// <param name="id">The id of the condition.</param>
    /// <returns>The score; null where the rule set has no such condition.</returns>
    public ConditionScore? Condition(string id) => Conditions.FirstOrDefault(c => c.Id == id);

    /// <summary>What can be said of an intervention.</summary>
    /// <param name="id">The id of the intervention.</param>
    /// <returns>The recommendation; null where the intervention is not meant for this person or does not exist.</returns>
    public Recommendation? Recommendation(string id) => Recommendations.FirstOrDefault(r => r.Intervention == id);

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"Assessment by {RuleSet.Id} {RuleSet.Version}";
}

/// <summary>Which rule set made an assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its canonical JSON, the rules written as classes included.</param>
public sealed record RuleSetIdentity(string Id, string Version, string Sha256)
{
    /// <summary>The rules that classes compute, by id; absent where there are none. Without the same classes nobody can score the same again.</summary>
    public ImmutableArray<RuleClassIdentity>? Classes { get; init; }
}

/// <summary>Something to know about how an assessment was made.</summary>
public sealed record Notice
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it says.</summary>
    public required string Message { get; init; }

    /// <summary>The id of the factor it is about; absent where it is about none.</summary>
    public string? Factor { get; init; }
}
