using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Model;

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

/// <summary>An entry of a report.</summary>
internal sealed record ReportItem
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Its figure, ready to print.</summary>
    public string? Figure { get; init; }

    /// <summary>The share the figure stands for, −1 to 1, for a bar; null = no bar.</summary>
    public double? Share { get; init; }

    /// <summary>What is said of it.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>What to read first: cautions and honest notices.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public ImmutableArray<ReportSource> Sources { get; init; } = [];
}

/// <summary>A source as cited in a report.</summary>
/// <param name="Number">Its number, by first mention.</param>
/// <param name="Short">First author and year.</param>
/// <param name="Authors">The authors; empty where none are named.</param>
/// <param name="Title">The title.</param>
/// <param name="Place">Journal and year; empty where neither is known.</param>
/// <param name="Identifier">Its DOI or PubMed id as printed; null where none is known.</param>
/// <param name="Link">Where it can be read; null where no identifier is known.</param>
internal sealed record ReportSource(int Number, string Short, string Authors, string Title, string Place, string? Identifier, string? Link)
{
    /// <summary>The full citation, without its identifier.</summary>
    public string Citation => string.Join(' ', ((string[])[Authors, Title, Place]).Where(p => p.Length > 0));
}

/// <summary>The sources of one entry in a line: the first by name, the others by number.</summary>
internal static class SourceText
{
    private const int MostNamed = 2;

    /// <summary>Whether the source at a position is named, not only numbered.</summary>
    public static bool IsNamed(int position) => position < MostNamed;

    public static string Of(ImmutableArray<ReportSource> sources, Func<ReportSource, string> named, Func<ReportSource, string> numbered) =>
        string.Join(", ", sources.Select((s, i) => IsNamed(i) ? named(s) : numbered(s)));
}
