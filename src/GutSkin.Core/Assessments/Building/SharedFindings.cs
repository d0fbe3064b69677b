using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// What is said of interventions in one language and holds nothing of a person's answers: made when first needed, and part of every
/// assessment that says it again. Of lists the last one is kept, and taken again where the next would be the same.
/// </summary>
internal sealed class SharedFindings
{
    private readonly RecommendationEffect?[] effects;
    private readonly int conditions;

    public SharedFindings(CompiledRuleSet rules, CompiledAdvice advice)
    {
        int count = advice.Interventions.Length;
        conditions = rules.SkinConditions.Length;
        effects = new RecommendationEffect?[count * conditions];
        Recommendations = new Recommendation?[count];
        ActiveOf = new ActiveIndication[]?[count];
        EffectsOf = new RecommendationEffect[]?[count];
        EffectsOfNobody = new RecommendationEffect[]?[count];
        SafetyOf = new SafetyFinding[]?[count];
        Safety = new SafetyFinding?[2 * advice.Safety.Length];
        Trials = new TrialFinding?[count][];
        Indications = new ActiveIndication?[count][];
        for (int i = 0; i < count; i++)
        {
            Trials[i] = new TrialFinding?[4 * advice.Interventions[i].Trials.Length];
            Indications[i] = new ActiveIndication?[advice.Interventions[i].Indications.Length];
        }
    }

    /// <summary>For each intervention the last recommendation that moved nothing.</summary>
    public Recommendation?[] Recommendations { get; }

    /// <summary>For each intervention the last list of active recommendations.</summary>
    public ActiveIndication[]?[] ActiveOf { get; }

    /// <summary>For each intervention the last list of effects where it moved nothing and a trial was eligible.</summary>
    public RecommendationEffect[]?[] EffectsOf { get; }

    /// <summary>For each intervention the effects of its trials where it moved nothing and none of them was eligible.</summary>
    public RecommendationEffect[]?[] EffectsOfNobody { get; }

    /// <summary>For each intervention the last list of safety rules.</summary>
    public SafetyFinding[]?[] SafetyOf { get; }

    /// <summary>For each safety rule what is said where it is unknown, and where it is true.</summary>
    public SafetyFinding?[] Safety { get; }

    /// <summary>For each intervention, for each trial: neither, eligible, chosen, both.</summary>
    public TrialFinding?[][] Trials { get; }

    /// <summary>For each intervention what is said of each recommendation where it is active.</summary>
    public ActiveIndication?[][] Indications { get; }

    /// <summary>The last effect of an intervention on a condition that had no lever.</summary>
    public ref RecommendationEffect? EffectOf(int intervention, int condition) => ref effects[(intervention * conditions) + condition];

    /// <summary>The kept list where it is the same; else a new one, which is kept.</summary>
    public static ImmutableArray<T> SameOrKept<T>(ref T[]? kept, ReadOnlySpan<T> list)
        where T : class
    {
        if (kept is null || !AreSame<T>(kept, list))
            kept = list.ToArray();
        return ImmutableCollectionsMarshal.AsImmutableArray(kept);
    }

    /// <summary>Whether two lists hold the same objects.</summary>
    public static bool AreSame<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : class
    {
        if (one.Length != other.Length)
            return false;
        for (int i = 0; i < one.Length; i++)
        {
            if (!ReferenceEquals(one[i], other[i]))
                return false;
        }

        return true;
    }
}
