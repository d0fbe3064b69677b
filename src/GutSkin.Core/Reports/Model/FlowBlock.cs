using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Model;

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
