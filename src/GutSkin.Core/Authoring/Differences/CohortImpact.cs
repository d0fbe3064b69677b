using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What a change of rules does to a group of people. People are named by their place in the cohort, from 1.</summary>
public sealed record CohortImpact
{
    /// <summary>How many people were assessed by both rule sets.</summary>
    public required int People { get; init; }

    /// <summary>The places of those whom the old rule set could not assess.</summary>
    public ImmutableArray<int> NotAssessed { get; init; } = [];

    /// <summary>How many change the band of at least one condition that is advised on.</summary>
    public required int BandChanged { get; init; }

    /// <summary>The same as a fraction of <see cref="People"/>; 0 where there is nobody.</summary>
    public double BandChangedShare => People == 0 ? 0 : (double)BandChanged / People;

    /// <summary>How many have another level of triage.</summary>
    public required int TriageChanged { get; init; }

    /// <summary>What happens to each condition's score, by id; those whose score moves for nobody are left out.</summary>
    public ImmutableArray<ConditionImpact> Conditions { get; init; } = [];

    /// <summary>The score that moves furthest; absent where none moves.</summary>
    public ScoreMove? LargestMove { get; init; }

    /// <summary>Interventions that become or cease to be recommended for someone, by id.</summary>
    public ImmutableArray<RecommendationImpact> Recommendations { get; init; } = [];

    /// <summary>Safety findings that someone loses, by place in the cohort.</summary>
    public ImmutableArray<SafetyLoss> SafetyLost { get; init; } = [];
}
