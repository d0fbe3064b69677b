using GutSkin.Core.Assessments.Building;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>
/// The most that any plan with as many steps of each tier could gain over established care alone: the sum of the greatest that single steps could add. A step adds the
/// effects of its trials, and what the answers give. Where nothing else moves the rules (or overlap groups) that it moves, that is its lever; else at most all that
/// those could fall.
/// </summary>
internal sealed class PlanBound(EvaluationContext context, Appraisal[] candidates, Appraisal[] care)
{
    private readonly Dictionary<int, int> movers = [];

    /// <summary>The bound for a choice.</summary>
    /// <param name="chosen">Positions of candidates.</param>
    /// <param name="atMost">The most steps.</param>
    public double Of(int[] chosen, int atMost)
    {
        movers.Clear();
        foreach (var member in (IEnumerable<Appraisal>)[.. candidates, .. care])
        {
            foreach (int lane in LanesOf(member))
                movers[lane] = movers.GetValueOrDefault(lane) + 1;
        }

        int first = chosen.Count(i => candidates[i].Tier == 1), second = chosen.Count(i => candidates[i].Tier == 2);
        return Greatest(1, first) + Greatest(2, second) + Greatest(3, atMost - first - second);

        double Greatest(int tier, int count)
        {
            double sum = 0;
            foreach (double most in candidates.Where(c => c.Tier == tier).Select(Most).OrderDescending().Take(count))
                sum += tier == 3 ? Math.Max(0, most) : most;
            return sum;
        }
    }

    private double Most(Appraisal member)
    {
        double sum = 0;
        foreach (int c in context.Advised)
        {
            sum += JointGain.TrialOf(member, c) ?? (JointGain.IsByAnswers(member, c) ? MostFall(member, c) : 0);
        }

        return sum;
    }

    private double MostFall(Appraisal member, int condition)
    {
        int first = context.Rules.Items.First[condition], end = first + context.Rules.Items.Length[condition];
        double fall = 0;
        bool alone = true;
        foreach (int lane in LanesOf(member))
        {
            if (lane < first || lane >= end)
                continue;
            alone &= movers[lane] == 1;
            fall += context.State.Value[lane] - Least(lane);
        }

        return alone ? member.Levers[condition] : fall;
    }

    /// <summary>The least that what is summed at a lane can give.</summary>
    private double Least(int lane)
    {
        double least = 0;
        foreach (int rule in context.Rules.Items.Rules[lane])
            least = Math.Min(least, context.Rules.Rules.Betas[rule]);
        return least;
    }

    /// <summary>The lanes, of rules or groups, that an intervention moves.</summary>
    private SortedSet<int> LanesOf(Appraisal member)
    {
        var rules = context.Rules;
        var lanes = new SortedSet<int>();
        foreach (var (slot, _) in member.Moved)
        {
            foreach (int rule in rules.RulesBySlot[slot])
            {
                if (!rules.Rules.IsDriver[rule] || !rules.Rules.IsScored[rule])
                    continue;
                int group = rules.Items.GroupOfRule[rule];
                lanes.Add(group >= 0 ? rules.Items.Groups[group] : rules.Rules.Positions[rule]);
            }
        }

        return lanes;
    }
}
