namespace GutSkin.Core;

/// <summary>An entry that a document took out, and who mentioned it.</summary>
internal sealed record Removal(Section Section, string Id, DocumentScope Document, int Index)
{
    /// <summary>Entries that lost a mention.</summary>
    public List<string> Mentions { get; } = [];

    /// <summary>Entries that cannot do without it.</summary>
    public List<string> Blockers { get; } = [];

    /// <summary>Whether an entry of a document said before the removal mentions it, so that the removal has to answer for it.</summary>
    public bool ConcernsMentionIn(DocumentScope mentioning) => mentioning.Order < Document.Order;
}
