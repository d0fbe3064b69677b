using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: what an intervention is expected to do to each concern.</summary>
internal sealed class BenefitBuilder(EvaluationContext context, int[] conditionOrder)
{
    private readonly double[] after = new double[context.Rules.SkinConditions.Length];
    private readonly RecommendationEffect?[] byCondition = new RecommendationEffect?[context.Rules.SkinConditions.Length];
    private readonly RecommendationEffect?[] nothing = new RecommendationEffect?[context.Rules.SkinConditions.Length];
    private (int Slot, double Value)[] changes = new (int, double)[8];
    private ImmutableArray<RecommendationEffect> nothingAnywhere;

    /// <summary>Forgets the profile before.</summary>
    public void Begin()
    {
        Array.Clear(nothing);
        nothingAnywhere = default;
    }

    /// <summary>The effects in the order of the conditions, their sum, and whether a trial saw no clear effect.</summary>
    public (ImmutableArray<RecommendationEffect> Effects, double Benefit, bool Unclear) Build(CompiledIntervention compiled)
    {
        if (changes.Length < compiled.Changes.Length)
            changes = new (int, double)[compiled.Changes.Length];
        int count = 0;
        foreach (var change in compiled.Changes)
        {
            if (!context.IsMissing(change.Slot))
                changes[count++] = (change.Slot, CompiledIntervention.Apply(change, context.State.Values[change.Slot]));
        }

        context.LogOddsAfter(changes.AsSpan(0, count), after);
        double sum = 0;
        bool unclear = false, any = false;
        foreach (int c in context.Advised)
        {
            double lever = context.LogOdds[c] - after[c] + 0.0;
            double benefit = lever;
            double? trial = null;
            foreach (ref readonly var t in compiled.Trials.AsSpan())
            {
                if (t.Condition != c)
                    continue;
                trial = -t.Beta + 0.0;
                if (!t.IsUnclear)
                {
                    benefit = trial.Value;
                }
                else
                {
                    unclear = true;
                    if (t.Effect.Certainty >= Certainty.Moderate)
                        benefit = Math.Min(lever, 0) + 0.0;
                }
            }

            sum += benefit;
            any |= lever != 0 || trial is not null;
            byCondition[c] = lever == 0 && trial is null
                ? nothing[c] ??= Effect(c, 0, null, 0)
                : Effect(c, lever, trial, benefit);
        }

        if (!any && !nothingAnywhere.IsDefault)
            return (nothingAnywhere, sum, unclear);
        var effects = InOrder();
        if (!any)
            nothingAnywhere = effects;
        return (effects, sum, unclear);
    }

    private ImmutableArray<RecommendationEffect> InOrder()
    {
        var effects = ImmutableArray.CreateBuilder<RecommendationEffect>(context.Advised.Length);
        foreach (int c in conditionOrder)
        {
            if (context.IsAdvised(c))
                effects.Add(byCondition[c]!);
        }

        return effects.MoveToImmutable();
    }

    private RecommendationEffect Effect(int condition, double lever, double? trial, double benefit) => new()
    {
        Condition = context.Rules.SkinConditions[condition].Id,
        Lever = lever,
        Benefit = benefit,
        ScoreAfter = lever == 0 || trial is not null ? null : DeterministicMath.Index(context.LogOdds[condition] - lever),
    };
}
