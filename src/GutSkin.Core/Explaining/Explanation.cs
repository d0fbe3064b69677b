using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What an id means, and what it does in an assessment.</summary>
public sealed record Explanation
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What has the id: <c>rule</c>, <c>factor</c>, <c>intervention</c>, <c>safety</c>, <c>condition</c>, <c>mechanism</c>, <c>evidence</c>; for a pair <c>considered</c> or <c>link</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name or title.</summary>
    public required string Title { get; init; }

    /// <summary>Sentences, in reading order.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Ids of the evidence it rests on.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Title and lines as text.</summary>
    /// <returns>Lines parted by line feeds.</returns>
    public override string ToString() => string.Join('\n', [$"{Title} ({Kind} {Id})", .. Lines]);
}
