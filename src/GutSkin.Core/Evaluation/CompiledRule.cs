namespace GutSkin.Core;

/// <summary>A scoring rule over slots, with its discounted effect.</summary>
internal sealed class CompiledRule
{
    private readonly double[]? levels;

    public CompiledRule(ScoringRule rule, int condition, Slots slots, GateCompiler gates, ScoringModel model)
    {
        Rule = rule;
        Condition = condition;
        Gate = gates.CompileOptional(rule.When);
        Beta = model.Weigh(rule.Effect, rule.Certainty);
        Sigma = model.StandardError(rule.Effect, rule.Certainty);
        Slot = -1;
        Burdens = new Interval(1, 1);
        if (rule.Factor is { } id)
        {
            Slot = slots.IndexOf(id);
            Factor = slots.Factors[Slot];
            if (rule.Curve is { } curve)
            {
                Burdens = curve.BurdensOver(Factor.Min, Factor.Max);
            }
            else
            {
                levels = LevelsOf(rule, Factor);
                Burdens = levels.Length == 0 ? default : new Interval(levels.Min(), levels.Max());
            }
        }

        var read = new SortedSet<int>();
        Gate?.CollectSlots(read);
        if (Slot >= 0)
            read.Add(Slot);
        Reads = [.. read];
        IsDriver = rule.Role == RuleRole.Driver;
        IsScored = rule.IsScored;
    }

    public ScoringRule Rule { get; }

    public int Condition { get; }

    public CompiledGate? Gate { get; }

    /// <summary>The slot of the factor; −1 where the rule has none.</summary>
    public int Slot { get; }

    public Factor? Factor { get; }

    /// <summary>β of the scoring model.</summary>
    public double Beta { get; }

    /// <summary>σ of the scoring model.</summary>
    public double Sigma { get; }

    /// <summary>The least and the greatest burden the factor's allowed values can give; [1, 1] without a factor.</summary>
    public Interval Burdens { get; }

    /// <summary>The slots the rule reads, in the burden or anywhere in the gate.</summary>
    public int[] Reads { get; }

    public bool IsDriver { get; }

    public bool IsScored { get; }

    /// <summary>The greatest upper end the rule can have.</summary>
    public double GreatestHigh
    {
        get
        {
            double high = Math.Max(Beta * Burdens.Low, Beta * Burdens.High);
            return Gate is null ? high : Math.Max(0, high);
        }
    }

    /// <summary>The burden at a known value.</summary>
    public double BurdenAt(double value) =>
        Rule.Curve is { } curve ? curve.BurdenAt(value)
        : levels is null ? 1
        : levels[(int)value];

    /// <summary>The table of section 2 of the scoring model.</summary>
    public RuleRange Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns)
    {
        var truth = Gate?.Evaluate(values, concerns) ?? Truth.True;
        if (truth == Truth.False)
            return new RuleRange(truth, 0, 0);
        bool known = Slot < 0 || !double.IsNaN(values[Slot]);
        double a, b;
        if (known)
        {
            b = Beta * (Slot < 0 ? 1 : BurdenAt(values[Slot]));
            a = truth == Truth.True ? b : 0;
        }
        else
        {
            b = Beta * Burdens.High;
            a = truth == Truth.True ? Beta * Burdens.Low : 0;
        }

        return new RuleRange(truth, Math.Min(a, b) + 0.0, Math.Max(a, b) + 0.0);
    }

    private static double[] LevelsOf(ScoringRule rule, Factor factor)
    {
        if (factor.Kind == FactorKind.Boolean)
        {
            return rule.Levels is null
                ? [0, 1]
                : [rule.Levels.GetValueOrDefault("false"), rule.Levels.GetValueOrDefault("true")];
        }

        return [.. factor.Choices.Select(c => rule.Levels?.GetValueOrDefault(c) ?? 0)];
    }
}
