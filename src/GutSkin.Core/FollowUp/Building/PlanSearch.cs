using GutSkin.Core.Assessments.Building;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>
/// Picks the steps. Of two choices that are allowed the better one has more steps of tier 1; with as many, more of tier 2; with as many, the greater joint
/// benefit; then less effort, fewer steps, and the ids that come first. Allowed is what fits the effort and the number of steps, moves no factor twice, brings about
/// nothing that a safety rule warns of, and has no step of tier 3 without which the joint benefit would be less by no more than 0.01.
/// </summary>
internal sealed class PlanSearch
{
    /// <summary>Up to so many choices all are looked at.</summary>
    public const int MostChoices = 20_000;

    /// <summary>A step of tier 3 that adds less is none.</summary>
    public const double LeastGain = 0.01;

    private const double Tie = 1e-12;
    private const int MostRounds = 10;

    private readonly Appraisal[] candidates;
    private readonly Appraisal[] care;
    private readonly PlanOptions options;
    private readonly JointGain gain;
    private readonly JointSafety safety;
    private readonly Dictionary<string, double> gains = new(StringComparer.Ordinal);

    /// <summary>Prepares a search.</summary>
    /// <param name="context">The person.</param>
    /// <param name="candidates">What may be a step, in the order of ids.</param>
    /// <param name="care">What goes on beside.</param>
    /// <param name="options">How large the plan may be.</param>
    public PlanSearch(EvaluationContext context, Appraisal[] candidates, Appraisal[] care, PlanOptions options)
    {
        (this.candidates, this.care, this.options) = (candidates, care, options);
        gain = new JointGain(context);
        safety = new JointSafety(context, care);
    }

    /// <summary>Finds the steps, as positions of candidates, and says whether all choices were looked at.</summary>
    public (int[] Chosen, bool Exact) Run()
    {
        int[] best = [];
        if (Choices() > MostChoices)
            return (Greedy(), false);
        var chosen = new List<int>();
        LookAtAll(0, chosen, ref best);
        return (best, true);
    }

    /// <summary>The joint benefit of a choice and established care.</summary>
    public double GainOf(ReadOnlySpan<int> chosen)
    {
        string key = string.Join(',', chosen.ToArray());
        if (!gains.TryGetValue(key, out double value))
            gains.Add(key, value = gain.Of([.. care, .. Members(chosen)]));
        return value;
    }

    /// <summary>The position of the safety rule that a choice would make speak; −1 where none would.</summary>
    public int Broken(ReadOnlySpan<int> chosen) => safety.Broken(Members(chosen));

    /// <summary>The effort of a choice, in points.</summary>
    public int PointsOf(ReadOnlySpan<int> chosen)
    {
        int points = 0;
        foreach (int i in chosen)
            points += PlanOptions.PointsOf(candidates[i].Compiled.Intervention.Effort);
        return points;
    }

    /// <summary>Whether two interventions pull one lever: they move the same factor.</summary>
    public static bool PullTogether(Appraisal one, Appraisal other)
    {
        foreach (var (slot, _) in one.Moved)
        {
            foreach (var (moved, _) in other.Moved)
            {
                if (slot == moved)
                    return true;
            }
        }

        return false;
    }

    /// <summary>How many choices there are that have no more steps than allowed; more than <see cref="MostChoices"/> is not counted on.</summary>
    private long Choices()
    {
        long all = 0, ofSize = 1;
        for (int size = 1; size <= Math.Min(options.AtMost, candidates.Length); size++)
        {
            ofSize = ofSize * (candidates.Length - size + 1) / size;
            all += ofSize;
            if (all > MostChoices)
                return all;
        }

        return all;
    }

    private void LookAtAll(int from, List<int> chosen, ref int[] best)
    {
        for (int i = from; i < candidates.Length; i++)
        {
            if (!Fits(chosen, i))
                continue;
            chosen.Add(i);
            int[] choice = [.. chosen];
            if (IsBetter(choice, best) && IsAllowed(choice))
                best = choice;
            if (chosen.Count < options.AtMost)
                LookAtAll(i + 1, chosen, ref best);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    /// <summary>One step more at a time, the best each time; then one for another, while that is better.</summary>
    private int[] Greedy()
    {
        int[] best = [];
        while (best.Length < options.AtMost && BestOf(best, Added(best)) is { } more)
            best = more;
        for (int round = 0; round < MostRounds && BestOf(best, Exchanged(best)) is { } other; round++)
            best = other;
        return best;
    }

    private int[]? BestOf(int[] now, IEnumerable<int[]> choices)
    {
        int[]? best = null;
        foreach (int[] choice in choices)
        {
            if (IsBetter(choice, best ?? now) && IsAllowed(choice))
                best = choice;
        }

        return best;
    }

    private IEnumerable<int[]> Added(int[] chosen) =>
        Enumerable.Range(0, candidates.Length).Where(i => !chosen.Contains(i) && Fits(chosen, i)).Select(i => chosen.Append(i).Order().ToArray());

    private IEnumerable<int[]> Exchanged(int[] chosen) => chosen.SelectMany(out_ => Added([.. chosen.Where(i => i != out_)]));

    /// <summary>Whether one more fits into the effort and moves no factor that is moved already.</summary>
    private bool Fits(IReadOnlyCollection<int> chosen, int more)
    {
        int points = PlanOptions.PointsOf(candidates[more].Compiled.Intervention.Effort);
        foreach (int i in chosen)
        {
            points += PlanOptions.PointsOf(candidates[i].Compiled.Intervention.Effort);
            if (PullTogether(candidates[i], candidates[more]))
                return false;
        }

        return chosen.Count < options.AtMost && points <= options.Budget;
    }

    private bool IsAllowed(int[] choice)
    {
        double all = GainOf(choice);
        foreach (int i in choice)
        {
            if (candidates[i].Tier == 3 && all - GainOf([.. choice.Where(other => other != i)]) < LeastGain - Tie)
                return false;
        }

        return Broken(choice) < 0;
    }

    private bool IsBetter(int[] one, int[] other)
    {
        int order = Count(one, 1) - Count(other, 1);
        if (order == 0)
            order = Count(one, 2) - Count(other, 2);
        if (order != 0)
            return order > 0;
        double gained = GainOf(one) - GainOf(other);
        if (Math.Abs(gained) > Tie)
            return gained > 0;
        order = PointsOf(one) - PointsOf(other);
        if (order == 0)
            order = one.Length - other.Length;
        // Candidates stand in the order of their ids.
        return order != 0 ? order < 0 : one.AsSpan().SequenceCompareTo(other) < 0;
    }

    private int Count(int[] chosen, int tier) => chosen.Count(i => candidates[i].Tier == tier);

    private Appraisal[] Members(ReadOnlySpan<int> chosen)
    {
        var members = new Appraisal[chosen.Length];
        for (int i = 0; i < members.Length; i++)
            members[i] = candidates[chosen[i]];
        return members;
    }
}

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
