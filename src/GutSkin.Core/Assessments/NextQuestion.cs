using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>Something worth asking next (scoring model, section 8): a page can be drawn from it alone.</summary>
/// <example>
/// <code>
/// var question = ScoringService.Default.Assess(PersonProfile.Create().Build()).NextQuestions[0];
/// Console.WriteLine(question.Title);
/// foreach (var item in question.Items)
///     Console.WriteLine($"  {item.Question} {string.Join(" / ", item.Choices.Select(c =&gt; c.Label))}");
/// </code>
/// </example>
public sealed record NextQuestion
{
    /// <summary>The id of the factor, screen or form.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Whether a factor, a screen or a form is asked.</summary>
    [JsonPropertyName("asks")]
    public required QuestionKind Asks { get; init; }

    /// <summary>What stands above it, in the language of the assessment.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Why it is asked: the first reason that holds.</summary>
    [JsonPropertyName("reason")]
    public required QuestionReason Reason { get; init; }

    /// <summary>How much the answers could narrow the scores advised on, in log odds: the sum over what it covers.</summary>
    [JsonPropertyName("gain")]
    public required double Gain { get; init; }

    /// <summary>The ids of the factors that its answers help to work out, each once, ordinally.</summary>
    [JsonPropertyName("fills")]
    public ImmutableArray<string> Fills { get; init; } = [];

    /// <summary>The ids of the red flags and interventions that the answers decide about, each once, ordinally.</summary>
    [JsonPropertyName("decides")]
    public ImmutableArray<string> Decides { get; init; } = [];

    /// <summary>What is to be answered, in the order of the page.</summary>
    [JsonPropertyName("items")]
    public ImmutableArray<QuestionItem> Items { get; init; } = [];

    /// <summary>The place of its reason in the order of the scoring model, from 1.</summary>
    internal int Place { get; init; }
}

/// <summary>One answer that a question asks for.</summary>
public sealed record QuestionItem
{
    /// <summary>The id of the factor.</summary>
    [JsonPropertyName("factor")]
    public required string Factor { get; init; }

    /// <summary>What a person reads; the name of the factor where it has no question.</summary>
    [JsonPropertyName("question")]
    public required string Question { get; init; }

    /// <summary>What helps to answer it; absent where nothing has to be said.</summary>
    [JsonPropertyName("hint")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hint { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    [JsonPropertyName("kind")]
    [JsonConverter(typeof(KebabEnumConverter<FactorKind>))]
    public required FactorKind Kind { get; init; }

    /// <summary>The choices of a choice factor with their labels, in order; empty for the others.</summary>
    [JsonPropertyName("choices")]
    public ImmutableArray<QuestionChoice> Choices { get; init; } = [];

    /// <summary>The unit of a number, in UCUM spelling; absent where it has none.</summary>
    [JsonPropertyName("unit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>The unit as it is said after a number, "servings a day"; absent where nothing is said.</summary>
    [JsonPropertyName("unitLabel")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UnitLabel { get; init; }

    /// <summary>The least allowed value, in <see cref="Unit"/>; absent = unbounded.</summary>
    [JsonPropertyName("min")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Min { get; init; }

    /// <summary>The greatest allowed value, in <see cref="Unit"/>; absent = unbounded.</summary>
    [JsonPropertyName("max")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Max { get; init; }
}

/// <summary>A choice of an item.</summary>
/// <param name="Id">The id of the choice.</param>
/// <param name="Label">What a person reads.</param>
public sealed record QuestionChoice([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("label")] string Label);

/// <summary>A measurement or laboratory test that would narrow or decide something.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Gain">How much it could narrow the scores advised on, in log odds.</param>
public sealed record UsefulTest(
    [property: JsonPropertyName("factor")] string Factor,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("gain")] double Gain);

/// <summary>What is asked.</summary>
[JsonConverter(typeof(KebabEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>One factor.</summary>
    Factor,

    /// <summary>Yes/no factors together: "none of these" is one tap.</summary>
    Screen,

    /// <summary>The items of a form.</summary>
    Form,
}

/// <summary>Why something is asked; <see cref="Score"/> has two places in the order, before <see cref="Safety"/> and last.</summary>
[JsonConverter(typeof(KebabEnumConverter<QuestionReason>))]
public enum QuestionReason
{
    /// <summary>It decides a red flag that needs care today.</summary>
    Urgent,

    /// <summary>It says whether the person has a condition they name.</summary>
    Concern,

    /// <summary>It decides a red flag that a doctor should see within about two weeks.</summary>
    Soon,

    /// <summary>It narrows a score.</summary>
    Score,

    /// <summary>It decides another red flag, or what is safe to suggest.</summary>
    Safety,

    /// <summary>It decides whether published advice, or a trial, speaks for this person.</summary>
    Advice,

    /// <summary>It belongs to the full picture.</summary>
    Core,

    /// <summary>It decides a caution of something recommended.</summary>
    Caution,
}
