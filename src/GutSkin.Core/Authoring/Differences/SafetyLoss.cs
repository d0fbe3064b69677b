namespace GutSkin.Core;

/// <summary>A safety finding that a person has by the old rule set, and not, or weaker, by the new one.</summary>
/// <param name="Person">The person's place in the cohort, from 1.</param>
/// <param name="Rule">The id of the safety rule; null where the person can no longer be assessed at all.</param>
/// <param name="Intervention">The id of the intervention it was about; null for a red flag.</param>
/// <param name="Was">What it said, in words.</param>
/// <param name="Now">What the new rule set says, in words.</param>
public sealed record SafetyLoss(int Person, string? Rule, string? Intervention, string Was, string Now);
