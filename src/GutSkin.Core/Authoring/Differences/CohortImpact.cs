using System.Collections.Immutable;

namespace GutSkin.Core.Authoring;

/// <summary>What a change of rules does to a group of people. People are named by their place in the cohort, from 1.</summary>
public sealed partial record CohortImpact
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

/// <summary>What a change of rules does to one condition's scores over a group of people: new score − old score.</summary>
public sealed record ConditionImpact
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>How many have another band.</summary>
    public required int BandChanged { get; init; }

    /// <summary>How many scores rise.</summary>
    public required int Rises { get; init; }

    /// <summary>How many scores fall.</summary>
    public required int Falls { get; init; }

    /// <summary>The least change: the furthest fall, or 0 or more where none falls.</summary>
    public required double Least { get; init; }

    /// <summary>The change below which 5 % lie.</summary>
    public required double Percentile5 { get; init; }

    /// <summary>The change in the middle.</summary>
    public required double Median { get; init; }

    /// <summary>The change below which 95 % lie.</summary>
    public required double Percentile95 { get; init; }

    /// <summary>The greatest change.</summary>
    public required double Greatest { get; init; }

    /// <summary>The mean change.</summary>
    public required double Mean { get; init; }
}

/// <summary>For how many people an intervention becomes or ceases to be recommended (with or without a caution).</summary>
/// <param name="Intervention">The id of the intervention.</param>
/// <param name="Gained">For how many it is recommended by the new rule set only.</param>
/// <param name="Lost">For how many it is recommended by the old rule set only.</param>
public sealed record RecommendationImpact(string Intervention, int Gained, int Lost);

/// <summary>A safety finding that a person has by the old rule set, and not, or weaker, by the new one.</summary>
/// <param name="Person">The person's place in the cohort, from 1.</param>
/// <param name="Rule">The id of the safety rule; null where the person can no longer be assessed at all.</param>
/// <param name="Intervention">The id of the intervention it was about; null for a red flag.</param>
/// <param name="Was">What it said, in words.</param>
/// <param name="Now">What the new rule set says, in words.</param>
public sealed record SafetyLoss(int Person, string? Rule, string? Intervention, string Was, string Now);

/// <summary>How one person's score moves between two rule sets.</summary>
/// <param name="Person">The person's place in the cohort, from 1.</param>
/// <param name="Condition">The id of the condition.</param>
/// <param name="From">The score by the old rule set.</param>
/// <param name="To">The score by the new one.</param>
public sealed record ScoreMove(int Person, string Condition, double From, double To);
