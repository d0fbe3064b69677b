namespace GutSkin.Core;

/// <summary>Section 6 of the scoring model: the trial effect that counts on each condition.</summary>
internal static class TrialCompiler
{
    /// <summary>Of the effects that are not informational: the highest certainty, then the smallest |β|, then the first written.</summary>
    public static (int Condition, TrialEffect Effect, double Beta, bool IsUnclear)[] Compile(Intervention intervention, CompiledRuleSet set)
    {
        if (intervention.Effects.IsEmpty)
            return [];
        var trials = new (int Condition, TrialEffect Effect, double Beta, bool IsUnclear)[intervention.Effects.Length];
        int count = 0;
        foreach (var effect in intervention.Effects)
        {
            if (effect.Informational || effect.Effect is not { } published)
                continue;
            int condition = set.ConditionIndex[effect.Condition];
            double beta = set.Weights.Beta(published.LogOdds, effect.Certainty);
            int at = 0;
            while (at < count && trials[at].Condition < condition)
                at++;
            var trial = (condition, effect, beta, published.IntervalIncludesNoEffect);
            if (at == count || trials[at].Condition != condition)
            {
                for (int i = count++; i > at; i--)
                    trials[i] = trials[i - 1];
                trials[at] = trial;
            }
            else if (effect.Certainty > trials[at].Effect.Certainty
                || (effect.Certainty == trials[at].Effect.Certainty && Math.Abs(beta) < Math.Abs(trials[at].Beta)))
                trials[at] = trial;
        }

        Array.Resize(ref trials, count);
        return trials;
    }
}
