namespace GutSkin.Core;

/// <summary>Where a rule stands in its life.</summary>
public enum RuleLifecycle
{
    /// <summary>Written, not yet reviewed; evaluated, with a warning in lint.</summary>
    Draft,

    /// <summary>Reviewed; evaluated.</summary>
    Reviewed,

    /// <summary>In use; evaluated.</summary>
    Active,

    /// <summary>Kept for the record; not evaluated.</summary>
    Retired,
}
