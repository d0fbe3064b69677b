namespace GutSkin.Core;

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
