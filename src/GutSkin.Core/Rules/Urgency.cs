namespace GutSkin.Core;

/// <summary>How soon someone should be seen.</summary>
public enum Urgency
{
    /// <summary>It can wait for the next appointment.</summary>
    Routine,

    /// <summary>Within about two weeks.</summary>
    Soon,

    /// <summary>Today.</summary>
    Urgent,
}
