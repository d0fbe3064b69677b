using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core;

namespace GutSkin.Samples.AssistantTools;

/// <summary>What every answer begins and ends with: what is urgent, and what this is not.</summary>
public abstract record Answer
{
    /// <summary>Who should be seen, and how soon, most urgent first.</summary>
    [JsonPropertyOrder(-2)]
    public required IReadOnlyList<Urgent> Urgent { get; init; }

    /// <summary>Whether every sign that needs a doctor was asked about: false is no all-clear.</summary>
    [JsonPropertyOrder(-1)]
    public required bool TriageComplete { get; init; }

    /// <summary>What it says of itself.</summary>
    [JsonPropertyOrder(99)]
    public required string Disclaimer { get; init; }
}

/// <summary>A red flag.</summary>
public sealed record Urgent(string HowSoon, string Message, string Rule);

/// <summary>The next page to ask.</summary>
public sealed record NextQuestionAnswer : Answer
{
    /// <summary>The page; null when nothing is left.</summary>
    public Page? Page { get; init; }

    /// <summary>Whether enough is known.</summary>
    public required bool Enough { get; init; }

    /// <summary>Whether nothing is left at all.</summary>
    public required bool Full { get; init; }
}

/// <summary>A page: a screen is answered line by line with true or false.</summary>
public sealed record Page(string Id, string Kind, string Title, string Why, IReadOnlyList<Item> Items);

/// <summary>An item of a page.</summary>
public sealed record Item(string Id, string Question, string? Hint, string Kind, IReadOnlyList<Choice> Choices, string? Unit, double? Min, double? Max);

/// <summary>A choice of an item.</summary>
public sealed record Choice(string Id, string Label);

/// <summary>An assessment, as far as a conversation needs it.</summary>
public sealed record AssessAnswer : Answer
{
    /// <summary>The indices of what it is about.</summary>
    public required IReadOnlyList<Index> Indices { get; init; }

    /// <summary>What is suggested.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>What waits for answers, by id.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>The page a person keeps.</summary>
    public required string FirstPage { get; init; }

    /// <summary>Which rules it was made by.</summary>
    public required string RuleSet { get; init; }
}

/// <summary>An index from 0 to 100, no probability; where it is not settled only the range may be told.</summary>
public sealed record Index(string Condition, string Name, double? Score, double Low, double High, bool Settled, string? Band);

/// <summary>Something worth trying.</summary>
public sealed record Suggestion(string Id, string Name, string Status, string? Certainty, string Effort, string? Summary, IReadOnlyList<string> Cautions, IReadOnlyList<string> Evidence);

/// <summary>Why.</summary>
public sealed record ExplainAnswer : Answer
{
    /// <summary>The explanation, line by line.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The sources.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }
}

/// <summary>What another answer would make of the indices.</summary>
public sealed record WhatIfAnswer : Answer
{
    /// <summary>Before and after.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }
}

/// <summary>An index before and after.</summary>
public sealed record Change(string Condition, string Name, Index Now, Index Then);

/// <summary>What lint and tests say of a rule set.</summary>
public sealed record LintAnswer : Answer
{
    /// <summary>Whether there is no error.</summary>
    public required bool Sound { get; init; }

    /// <summary>What is wrong, each with its place.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>How many of its own tests pass, in words.</summary>
    public string? Tests { get; init; }
}

/// <summary>How arguments and answers are written.</summary>
internal static class ToolJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A documented word of an enumeration.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, Options).GetString() ?? value.ToString();
}
