namespace GutSkin.Core;

/// <summary>Turns scoring rules into arrays: one pass over the rules, one over the items.</summary>
internal sealed class RuleCompiler
{
    private readonly SlotLayout layout;
    private readonly BoundRuleClass?[] classes;
    private readonly int[][] slotsOfClass;
    private readonly int informational;

    public RuleCompiler(
        ResolvedRuleSet resolved, Slots slots, SlotLayout layout, Dictionary<string, int> conditions, GateTableBuilder gates)
    {
        this.layout = layout;
        Weights = new ModelWeights(resolved.Model);
        Rules = new CompiledRules(InForce(resolved.RuleSet));
        classes = new BoundRuleClass?[Rules.Count];
        slotsOfClass = new int[Rules.Count][];
        for (int i = 0; i < Rules.Count; i++)
        {
            var rule = Rules.Source[i];
            Rules.Conditions[i] = conditions[rule.Condition];
            Rules.Gates[i] = gates.Add(rule.When);
            Rules.Slots[i] = rule.Factor is { } factor && rule.Class is null ? slots.IndexOf(factor) : -1;
            Rules.Curves[i] = rule.Class is { } own ? Bind(i, own, slots)
                : Rules.Slots[i] < 0 ? BurdenCurve.One
                : BurdenCurve.Of(rule, slots.Factors[Rules.Slots[i]]);
            double lambda = rule.Effect.LogOdds;
            Rules.Betas[i] = Weights.Beta(lambda, rule.Certainty);
            Rules.Sigmas[i] = ModelWeights.Sigma(rule.Effect, lambda, Rules.Betas[i]);
            Rules.IsScored[i] = !rule.Informational;
            Rules.IsDriver[i] = rule.Role == RuleRole.Driver;
            if (rule.Informational)
                informational++;
        }

        Items = new ItemCompiler(Rules, conditions.Count).Build();
    }

    public CompiledRules Rules { get; }

    public ScoreItems Items { get; }

    public ModelWeights Weights { get; }

    /// <summary>Gives every rule its lane and fills the table.</summary>
    public (RuleTable Table, LongCurve[] LongCurves) Build(GateTableBuilder gates)
    {
        int members = 0;
        for (int i = 0; i < Items.Groups.Length; i++)
            members += Items.GroupMembers[i].Length;
        int next = Items.Positions + members;
        var table = new RuleTable(Lanes.Pad(next + informational), layout.One);
        var longCurves = new List<LongCurve>();
        for (int i = 0; i < Rules.Count; i++)
        {
            if (!Rules.IsScored[i])
                Rules.Positions[i] = next++;
            int position = Rules.Positions[i];
            Rules.Gates[i] = gates.NodeOf(Rules.Gates[i]);
            table.Gates[position] = Rules.Gates[i];
            if (classes[i] is { } own)
            {
                Rules.Computed[i] = new CompiledComputation(i, position, Rules.Gates[i], Rules.Betas[i], slotsOfClass[i], own);
                continue;
            }

            var curve = Rules.Curves[i];
            if (!curve.FitsTable)
            {
                table.Slots[position] = layout.Burdens + longCurves.Count;
                longCurves.Add(new LongCurve(Rules.Slots[i], curve));
                table.Set(position, Rules.Betas[i], BurdenCurve.Identity with { Range = curve.Range });
            }
            else
            {
                if (Rules.Slots[i] >= 0)
                    table.Slots[position] = Rules.Slots[i];
                table.Set(position, Rules.Betas[i], curve);
            }
        }

        return (table, [.. longCurves]);
    }

    /// <summary>Finds what a class reads, and asks it for its burdens where nothing is known.</summary>
    private BurdenCurve Bind(int rule, RuleClass own, Slots slots)
    {
        slotsOfClass[rule] = [.. own.Factors.Select(slots.IndexOf)];
        var bound = classes[rule] = new BoundRuleClass(Rules.Source[rule].Id, own, [.. slotsOfClass[rule].Select(s => slots.Factors[s])]);
        var open = bound.BurdenOfNothing(new double[own.Factors.Length]);
        return BurdenCurve.Computed(new Interval(open.Low, open.High));
    }

    private static ScoringRule[] InForce(RuleSet set)
    {
        var rules = new List<ScoringRule>(set.Rules.Length);
        foreach (var rule in set.Rules)
        {
            if (rule.Lifecycle != RuleLifecycle.Retired)
                rules.Add(rule);
        }

        rules.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. rules];
    }
}
