using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Model;

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
