using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Whether and how soon someone should be seen.</summary>
public sealed record Triage
{
    /// <summary>The gravest red flag that is up.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Whether every red flag is decided as far as a person can answer; false is no all-clear.</summary>
    public required bool Complete { get; init; }

    /// <summary>The red flags that are up: urgent before soon before routine, then by id.</summary>
    public ImmutableArray<RedFlag> Flags { get; init; } = [];

    /// <summary>The red flags not decided: urgent before soon before routine, then by id.</summary>
    public ImmutableArray<UnresolvedFlag> Unresolved { get; init; } = [];
}
