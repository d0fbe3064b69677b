namespace GutSkin.Core;

/// <summary>For how many people an intervention becomes or ceases to be recommended (with or without a caution).</summary>
/// <param name="Intervention">The id of the intervention.</param>
/// <param name="Gained">For how many it is recommended by the new rule set only.</param>
/// <param name="Lost">For how many it is recommended by the old rule set only.</param>
public sealed record RecommendationImpact(string Intervention, int Gained, int Lost);
