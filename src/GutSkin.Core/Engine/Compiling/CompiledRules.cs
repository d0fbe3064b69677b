using System.Runtime.InteropServices;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>The scoring rules that are not retired, by id, one array a property.</summary>
internal sealed class CompiledRules(ScoringRule[] source)
{
    public int Count => Source.Length;

    public ScoringRule[] Source { get; } = source;

    public int[] Conditions { get; } = new int[source.Length];

    /// <summary>The slot of each rule's factor; −1 where it has none, or a class reads it.</summary>
    public int[] Slots { get; } = new int[source.Length];

    /// <summary>The node of each rule's gate.</summary>
    public int[] Gates { get; } = new int[source.Length];

    /// <summary>β of the scoring model.</summary>
    public double[] Betas { get; } = new double[source.Length];

    /// <summary>σ of the scoring model.</summary>
    public double[] Sigmas { get; } = new double[source.Length];

    public RuleBurden[] Burdens { get; } = new RuleBurden[source.Length];

    public bool[] IsScored { get; } = new bool[source.Length];

    public bool[] IsDriver { get; } = new bool[source.Length];

    /// <summary>The classes that compute the rules' burdens; null for those that are data.</summary>
    public CompiledComputation?[] Computed { get; } = new CompiledComputation?[source.Length];

    /// <summary>The lane of each rule in the <see cref="RuleTable"/>.</summary>
    public int[] Positions { get; } = new int[source.Length];
}

/// <summary>
/// A rule that a class computes. The table holds its lane with nothing in it; a scalar pass after the table writes what the class
/// says. All it needs is here, so that every path computes it the same way.
/// </summary>
/// <param name="Rule">Its position in the compiled rules.</param>
/// <param name="Position">Its lane.</param>
/// <param name="Gate">The node of its gate.</param>
/// <param name="Beta">β of the scoring model.</param>
/// <param name="Slots">The slots it reads, in the order declared.</param>
/// <param name="Class">The class.</param>
internal sealed record CompiledComputation(int Rule, int Position, int Gate, double Beta, int[] Slots, BoundRuleClass Class)
{
    /// <summary>The burdens that a profile's numbers give.</summary>
    /// <param name="values">The profile's numbers, by slot.</param>
    /// <param name="inputs">Space for as many numbers as the class reads.</param>
    public BurdenRange BurdenOf(ReadOnlySpan<double> values, Span<double> inputs)
    {
        for (int i = 0; i < Slots.Length; i++)
            inputs[i] = values[Slots[i]];
        return Class.Burden(inputs);
    }

    /// <summary>The end of the rule's range nearer to 0, which is its value, and the other, as the table's rules have them.</summary>
    /// <param name="gate">The truth of its gate.</param>
    /// <param name="values">The profile's numbers, by slot.</param>
    /// <param name="inputs">Space for as many numbers as the class reads.</param>
    public (double Near, double Far) Ends(Truth gate, ReadOnlySpan<double> values, Span<double> inputs)
    {
        for (int i = 0; i < Slots.Length; i++)
            inputs[i] = values[Slots[i]];
        return Ends(gate, inputs[..Slots.Length]);
    }

    /// <summary>The same, of the answers it reads, in the order declared.</summary>
    public (double Near, double Far) Ends(Truth gate, ReadOnlySpan<double> inputs)
    {
        if (gate == Truth.False)
            return (0, 0);
        var burden = Class.Burden(inputs);
        return (gate == Truth.True ? (Beta * burden.Low) + 0.0 : 0, (Beta * burden.High) + 0.0);
    }

    /// <summary>Writes the range and the value into the rule's lane.</summary>
    public void Write(ScoreState state)
    {
        var (near, far) = Ends(state.TruthOf(Gate), state.Values, state.Inputs);
        state.Low[Position] = Math.Min(near, far);
        state.High[Position] = Math.Max(near, far);
        state.Value[Position] = near;
    }
}

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
        slotsOfClass[rule] = slots.IndexesOf(own.Factors);
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

        return Sorting.ById<ScoringRule>(CollectionsMarshal.AsSpan(rules), static r => r.Id);
    }
}
