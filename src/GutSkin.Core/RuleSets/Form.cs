using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>Questions that are asked together, on one page, in this order.</summary>
[JsonConverter(typeof(FormConverter))]
public sealed partial record Form
{
    /// <summary>The id, for example <c>food</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The heading above the questions.</summary>
    public required string Title { get; init; }

    /// <summary>The ids of the factors asked for, in order.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>Id and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title}";
}

/// <summary>Yes/no factors asked together; "none of these" is one tap.</summary>
[JsonConverter(typeof(ScreenConverter))]
public sealed partial record Screen
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The question above the list.</summary>
    public required string Title { get; init; }

    /// <summary>The ids of the factors, in order.</summary>
    public required ImmutableArray<string> Factors { get; init; }

    /// <summary>Not asked where this is false; absent = always asked. Answered, it still counts.</summary>
    public Gate? When { get; init; }

    /// <summary>Id and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title}";
}
