using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Section 4 of the scoring model: a condition's score with its intervals, shares and contributions.</summary>
internal sealed class ConditionScoreBuilder(EvaluationContext context)
{
    public ConditionScore Build(int index)
    {
        var compiled = context.Rules.Conditions[index];
        var pass = context.Pass;
        var low = default(OrderedSum);
        var high = default(OrderedSum);
        double squares = 0, positive = 0, determined = 0;
        var counted = new HashSet<int>();
        foreach (var item in compiled.Items)
        {
            var range = item.Range(pass.Ranges);
            low.Add(range.Low);
            high.Add(range.High);
            int winner = item.Winner(pass.Values);
            counted.Add(winner);
            squares += Variance(winner);
            if (pass.Values[winner] > 0)
                positive += pass.Values[winner];
        }

        foreach (int rule in compiled.Scored)
        {
            if (pass.Ranges[rule].IsDetermined)
                determined += Math.Abs(context.Rules.Rules[rule].Beta);
        }

        double logOdds = pass.LogOdds[index];
        double score = DeterministicMath.Index(logOdds);
        double margin = Effect.NormalQuantile * Math.Sqrt(squares);
        var condition = compiled.Condition;
        return new ConditionScore
        {
            Id = condition.Id,
            Name = context.Localizer.Text("conditions", condition.Id, "name", condition.Name),
            Kind = condition.Kind,
            Concern = context.Profile.Advised.Contains(index),
            Score = score,
            LogOdds = logOdds,
            Interval = new Interval(DeterministicMath.Index(low.Total), DeterministicMath.Index(high.Total)),
            Uncertainty = new Interval(DeterministicMath.Index(logOdds - margin), DeterministicMath.Index(logOdds + margin)),
            Ceiling = compiled.Ceiling,
            Completeness = compiled.TotalWeight == 0 ? 1 : determined / compiled.TotalWeight,
            Band = context.Rules.Resolved.Model.BandOf(score),
            Contributions = Contributions(index, counted, positive),
            Mechanisms = MechanismShares(counted, positive),
        };
    }

    /// <summary>(b·σ)² + (β·(b(v+m) − b(v−m))/2)², the second only where the gate is true, the factor known and a curve is there.</summary>
    private double Variance(int index)
    {
        var rule = context.Rules.Rules[index];
        double effect = Counted(index) * rule.Sigma;
        double variance = effect * effect;
        if (context.Pass.Ranges[index].Gate == Truth.True && rule.Rule.Curve is { } curve && rule.Factor?.MeasurementError is { } error
            && !context.Profile.IsMissing(rule.Slot))
        {
            double value = context.Profile.Values[rule.Slot], m = error.At(value);
            double measured = rule.Beta * (curve.BurdenAt(value + m) - curve.BurdenAt(value - m)) / 2;
            variance += measured * measured;
        }

        return variance;
    }

    /// <summary>|value/β|: the burden that is counted.</summary>
    private double Counted(int index)
    {
        double beta = context.Rules.Rules[index].Beta;
        return beta == 0 ? 0 : Math.Abs(context.Pass.Values[index] / beta);
    }

    /// <summary>The burden of the answer; where it is missing, the burden that is counted.</summary>
    private double Burden(int index)
    {
        var rule = context.Rules.Rules[index];
        return rule.Slot < 0 ? 1
            : context.Profile.IsMissing(rule.Slot) ? Counted(index)
            : rule.BurdenAt(context.Profile.Values[rule.Slot]);
    }

    private ImmutableArray<Contribution> Contributions(int condition, HashSet<int> counted, double positive)
    {
        var list = new List<Contribution>();
        for (int i = 0; i < context.Rules.Rules.Length; i++)
        {
            var compiled = context.Rules.Rules[i];
            if (compiled.Condition != condition || context.Pass.Ranges[i].Gate == Truth.False)
                continue;
            var rule = compiled.Rule;
            var range = context.Pass.Ranges[i];
            double value = context.Pass.Values[i];
            bool counts = counted.Contains(i);
            list.Add(new Contribution
            {
                Rule = rule.Id,
                Factor = rule.Factor,
                Value = compiled.Factor is { } factor && !context.Profile.IsMissing(compiled.Slot)
                    ? Slots.Decode(context.Profile.Values[compiled.Slot], factor) : null,
                Burden = Burden(i),
                LogOdds = value,
                Share = counts && positive > 0 ? value / positive : 0,
                Counted = counts,
                Determined = range.IsDetermined,
                Informational = rule.Informational,
                Range = new Interval(range.Low, range.High),
                Certainty = rule.Certainty,
                Role = rule.Role,
                Modifiable = compiled.Factor?.Modifiable ?? false,
                Mechanisms = rule.Mechanisms,
                Effect = rule.Effect,
                Population = rule.Population,
                Evidence = rule.Evidence,
                ContradictedBy = rule.ContradictedBy,
            });
        }

        // The compiled rules stand in the order of their ids, and OrderBy is stable.
        return [.. list.OrderByDescending(c => Math.Abs(c.LogOdds))];
    }

    private ImmutableArray<MechanismShare> MechanismShares(HashSet<int> counted, double positive)
    {
        if (positive <= 0)
            return [];
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (int i in counted.Order())
        {
            double value = context.Pass.Values[i];
            var mechanisms = context.Rules.Rules[i].Rule.Mechanisms;
            if (value <= 0)
                continue;
            foreach (string mechanism in mechanisms)
                sums[mechanism] = sums.GetValueOrDefault(mechanism) + (value / mechanisms.Length);
        }

        return
        [
            .. sums.Select(s => new MechanismShare(s.Key, s.Value / positive))
                .Where(s => s.Share > 0)
                .OrderByDescending(s => s.Share),
        ];
    }
}
