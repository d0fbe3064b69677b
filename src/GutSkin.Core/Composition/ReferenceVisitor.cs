namespace GutSkin.Core;

/// <summary>Meets a mention of an entry's id in another entry.</summary>
/// <param name="target">The section of the entry mentioned.</param>
/// <param name="id">The id mentioned.</param>
/// <param name="path">Where, below the mentioning entry.</param>
internal delegate void ReferenceVisitor(Section target, string id, ReadOnlySpan<object> path);
