using GutSkin.Core.Assessments.Building;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Whether what safety rules warn of would come about with several interventions at once: their gates are read on the moved answers.</summary>
internal sealed class JointSafety
{
    private readonly EvaluationContext context;
    private readonly Appraisal[] care;
    private readonly Truth[] with;
    private readonly List<(int Slot, double Value)> before = [];

    public JointSafety(EvaluationContext context, Appraisal[] care)
    {
        (this.context, this.care) = (context, care);
        with = new Truth[context.Advice.Safety.Length];
        Read(care, with);
    }

    /// <summary>
    /// The position of the first safety rule that would speak, or might, and does not with established care alone: a red flag, or a contraindication of
    /// one of the interventions; −1 where none would.
    /// </summary>
    public int Broken(ReadOnlySpan<Appraisal> members)
    {
        Truth[] now = new Truth[with.Length];
        Read([.. care, .. members], now);
        for (int s = 0; s < now.Length; s++)
        {
            var kind = context.Advice.Safety[s].Rule.Kind;
            if (now[s] <= with[s] || kind == SafetyKind.Caution)
                continue;
            if (kind == SafetyKind.RedFlag || Reaches(members, s) || Reaches(care, s))
                return s;
        }

        return -1;
    }

    private static bool Reaches(ReadOnlySpan<Appraisal> members, int safety)
    {
        foreach (var member in members)
        {
            if (Array.IndexOf(member.Compiled.Safety, safety) >= 0)
                return true;
        }

        return false;
    }

    private void Read(ReadOnlySpan<Appraisal> members, Truth[] result)
    {
        double[] values = context.State.Values;
        before.Clear();
        foreach (var member in members)
        {
            foreach (var (slot, value) in member.Moved)
            {
                before.Add((slot, values[slot]));
                values[slot] = value;
            }
        }

        for (int s = 0; s < result.Length; s++)
            result[s] = context.Rules.Gates.Evaluate(context.Advice.Safety[s].Gate.Node, values);
        for (int i = before.Count - 1; i >= 0; i--)
            values[before[i].Slot] = before[i].Value;
    }
}
