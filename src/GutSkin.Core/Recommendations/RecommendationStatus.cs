namespace GutSkin.Core;

/// <summary>What can be said of an intervention for this person.</summary>
public enum RecommendationStatus
{
    /// <summary>Worth trying; nothing known speaks against it.</summary>
    Recommended,

    /// <summary>Worth trying, with a caution to read first.</summary>
    Caution,

    /// <summary>Not before the questions in <see cref="Recommendation.Ask"/> are answered.</summary>
    NeedsCheck,

    /// <summary>Not now: someone has to be seen first.</summary>
    Deferred,

    /// <summary>Not for this person: a contraindication is true.</summary>
    Blocked,

    /// <summary>Nothing known suggests that it would change the scores.</summary>
    NoExpectedBenefit,
}
