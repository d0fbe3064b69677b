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

/// <summary>The picture: indices with intervals and bands, and the same as a table.</summary>
internal sealed record ScoreChartBlock : ReportBlock
{
    /// <summary>The title of the chart.</summary>
    public required string Title { get; init; }

    /// <summary>What the chart shows, in words.</summary>
    public required string Description { get; init; }

    /// <summary>What the marks mean.</summary>
    public required ScoreChartLegend Legend { get; init; }

    /// <summary>The bands with their edges.</summary>
    public ImmutableArray<ScoreChartBand> Bands { get; init; } = [];

    /// <summary>The rows, in groups.</summary>
    public ImmutableArray<ScoreChartGroup> Groups { get; init; } = [];

    /// <summary>The same in a table.</summary>
    public required TableBlock Table { get; init; }
}

/// <summary>What the marks of the picture mean.</summary>
internal sealed record ScoreChartLegend(string Index, string Interval, string Uncertainty, string Ceiling);

/// <summary>A band of the index, labeled with where it begins and its name.</summary>
internal sealed record ScoreChartBand(string Label, double From, double To);

/// <summary>Rows that belong together.</summary>
internal sealed record ScoreChartGroup(string Title, ImmutableArray<ScoreChartRow> Rows);

/// <summary>One index.</summary>
internal sealed record ScoreChartRow
{
    /// <summary>The name of the condition or state.</summary>
    public required string Name { get; init; }

    /// <summary>Index, ceiling and band in words.</summary>
    public required string Figure { get; init; }

    /// <summary>The intervals and how much is answered, in words.</summary>
    public required string Detail { get; init; }

    /// <summary>The index.</summary>
    public required double Score { get; init; }

    /// <summary>What answers still missing could make of it.</summary>
    public required Interval Interval { get; init; }

    /// <summary>How unsure studies and measurements leave it.</summary>
    public required Interval Uncertainty { get; init; }

    /// <summary>The most it could be.</summary>
    public required double Ceiling { get; init; }
}

/// <summary>The flow from factor groups through mechanisms to conditions, and the same as a table.</summary>
internal sealed record FlowBlock : ReportBlock
{
    /// <summary>The title of the chart.</summary>
    public required string Title { get; init; }

    /// <summary>What the chart shows, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The names of the three columns.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The boxes: column 0 groups, 1 mechanisms, 2 conditions.</summary>
    public ImmutableArray<FlowNode> Nodes { get; init; } = [];

    /// <summary>The bands between boxes of neighbouring columns.</summary>
    public ImmutableArray<FlowLink> Links { get; init; } = [];

    /// <summary>The same in a table.</summary>
    public required TableBlock Table { get; init; }
}

/// <summary>A box of the flow.</summary>
internal sealed record FlowNode(string Key, string Name, int Column);

/// <summary>A band between two boxes; the weights into one condition add up to 1.</summary>
internal sealed record FlowLink(string From, string To, double Weight);

/// <summary>Indices over time, a strip for each, and the same as a table.</summary>
internal sealed record TimelineBlock : ReportBlock
{
    /// <summary>The title of the chart.</summary>
    public required string Title { get; init; }

    /// <summary>What the chart shows, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The first and the last day, in words.</summary>
    public required (string From, string To) Days { get; init; }

    /// <summary>The strips.</summary>
    public ImmutableArray<TimelineStrip> Strips { get; init; } = [];

    /// <summary>The same in a table.</summary>
    public required TableBlock Table { get; init; }
}

/// <summary>One index over time.</summary>
/// <param name="Name">The name of the condition or state.</param>
/// <param name="Points">Its points, the earliest first.</param>
internal sealed record TimelineStrip(string Name, ImmutableArray<TimelinePoint> Points);

/// <summary>One index on one day.</summary>
/// <param name="At">Where between the first day (0) and the last (1).</param>
/// <param name="Interval">What answers missing then could have made of it.</param>
/// <param name="Score">The index; null where it was not settled.</param>
internal sealed record TimelinePoint(double At, Interval Interval, double? Score);
