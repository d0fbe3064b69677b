namespace GutSkin.Core;

/// <summary>How soon someone should be seen, by what is known.</summary>
public enum TriageLevel
{
    /// <summary>No red flag is up. With <see cref="Triage.Complete"/> false that is no all-clear.</summary>
    None,

    /// <summary>At the next appointment.</summary>
    ReferRoutine,

    /// <summary>Within about two weeks.</summary>
    ReferSoon,

    /// <summary>Today.</summary>
    ReferUrgent,
}
