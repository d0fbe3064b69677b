using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Something worth asking next, with all that a page needs to ask it.</summary>
public sealed record NextQuestion
{
    /// <summary>The id of the factor; absent for a screen.</summary>
    public string? Factor { get; init; }

    /// <summary>The id of the screen; absent for a single factor.</summary>
    public string? Screen { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Question { get; init; }

    /// <summary>Why it is asked.</summary>
    public required QuestionReason Reason { get; init; }

    /// <summary>How much the answer could narrow the scores, in log odds, unweighted.</summary>
    public required double Gain { get; init; }

    /// <summary><c>number</c>, <c>integer</c>, <c>boolean</c>, <c>choice</c> or <c>screen</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The choices of a choice factor; empty for the others.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The unit of a number; absent where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least allowed value; absent = unbounded.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest allowed value; absent = unbounded.</summary>
    public double? Max { get; init; }

    /// <summary>The lines of a screen still to be answered; empty for the others.</summary>
    public ImmutableArray<QuestionItem> Items { get; init; } = [];

    /// <summary>The ids of the red flags and interventions the answer decides about; empty where the reason is the score.</summary>
    public ImmutableArray<string> Decides { get; init; } = [];
}

/// <summary>One line of a screen.</summary>
/// <param name="Factor">The id of the yes/no factor.</param>
/// <param name="Question">What a person reads.</param>
public sealed record QuestionItem(string Factor, string Question);

/// <summary>Why something is asked.</summary>
public enum QuestionReason
{
    /// <summary>The answer would narrow a score.</summary>
    Score,

    /// <summary>The answer decides a red flag, or what is safe to suggest.</summary>
    Safety,
}
