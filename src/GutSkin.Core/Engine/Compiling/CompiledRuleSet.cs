using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>A resolved rule set as flat arrays, every name turned into a position. Immutable; shared by all threads.</summary>
internal sealed class CompiledRuleSet
{
    private CompiledCondition[]? conditions;
    private IntLists? reads;
    private IntLists? rulesBySlot;
    private IntLists? rulesOfCondition;
    private CompiledAdvice? advice;
    private int[][]? screenSlots;
    private CohortPlan? cohortPlan;

    public CompiledRuleSet(ResolvedRuleSet resolved)
    {
        Resolved = resolved;
        var set = resolved.Data;
        Slots = new Slots(set.Factors.AsSpan());
        SkinConditions = Sorting.ById(set.Conditions.AsSpan(), static c => c.Id);
        ConditionIndex = new Dictionary<string, int>(SkinConditions.Length, StringComparer.Ordinal);
        for (int i = 0; i < SkinConditions.Length; i++)
            ConditionIndex.Add(SkinConditions[i].Id, i);
        Layout = new SlotLayout(Slots.Count, SkinConditions.Length);
        var gates = new GateTableBuilder(Slots, Layout, ConditionIndex);
        var rules = new RuleCompiler(resolved, Slots, Layout, ConditionIndex, gates);
        gates.EndOfScoring();
        Inferences = new Inferences(set, Slots, gates);
        var other = new AdviceGates(set, Slots, gates);
        var actions = new ActionGates(other.AllInterventions, Slots, gates);
        Gates = gates.Build();
        Rules = rules.Rules;
        Items = rules.Items;
        var without = new List<int>();
        for (int c = 0; c < SkinConditions.Length; c++)
        {
            if (!HasIndex(c))
                without.Add(c);
        }

        WithoutIndex = [.. without];
        (Table, OffTableCurves) = rules.Build(gates, Gates);
        ComputedRules = Array.FindAll(Rules.Computed, static c => c is not null)!;
        AdviceGates = other.Resolve(gates);
        ReadByScores = ReadSlots();
        Inferences.Resolve(gates, Gates, ReadByScores);
        ActionGates = actions.Resolve(gates);
        OrderOfConditions = new int[SkinConditions.Length];
        for (int i = 0; i < OrderOfConditions.Length; i++)
            OrderOfConditions[i] = ConditionIndex[set.Conditions[i].Id];
    }

    /// <summary>A rule set compiled once, however many services there are for it.</summary>
    public static CompiledRuleSet Of(ResolvedRuleSet resolved) => resolved.Attached(static r => new CompiledRuleSet(r));

    public ResolvedRuleSet Resolved { get; }

    public Slots Slots { get; }

    /// <summary>Where the numbers of a profile are.</summary>
    public SlotLayout Layout { get; }

    /// <summary>How long the array of a profile's numbers is.</summary>
    public int SlotCount => Layout.Burdens + OffTableCurves.Length + Table.NodeCount;

    /// <summary>Conditions and states, by id.</summary>
    public SkinCondition[] SkinConditions { get; }

    public Dictionary<string, int> ConditionIndex { get; }

    public GateTable Gates { get; }

    public CompiledRules Rules { get; }

    /// <summary>What follows from answers: derived values, and what does not apply.</summary>
    public Inferences Inferences { get; }

    /// <summary>Whether a rule reads each slot, in the burden or the gate.</summary>
    public bool[] ReadByScores { get; }

    public ScoreItems Items { get; }

    public RuleTable Table { get; }

    /// <summary>The conditions at which no scored rule aims.</summary>
    public int[] WithoutIndex { get; }

    /// <summary>Whether a scored rule aims at a condition: without one it has no index.</summary>
    public bool HasIndex(int condition) => Items.Length[condition] > 0;

    /// <summary>The burdens that are computed on their own, in the order of their slots.</summary>
    public OffTableCurve[] OffTableCurves { get; }

    /// <summary>The rules that classes compute, by id.</summary>
    public CompiledComputation[] ComputedRules { get; }

    /// <summary>The nodes of safety rules, interventions and screens.</summary>
    public AdviceGates AdviceGates { get; }

    /// <summary>The nodes inside interventions and references.</summary>
    public ActionGates ActionGates { get; }

    /// <summary>The conditions in the order of the rule set.</summary>
    public int[] OrderOfConditions { get; }

    /// <summary>Conditions and states by id, with their weights; made when first asked for, as all that follows.</summary>
    public CompiledCondition[] Conditions => conditions ??= ConditionCompiler.Compile(this);

    /// <summary>The slots of what each screen lists, made when first asked for: whoever only scores needs no more of the advice than these.</summary>
    public int[][] ScreenSlots => screenSlots ??= SlotsOfScreens();

    /// <summary>The slots each rule reads, in the burden or anywhere in the gate, rising.</summary>
    public IntLists Reads => reads ??= ConditionCompiler.Reads(this);

    /// <summary>For each slot the rules that read it, by id.</summary>
    public IntLists RulesBySlot => rulesBySlot ??= Reads.Inverted(Slots.Count);

    /// <summary>For each condition its rules, informational ones too, by id.</summary>
    public IntLists RulesOfCondition => rulesOfCondition ??= IntLists.ByKey(Rules.Conditions, SkinConditions.Length);

    /// <summary>What is to be done for the rows of a cohort.</summary>
    public CohortPlan CohortPlan => cohortPlan ??= new CohortPlan(this);

    /// <summary>Safety rules, interventions and screens.</summary>
    public CompiledAdvice Advice => advice ??= new CompiledAdvice(this);

    private int[][] SlotsOfScreens()
    {
        var screens = Resolved.Data.Screens;
        int[][] slots = new int[screens.Length][];
        for (int i = 0; i < slots.Length; i++)
            slots[i] = Slots.IndexesOf(screens[i].Factors);
        return slots;
    }

    private bool[] ReadSlots()
    {
        bool[] read = new bool[SlotCount];
        for (int i = 0; i < Rules.Count; i++)
        {
            if (!Rules.IsScored[i])
                continue;
            read[Rules.Slots[i] < 0 ? Layout.One : Rules.Slots[i]] = true;
            foreach (int slot in Rules.Computed[i]?.Slots ?? [])
                read[slot] = true;
        }

        for (int leaf = 0; leaf < Gates.ScoredLeaves; leaf++)
            read[Gates.Leaves[leaf].Slot] = true;
        return read;
    }
}

/// <summary>A condition, with what holds of its score whatever is known.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="TotalWeight">Σ|β| over the scored rules.</param>
internal sealed record CompiledCondition(SkinCondition Condition, double TotalWeight);

/// <summary>What holds of conditions and rules whatever is known of a person.</summary>
internal static class ConditionCompiler
{
    public static CompiledCondition[] Compile(CompiledRuleSet set)
    {
        var compiled = new CompiledCondition[set.SkinConditions.Length];
        for (int c = 0; c < compiled.Length; c++)
        {
            double weight = 0;
            foreach (int rule in set.RulesOfCondition[c])
            {
                if (set.Rules.IsScored[rule])
                    weight += Math.Abs(set.Rules.Betas[rule]);
            }

            compiled[c] = new CompiledCondition(set.SkinConditions[c], weight);
        }

        return compiled;
    }

    public static IntLists Reads(CompiledRuleSet set)
    {
        int[] starts = new int[set.Rules.Count + 1];
        var entries = new List<int>(set.Rules.Count * 2);
        var read = new List<int>();
        for (int i = 0; i < set.Rules.Count; i++)
        {
            read.Clear();
            if (set.Rules.Slots[i] >= 0)
                read.Add(set.Rules.Slots[i]);
            foreach (int slot in set.Rules.Computed[i]?.Slots ?? [])
                read.Add(slot);
            set.Gates.CollectFactors(set.Rules.Gates[i], set.Slots.Count, read);
            entries.AddRange(Sorting.Distinct(read));
            starts[i + 1] = entries.Count;
        }

        return new IntLists(starts, [.. entries]);
    }
}
