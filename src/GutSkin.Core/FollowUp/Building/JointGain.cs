using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Person;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>
/// What several interventions do together, as one pass over all of them says. For one alone it is its benefit (scoring model, section 6): on each condition advised
/// on, clear trials count as they are, and everything else is moved at once and scored again. A sort key, shown nowhere.
/// </summary>
internal sealed class JointGain(EvaluationContext context)
{
    private readonly double[] after = new double[context.Rules.SkinConditions.Length];
    private readonly SlotValues moved = new();

    /// <summary>The joint benefit of interventions.</summary>
    public double Of(ReadOnlySpan<Appraisal> members)
    {
        double sum = 0;
        bool[]? last = null;
        bool[] byAnswers = new bool[members.Length];
        foreach (int c in context.Advised)
        {
            double gain = 0;
            if (last is not null && ReferenceEquals(byAnswers, last))
                byAnswers = new bool[members.Length];
            for (int i = 0; i < members.Length; i++)
            {
                double? trial = TrialOf(members[i], c);
                gain += trial ?? 0;
                byAnswers[i] = trial is null && IsByAnswers(members[i], c);
            }

            if (last is null || !byAnswers.AsSpan().SequenceEqual(last))
            {
                MoveAll(members, byAnswers);
                last = byAnswers;
            }

            sum += gain + (moved.Count == 0 ? 0 : Ties.Difference(context.LogOdds[c], after[c]));
        }

        return sum;
    }

    /// <summary>L′ of every condition with everything moved at once.</summary>
    public ReadOnlySpan<double> LogOddsAfter(ReadOnlySpan<Appraisal> members)
    {
        MoveAll(members, null);
        return after;
    }

    /// <summary>What a clear trial that is chosen says; null where none is.</summary>
    public static double? TrialOf(Appraisal member, int condition) =>
        member.Room != Room.Met && member.Chosen[condition] >= 0 && member.Compiled.Trials[member.Chosen[condition]] is { IsClear: true } trial
            ? -trial.Beta + 0.0
            : null;

    /// <summary>Whether the answers decide: no trial is chosen, or one without a clear effect that does not take away what the answers give.</summary>
    public static bool IsByAnswers(Appraisal member, int condition) =>
        member.Room != Room.Met
        && (member.Chosen[condition] < 0 || member.Compiled.Trials[member.Chosen[condition]].Effect.Certainty < Certainty.Moderate || member.Levers[condition] < 0);

    private void MoveAll(ReadOnlySpan<Appraisal> members, bool[]? which)
    {
        moved.Clear();
        for (int i = 0; i < members.Length; i++)
        {
            if (which?[i] != false && members[i].Room != Room.Met)
                moved.AddRange(members[i].Moved);
        }

        context.LogOddsAfter(moved, after);
    }
}
