using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A red flag that what is known does not decide.</summary>
public sealed record UnresolvedFlag
{
    /// <summary>The id of the safety rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The ids of the factors or screens that decide it; declined ones left out.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];
}
