using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Model;

/// <summary>One piece of a section.</summary>
internal abstract record ReportBlock;

/// <summary>A heading inside a section; a minor one stands under another.</summary>
internal sealed record HeadingBlock(string Text, bool IsMinor = false) : ReportBlock;

/// <summary>Running text; a note is set smaller.</summary>
internal sealed record ParagraphBlock(string Text, bool IsNote = false) : ReportBlock;

/// <summary>Lines of equal weight.</summary>
internal sealed record ListBlock(ImmutableArray<string> Lines) : ReportBlock;

/// <summary>A box that is seen first.</summary>
internal sealed record CalloutBlock(ReportTone Tone, string Title, ImmutableArray<string> Lines) : ReportBlock
{
    /// <summary>What it rests on.</summary>
    public ImmutableArray<ReportSource> Sources { get; init; } = [];
}

/// <summary>Entries with a figure, lines and sources.</summary>
internal sealed record ItemsBlock(ImmutableArray<ReportItem> Items) : ReportBlock;

/// <summary>A table.</summary>
internal sealed record TableBlock(string Caption, ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows) : ReportBlock;

/// <summary>Labels and values.</summary>
internal sealed record FactsBlock(ImmutableArray<(string Label, string Value)> Facts) : ReportBlock;

/// <summary>Numbered sources, and what paper says where it leaves their titles out.</summary>
internal sealed record SourcesBlock(ImmutableArray<ReportSource> Sources, string PaperNote) : ReportBlock;

/// <summary>How a box is meant.</summary>
internal enum ReportTone
{
    /// <summary>See someone today.</summary>
    Urgent,

    /// <summary>See someone soon, or at the next appointment.</summary>
    Soon,

    /// <summary>Something is still open.</summary>
    Open,

    /// <summary>Good to know.</summary>
    Calm,
}
