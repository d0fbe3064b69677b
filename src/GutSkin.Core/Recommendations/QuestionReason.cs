namespace GutSkin.Core;

/// <summary>Why something is asked.</summary>
public enum QuestionReason
{
    /// <summary>The answer would narrow a score.</summary>
    Score,

    /// <summary>The answer decides a red flag, or what is safe to suggest.</summary>
    Safety,
}
