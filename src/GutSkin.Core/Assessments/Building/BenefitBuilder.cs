using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: what an intervention moves, what comes of it, and how sure that is.</summary>
internal sealed class BenefitBuilder(EvaluationContext context)
{
    private readonly double[] after = new double[context.Rules.SkinConditions.Length];

    /// <summary>Finds room, levers, chosen trials, benefits and certainty.</summary>
    public void Appraise(Appraisal appraisal)
    {
        Move(appraisal);
        if (!appraisal.CanGain)
            return;
        bool isChosen = Choose(appraisal);
        appraisal.Gains = isChosen || appraisal.Moved.Count > 0;
        if (!appraisal.Gains)
            return;
        FindLevers(appraisal);
        for (int c = 0; c < after.Length; c++)
            appraisal.Benefits[c] = Benefit(appraisal, c);

        double sum = 0;
        foreach (int c in context.Advised)
        {
            sum += appraisal.Benefits[c];
            appraisal.IsWorse |= appraisal.Benefits[c] < 0;
        }

        appraisal.Benefit = sum;
        appraisal.Certainty = CertaintyOf(appraisal);
    }

    /// <summary>Whether a trial effect speaks for this person.</summary>
    public bool IsEligible(CompiledTrial trial) =>
        trial.Counts && context.State.TruthOf(trial.Gate.Node) == Truth.True && context.Has(trial.Condition) == Truth.True;

    /// <summary>
    /// The change to a factor that counts: the first whose gate is true; null where there is none, with the earlier gate that is
    /// unknown, if that is why.
    /// </summary>
    public CompiledChange? Counting(CompiledMove move, out CompiledGate? open)
    {
        open = null;
        foreach (var change in move.Changes)
        {
            var truth = context.State.TruthOf(change.Gate.Node);
            if (truth == Truth.True)
                return change;
            if (truth != Truth.Unknown)
                continue;
            open = change.Gate;
            return null;
        }

        return null;
    }

    /// <summary>What is moved, and whether there is room. A factor on which no change is meant for this person is left out.</summary>
    private void Move(Appraisal appraisal)
    {
        bool any = false, open = false, unknown = false;
        foreach (var move in appraisal.Compiled.Moves)
        {
            var change = Counting(move, out var waiting);
            if (change is null && waiting is null)
                continue;
            any = true;
            double x = context.State.Values[move.Slot];
            if (change is null || double.IsNaN(x))
            {
                unknown = true;
                continue;
            }

            double error = context.EstimateError(move.Slot);
            if (change.IsMet(x, error))
                continue;
            open = true;
            double moved = change.Moved(x, error);
            if (moved != x)
                appraisal.Moved.Add(move.Slot, moved);
        }

        appraisal.Room = !any || open ? Room.Open : unknown ? Room.Unknown : Room.Met;
    }

    private void FindLevers(Appraisal appraisal)
    {
        if (appraisal.Moved.Count == 0)
            return;
        context.LogOddsAfter(appraisal.Moved, after);
        for (int c = 0; c < after.Length; c++)
            appraisal.Levers[c] = Ties.Difference(context.LogOdds[c], after[c]);
    }

    /// <summary>The eligible trial on each condition that counts: the highest certainty, then the smallest |β|, then the first written.</summary>
    /// <returns>Whether there is one on any.</returns>
    private bool Choose(Appraisal appraisal)
    {
        bool any = false;
        var trials = appraisal.Compiled.Trials;
        for (int i = 0; i < trials.Length; i++)
        {
            var trial = trials[i];
            if (!IsEligible(trial))
                continue;
            any = true;
            ref int chosen = ref appraisal.Chosen[trial.Condition];
            var best = chosen < 0 ? null : trials[chosen];
            if (best is null || trial.Effect.Certainty > best.Effect.Certainty
                || (trial.Effect.Certainty == best.Effect.Certainty && Math.Abs(best.Beta) - Math.Abs(trial.Beta) > ItemSums.Tie))
            {
                chosen = i;
            }
        }

        return any;
    }

    private double Benefit(Appraisal appraisal, int condition)
    {
        if (appraisal.Room == Room.Met)
            return 0;
        double lever = appraisal.Levers[condition];
        if (appraisal.Chosen[condition] < 0)
            return lever;
        var trial = appraisal.Compiled.Trials[appraisal.Chosen[condition]];
        if (trial.IsClear)
            return -trial.Beta + 0.0;
        appraisal.IsUnclear |= context.IsAdvised(condition);
        return trial.Effect.Certainty >= Certainty.Moderate ? Math.Min(lever, 0) : lever;
    }

    /// <summary>How sure the ground of the greatest benefit to a condition advised on is.</summary>
    private Certainty? CertaintyOf(Appraisal appraisal)
    {
        double greatest = 0;
        foreach (int c in context.Advised)
            greatest = Math.Max(greatest, appraisal.Benefits[c]);
        if (greatest <= 0)
            return null;
        foreach (int c in context.Advised)
        {
            if (appraisal.Benefits[c] <= 0 || greatest - appraisal.Benefits[c] > ItemSums.Tie)
                continue;
            if (appraisal.Chosen[c] >= 0 && appraisal.Compiled.Trials[appraisal.Chosen[c]] is { IsClear: true } trial)
                return trial.Effect.Certainty;
            int rule = context.MostFallen(appraisal.Moved, c);
            return rule < 0 ? null : context.Rules.Rules.Source[rule].Certainty;
        }

        return null;
    }
}
