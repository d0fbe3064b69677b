using System.Collections.Immutable;

namespace GutSkin.Core;

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
