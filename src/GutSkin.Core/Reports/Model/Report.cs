using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What a report says, in order. The three renderers give it a form and add nothing.</summary>
/// <param name="Language">The language of the fixed words, <c>en</c> or <c>de</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Lead">What stands under the title.</param>
/// <param name="Sections">The sections.</param>
internal sealed record Report(string Language, string Title, string Lead, ImmutableArray<ReportSection> Sections);

/// <summary>A part of a report under a heading.</summary>
/// <param name="Id">A stable id, for anchors.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands under it.</param>
internal sealed record ReportSection(string Id, string Title, ImmutableArray<ReportBlock> Blocks)
{
    /// <summary>Whether it is one of the short ones at the end, which stand side by side on paper.</summary>
    public bool IsClosing { get; init; }
}
