using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Model;

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
