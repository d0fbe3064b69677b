using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// What a rule set says of a profile: immutable, and explains itself. Wellness information: an index, no probability, no diagnosis.
/// </summary>
/// <example>
/// <code>
/// var assessment = ScoringService.Default.Assess(PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.Milk, 2).Build());
/// foreach (var flag in assessment.Triage.Flags)                   // whom to see comes first
///     Console.WriteLine($"{flag.Urgency}: {flag.Message}");
/// if (assessment.Condition(SkinConditions.AcneVulgaris) is { Score: { } score, Interval: { } interval })
///     Console.WriteLine($"{score:0} of 100, between {interval.Low:0} and {interval.High:0}");
/// foreach (var suggestion in assessment.Recommendations.Where(r =&gt; r.IsSuggested))
///     Console.WriteLine($"{suggestion.Name} ({suggestion.Effort} effort)");
/// Console.WriteLine(assessment.Disclaimer);
/// </code>
/// </example>
public sealed record Assessment
{
    /// <summary>The name of the format, <c>gutskin.assessment/1</c>.</summary>
    public const string SchemaName = "gutskin.assessment/1";

    /// <summary>The version of the scoring engine.</summary>
    public const string EngineVersion = "1.0.0";

    /// <summary>The name of the format.</summary>
    [JsonPropertyName("schema")]
    public string Schema { get; init; } = SchemaName;

    /// <summary>The culture of its texts, as it was asked for; absent = the rule set's own.</summary>
    [JsonPropertyName("culture")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Culture { get; init; }

    /// <summary>The profile's id; absent where it has none.</summary>
    [JsonPropertyName("profileId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProfileId { get; init; }

    /// <summary>The day the profile speaks for; absent where it names none.</summary>
    [JsonPropertyName("asOf")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AsOf { get; init; }

    /// <summary>The version of the engine that made it.</summary>
    [JsonPropertyName("engine")]
    public string Engine { get; init; } = EngineVersion;

    /// <summary>The rule set that made it.</summary>
    [JsonPropertyName("ruleSet")]
    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>What it is meant for.</summary>
    [JsonPropertyName("intendedUse")]
    public required IntendedUse IntendedUse { get; init; }

    /// <summary>What it says of itself; never absent.</summary>
    [JsonPropertyName("disclaimer")]
    public required string Disclaimer { get; init; }

    /// <summary>Whether and how soon someone should be seen.</summary>
    [JsonPropertyName("triage")]
    public required Triage Triage { get; init; }

    /// <summary>All conditions and states, the greatest index first, then by id; last those without an index, by id.</summary>
    [JsonPropertyName("conditions")]
    public ImmutableArray<ConditionScore> Conditions { get; init; } = [];

    /// <summary>The factors that derivations filled from other answers, by factor id.</summary>
    [JsonPropertyName("derived")]
    public ImmutableArray<Derived> Derived { get; init; } = [];

    /// <summary>What a person could change, the most effective first.</summary>
    [JsonPropertyName("levers")]
    public ImmutableArray<Lever> Levers { get; init; } = [];

    /// <summary>All interventions that are meant for this person, with what can be said of each.</summary>
    [JsonPropertyName("recommendations")]
    public ImmutableArray<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Whether nothing is left to ask that would decide what is urgent, soon or safe, or change a score much.</summary>
    [JsonPropertyName("enough")]
    public required bool Enough { get; init; }

    /// <summary>Whether nothing is left to ask, besides, that would change the advice or belongs to the full picture.</summary>
    [JsonPropertyName("full")]
    public required bool Full { get; init; }

    /// <summary>What to ask next, in the order of the scoring model, section 8; at most 12.</summary>
    [JsonPropertyName("nextQuestions")]
    public ImmutableArray<NextQuestion> NextQuestions { get; init; } = [];

    /// <summary>Measurements that would decide or narrow something, the most useful first; at most 6.</summary>
    [JsonPropertyName("tests")]
    public ImmutableArray<UsefulTest> Tests { get; init; } = [];

    /// <summary>The ids of the yes/no factors that do not apply to this person, and count as no, ordinally.</summary>
    [JsonPropertyName("inapplicable")]
    public ImmutableArray<string> Inapplicable { get; init; } = [];

    /// <summary>What to know about how it was made, by code, then by the id they name.</summary>
    [JsonPropertyName("notices")]
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The rule set itself, for titles and sources; null for an assessment read from JSON.</summary>
    [JsonIgnore]
    public ResolvedRuleSet? Knowledge { get; init; }

    /// <summary>The language that reports and explanations speak; null = the built-in one of <see cref="Culture"/>, else English.</summary>
    [JsonIgnore]
    public WordTable? Words { get; init; }

    /// <summary>
    /// Earlier assessments of the person, in any order: a report shows those by the same rule set and of an earlier day as a course over time. Never written.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<Assessment> Earlier { get; init; } = [];

    /// <summary>What instruments measured: a report shows it beside the indices, and nothing mixes it with them. Never written.</summary>
    [JsonIgnore]
    public ImmutableArray<MeasuredSeverity> Measured { get; init; } = [];

    /// <summary>The answers it was made from; null for an assessment read from JSON. Never written.</summary>
    [JsonIgnore]
    internal PersonProfile? Source { get; init; }

    /// <summary>The score of a condition.</summary>
    /// <param name="id">The id of the condition.</param>
    /// <returns>The score; null where the rule set has no such condition.</returns>
    public ConditionScore? Condition(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Conditions.FirstOrDefault(c => c.Id == id);
    }

    /// <summary>What can be said of an intervention.</summary>
    /// <param name="id">The id of the intervention.</param>
    /// <returns>The recommendation; null where the intervention is not meant for this person or does not exist.</returns>
    public Recommendation? Recommendation(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Recommendations.FirstOrDefault(r => r.Intervention == id);
    }

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"Assessment by {RuleSet.Id} {RuleSet.Version}";
}

/// <summary>Which rule set made an assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its canonical JSON, the rules written as classes included.</param>
public sealed record RuleSetIdentity(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    /// <summary>The rules that classes compute, by id; absent where there are none. Without the same classes nobody can score the same again.</summary>
    [JsonPropertyName("classes")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RuleClassIdentity>? Classes { get; init; }
}

/// <summary>A factor that a derivation filled, because the person gave no answer of their own (scoring model, section 1).</summary>
public sealed record Derived
{
    /// <summary>The id of the factor.</summary>
    [JsonPropertyName("factor")]
    public required string Factor { get; init; }

    /// <summary>Its value, in the factor's unit, not rounded to a whole number.</summary>
    [JsonPropertyName("value")]
    public required double Value { get; init; }

    /// <summary>How far it may be from the true one: one standard deviation, in the factor's unit; absent where that is not modeled.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Error { get; init; }

    /// <summary>Whether it is what the person counted, or an expected value, shown with "about".</summary>
    [JsonPropertyName("standing")]
    [JsonConverter(typeof(KebabEnumConverter<DerivationStanding>))]
    public required DerivationStanding Standing { get; init; }

    /// <summary>The id of the derivation.</summary>
    [JsonPropertyName("derivation")]
    public required string Derivation { get; init; }

    /// <summary>The ids of the factors it was worked out from, ordinally.</summary>
    [JsonPropertyName("items")]
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>Something to know about how an assessment was made.</summary>
public sealed record Notice
{
    /// <summary>A stable code.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>What it says.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The id of the factor it is about; absent where it is about none.</summary>
    [JsonPropertyName("factor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Factor { get; init; }

    /// <summary>The id of the screen it is about; absent where it is about none.</summary>
    [JsonPropertyName("screen")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Screen { get; init; }

    /// <summary>The id of the safety rule it is about; absent where it is about none.</summary>
    [JsonPropertyName("rule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>The id of the derivation it is about; absent where it is about none.</summary>
    [JsonPropertyName("derivation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Derivation { get; init; }
}

/// <summary>How an assessment is made. No option changes a score or a safety finding.</summary>
public sealed record AssessmentOptions
{
    /// <summary>The defaults: unknown factors are errors, texts in the rule set's own language.</summary>
    public static AssessmentOptions Default { get; } = new();

    /// <summary>Turns unknown factors of a profile into notices. Default: false.</summary>
    public bool IgnoreUnknownFactors { get; init; }

    /// <summary>
    /// The culture of names, messages, questions, reports and explanations, for example <c>de</c>. <c>de-AT</c> finds <c>de</c>;
    /// one that nobody speaks is a notice (<c>unspoken-culture</c>). Default: null, the rule set's own texts and English.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>Lists all questions, not only the first twelve: a consultation passes over those that were put aside.</summary>
    internal bool AllQuestions { get; init; }
}
