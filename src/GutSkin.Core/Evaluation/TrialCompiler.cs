namespace GutSkin.Core;

/// <summary>Section 6 of the scoring model: the trial effect that counts on each condition.</summary>
internal static class TrialCompiler
{
    /// <summary>Of the effects that are not informational: the highest certainty, then the smallest |β|, then the first written.</summary>
    public static (int Condition, TrialEffect Effect, double Beta, bool IsUnclear)[] Compile(Intervention intervention, CompiledRuleSet set)
    {
        var trials = new List<(int Condition, TrialEffect Effect, double Beta, bool IsUnclear)>(intervention.Effects.Length);
        foreach (var effect in intervention.Effects)
        {
            if (effect.Informational)
                continue;
            int condition = set.ConditionIndex[effect.Condition];
            double beta = set.Weights.Beta(effect.Effect.LogOdds, effect.Certainty);
            int known = 0;
            while (known < trials.Count && trials[known].Condition != condition)
                known++;
            var trial = (condition, effect, beta, effect.Effect.IntervalIncludesNoEffect);
            if (known == trials.Count)
                trials.Add(trial);
            else if (effect.Certainty > trials[known].Effect.Certainty
                || (effect.Certainty == trials[known].Effect.Certainty && Math.Abs(beta) < Math.Abs(trials[known].Beta)))
                trials[known] = trial;
        }

        trials.Sort(static (a, b) => a.Condition.CompareTo(b.Condition));
        return [.. trials];
    }
}
