namespace GutSkin.Core;

/// <summary>What became of an entry between two rule sets.</summary>
public enum EntryChangeKind
{
    /// <summary>The new rule set has it, the old one has not.</summary>
    Added,

    /// <summary>The old rule set has it, the new one has not.</summary>
    Removed,

    /// <summary>Both have it, and they differ.</summary>
    Changed,
}
