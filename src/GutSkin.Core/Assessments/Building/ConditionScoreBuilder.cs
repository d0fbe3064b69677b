using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 4 of the scoring model: a condition's score with its intervals and shares.</summary>
internal sealed class ConditionScoreBuilder(EvaluationContext context)
{
    /// <summary>An interval that is wider than the model allows by no more than this, in points, is settled.</summary>
    private const double SettledSlack = 1e-9;

    private readonly CompiledRules rules = context.Rules.Rules;
    private readonly bool[] counted = new bool[context.Rules.Rules.Count];
    private readonly ContributionBuilder contributions = new(context);
    private readonly List<MechanismShare> mechanisms = [];
    private readonly SmallSums sums = new();
    private int[] order = new int[16];
    private double[] shares = new double[16];

    public ConditionScore Build(int index)
    {
        var set = context.Rules;
        var state = context.State;
        var compiled = set.Conditions[index];
        double squares = 0, positive = 0, determined = 0;
        int first = set.Items.First[index];
        for (int lane = first; lane < first + set.Items.Length[index]; lane++)
            counted[ItemSums.Counted(state, lane)] = true;
        var ofCondition = set.RulesOfCondition[index];
        foreach (int rule in ofCondition)
        {
            if (counted[rule])
            {
                AddSquares(rule, ref squares);
                positive += Math.Max(0, contributions.ValueOf(rule));
            }

            if (rules.IsScored[rule] && contributions.IsDetermined(rule))
                determined += Math.Abs(rules.Betas[rule]);
        }

        double logOdds = state.Totals[index];
        double score = state.Indexes[index];
        double margin = Effect.NormalQuantile * Math.Sqrt(squares);
        var condition = compiled.Condition;
        var interval = new Interval(state.Indexes[state.Stride + index], state.Indexes[(2 * state.Stride) + index]);
        bool hasIndex = set.HasIndex(index);
        var result = new ConditionScore
        {
            Id = condition.Id,
            Name = context.Localizer.Text("conditions", condition.Id, "name", condition.Name),
            Kind = condition.Kind,
            Concern = context.IsAdvised(index),
            Score = hasIndex ? score : null,
            LogOdds = hasIndex ? logOdds : null,
            Interval = hasIndex ? interval : null,
            Uncertainty = hasIndex ? new Interval(DeterministicMath.Index(logOdds - margin), DeterministicMath.Index(logOdds + margin)) : null,
            Ceiling = hasIndex ? context.CeilingOf(index) : null,
            Settled = hasIndex ? interval.Width <= set.Resolved.Model.SettledWidth + SettledSlack : null,
            Completeness = !hasIndex ? null : compiled.TotalWeight == 0 ? 1 : determined / compiled.TotalWeight,
            Band = hasIndex ? set.Resolved.Model.BandOf(score) : null,
            Contributions = contributions.Build(ofCondition, counted, positive),
            Mechanisms = MechanismShares(ofCondition, positive),
        };
        foreach (int rule in ofCondition)
            counted[rule] = false;
        return result;
    }

    /// <summary>Adds (b·σ)², then (β·(b(v+m) − b(v−m))/2)², the second only where the gate is true, the factor known and a curve is there; with several factors one for each.</summary>
    private void AddSquares(int rule, ref double squares)
    {
        double effect = contributions.CountedBurden(rule) * rules.Sigmas[rule];
        squares += effect * effect;
        if (context.State.TruthOf(rules.Gates[rule]) != Truth.True)
            return;
        if (rules.Computed[rule] is { } computed)
        {
            AddMeasured(computed, ref squares);
            return;
        }

        int slot = rules.Slots[rule];
        if (slot >= 0 && rules.Source[rule].Curve is { } curve && !context.IsMissing(slot) && context.ErrorOf(slot) is { } m)
        {
            double value = context.State.Values[slot];
            double measured = rules.Betas[rule] * (curve.BurdenAt(value + m) - curve.BurdenAt(value - m)) / 2;
            squares += measured * measured;
        }
    }

    /// <summary>What measurement errors do to a burden that a class computes: each known number is moved by its error, inside its bounds.</summary>
    private void AddMeasured(CompiledComputation computed, ref double squares)
    {
        var state = context.State;
        for (int i = 0; i < computed.Slots.Length; i++)
        {
            int slot = computed.Slots[i];
            var factor = context.Rules.Slots.Factors[slot];
            double value = state.Values[slot];
            if (!factor.IsNumeric || double.IsNaN(value) || context.ErrorOf(slot) is not { } m)
                continue;
            var allowed = Slots.Allowed(factor);
            double more = BurdenAt(Math.Min(value + m, allowed.High)), less = BurdenAt(Math.Max(value - m, allowed.Low));
            state.Values[slot] = value;
            double measured = computed.Beta * (more - less) / 2;
            squares += measured * measured;

            double BurdenAt(double x)
            {
                state.Values[slot] = x;
                return computed.BurdenOf(state.Values, state.Inputs).Low;
            }
        }
    }

    private ImmutableArray<MechanismShare> MechanismShares(ReadOnlySpan<int> ofCondition, double positive)
    {
        if (positive <= 0)
            return [];
        sums.Clear();
        foreach (int rule in ofCondition)
        {
            double value = contributions.ValueOf(rule);
            if (!counted[rule] || value <= 0)
                continue;
            var of = rules.Source[rule].Mechanisms;
            foreach (string mechanism in of)
                sums.Add(mechanism, value / of.Length);
        }

        mechanisms.Clear();
        for (int i = 0; i < sums.Count; i++)
        {
            if (sums.SumAt(i) / positive > 0)
                mechanisms.Add(new MechanismShare(sums.NameAt(i), sums.SumAt(i) / positive));
        }

        mechanisms.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        if (order.Length < mechanisms.Count)
            (order, shares) = (new int[2 * mechanisms.Count], new double[2 * mechanisms.Count]);
        for (int i = 0; i < mechanisms.Count; i++)
            (order[i], shares[i]) = (i, mechanisms[i].Share);
        Ties.SortDescending(order.AsSpan(0, mechanisms.Count), shares);
        var sorted = new MechanismShare[mechanisms.Count];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = mechanisms[order[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }
}

/// <summary>Sums by a name, for so few names that looking at each is quickest.</summary>
internal sealed class SmallSums
{
    private readonly List<string> names = new(8);
    private readonly List<double> sums = new(8);

    public int Count => names.Count;

    public string NameAt(int index) => names[index];

    public double SumAt(int index) => sums[index];

    public void Clear()
    {
        names.Clear();
        sums.Clear();
    }

    public void Add(string name, double value)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                sums[i] += value;
                return;
            }
        }

        names.Add(name);
        sums.Add(0.0 + value);
    }
}
