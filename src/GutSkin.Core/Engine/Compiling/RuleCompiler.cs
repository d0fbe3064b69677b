using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

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
        Rules = new CompiledRules(InForce(resolved.Data));
        classes = new BoundRuleClass?[Rules.Count];
        slotsOfClass = new int[Rules.Count][];
        for (int i = 0; i < Rules.Count; i++)
        {
            var rule = Rules.Source[i];
            Rules.Conditions[i] = conditions[rule.Condition];
            Rules.Gates[i] = gates.Add(rule.When);
            Rules.Slots[i] = rule.Factor is { } factor && rule.Class is null ? slots.IndexOf(factor) : -1;
            Rules.Burdens[i] = rule.Class is { } own ? Bind(i, own, slots)
                : Rules.Slots[i] < 0 ? RuleBurden.One
                : RuleBurden.Of(rule, slots.Factors[Rules.Slots[i]]);
            (Rules.Betas[i], Rules.Sigmas[i]) = resolved.Model.WeighWithError(rule.Effect, rule.Certainty);
            Rules.IsScored[i] = !rule.Informational;
            Rules.IsDriver[i] = rule.Role == RuleRole.Driver;
            if (rule.Informational)
                informational++;
        }

        Items = new ItemCompiler(Rules, conditions.Count).Build();
    }

    public CompiledRules Rules { get; }

    public ScoreItems Items { get; }

    /// <summary>Gives every rule its lane and fills the table.</summary>
    /// <param name="builder">Where the gates were added.</param>
    /// <param name="gates">What became of them.</param>
    public (RuleTable Table, OffTableCurve[] OffTableCurves) Build(GateTableBuilder builder, GateTable gates)
    {
        int off = 0;
        for (int i = 0; i < Rules.Count; i++)
        {
            if (!Rules.Burdens[i].FitsTable)
                off++;
        }

        var offTable = new OffTableCurve[off];
        int next = Items.Positions + Items.Members, burden = layout.Burdens;
        var table = new RuleTable(Items, Lanes.Pad(next + informational), gates, layout.One, layout.Burdens + off);
        for (int i = 0; i < Rules.Count; i++)
        {
            if (!Rules.IsScored[i])
                Rules.Positions[i] = next++;
            int position = Rules.Positions[i], node = Rules.Gates[i] = builder.NodeOf(Rules.Gates[i]);
            if (classes[i] is { } own)
            {
                Rules.Computed[i] = new CompiledComputation(i, position, node, Rules.Betas[i], slotsOfClass[i], own);
                table.SetComputed(position);
            }
            else if (Rules.Burdens[i].FitsTable)
            {
                table.Set(position, Rules.Slots[i] < 0 ? layout.One : Rules.Slots[i], node, Rules.Betas[i], Rules.Burdens[i]);
            }
            else
            {
                offTable[burden - layout.Burdens] = new OffTableCurve(Rules.Slots[i], Rules.Burdens[i]);
                table.Set(position, burden++, node, Rules.Betas[i], RuleBurden.Identity with { Range = Rules.Burdens[i].Range });
            }
        }

        return (table, offTable);
    }

    /// <summary>Finds what a class reads, and asks it for its burdens where nothing is known.</summary>
    private RuleBurden Bind(int rule, RuleClass own, Slots slots)
    {
        slotsOfClass[rule] = [.. own.Factors.Select(slots.IndexOf)];
        var bound = classes[rule] = new BoundRuleClass(Rules.Source[rule].Id, own, [.. slotsOfClass[rule].Select(s => slots.Factors[s])]);
        var open = bound.BurdenOfNothing(new double[own.Factors.Length]);
        return RuleBurden.Computed(new Interval(open.Low, open.High));
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
