namespace GutSkin.Core;

/// <summary>What a document once said of an intervention, in force or not.</summary>
internal sealed record InterventionVersion(Intervention Entry, DocumentScope Document)
{
    /// <summary>Whether another one does the same: the same category and the same changes, in any order.</summary>
    public bool DoesTheSameAs(Intervention other) => Entry.Category == other.Category && ChangesTheSameAs(other);

    /// <summary>Whether another one makes the same changes, in any order.</summary>
    public bool ChangesTheSameAs(Intervention other) =>
        Entry.Changes.Length == other.Changes.Length
        && Entry.Changes.All(mine => other.Changes.Any(their => their.Aim == mine.Aim))
        && other.Changes.All(their => Entry.Changes.Any(mine => mine.Aim == their.Aim));
}
