using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// What follows for one factor from the answers to others: a number that derivations work out, or that a yes/no factor does not
/// apply and is false.
/// </summary>
/// <param name="Slot">The factor.</param>
/// <param name="Derivations">The derivations that fill it, by id; empty for a yes/no factor.</param>
/// <param name="AskWhen">Its <c>askWhen</c>.</param>
/// <param name="Screens">The gates of all screens that list it; empty where one of them is always asked, or none lists it.</param>
/// <param name="Reads">The slots it reads, rising.</param>
internal sealed record InferenceStep(int Slot, CompiledDerivation[] Derivations, FlatGate AskWhen, FlatGate[] Screens, int[] Reads)
{
    /// <summary>Whether a yes/no factor does not apply: its <c>askWhen</c> is false, or the gates of all screens that list it are.</summary>
    public bool DoesNotApply(GateTable gates, ReadOnlySpan<double> values)
    {
        if (AskWhen.Evaluate(gates, values) == Truth.False)
            return true;
        foreach (var screen in Screens)
        {
            if (screen.Evaluate(gates, values) != Truth.False)
                return false;
        }

        return Screens.Length > 0;
    }
}

/// <summary>
/// Section 1 of the scoring model, what follows from answers: a step for each factor, in an order in which each comes after those
/// that it reads.
/// </summary>
internal sealed class Inferences
{
    private const int AlwaysAsked = int.MinValue;

    private readonly Slots slots;
    private readonly List<int[]> caseGates = [];
    private readonly List<Unordered> unordered = [];

    /// <summary>Adds the gates of derivations, screens and questions.</summary>
    public Inferences(RuleSet set, Slots slots, GateTableBuilder gates)
    {
        this.slots = slots;
        var sources = Sorting.ById(set.Derivations.AsSpan(), static d => d.Id);
        Derivations = new CompiledDerivation[sources.Length];
        for (int i = 0; i < sources.Length; i++)
            Derivations[i] = Compile(sources[i], i, gates);
        AddTargets();
        AddScreened(set, gates);
    }

    /// <summary>A step for each factor that derivations fill.</summary>
    private void AddTargets()
    {
        var ofTarget = new List<CompiledDerivation>?[slots.Count];
        foreach (var derivation in Derivations)
            (ofTarget[slots.IndexOf(derivation.Source.Factor)] ??= []).Add(derivation);
        for (int slot = 0; slot < ofTarget.Length; slot++)
        {
            if (ofTarget[slot] is not { } derivations)
                continue;
            unordered.Add(new Unordered(slot, [.. derivations], GateTable.True, []));
        }
    }

    /// <summary>A step for each yes/no factor whose question or screens do not concern everybody.</summary>
    private void AddScreened(RuleSet set, GateTableBuilder gates)
    {
        var screens = new List<int>?[slots.Count];
        int[] last = new int[slots.Count];
        for (int i = 0; i < set.Screens.Length; i++)
        {
            int node = set.Screens[i].When is { } when ? gates.Add(when) : AlwaysAsked;
            foreach (string listed in set.Screens[i].Factors)
            {
                // A screen that lists a factor twice lists it once; 0 = none yet.
                int slot = slots.IndexOf(listed);
                if (last[slot] != i + 1)
                    (screens[slot] ??= []).Add(node);
                last[slot] = i + 1;
            }
        }

        for (int slot = 0; slot < slots.Count; slot++)
        {
            var factor = slots.Factors[slot];
            if (factor.Kind != FactorKind.Boolean)
                continue;
            var listed = screens[slot] is { } some && !some.Contains(AlwaysAsked) ? some : [];
            if (factor.AskWhen is null && listed.Count == 0)
                continue;
            int askWhen = gates.Add(factor.AskWhen);
            unordered.Add(new Unordered(slot, [], askWhen, [.. listed]));
        }
    }

    /// <summary>All derivations, by id.</summary>
    public CompiledDerivation[] Derivations { get; }

    /// <summary>All steps, in the order in which they are taken.</summary>
    public InferenceStep[] Steps { get; private set; } = [];

    /// <summary>Those on which a scored rule depends, directly or through others, in the same order.</summary>
    public InferenceStep[] Scored { get; private set; } = [];

    /// <summary>Turns references into gates and puts the steps in order, once all gates are there.</summary>
    /// <param name="builder">Where the gates were added.</param>
    /// <param name="gates">What became of them.</param>
    /// <param name="readByScores">Whether a scored rule reads each slot.</param>
    public void Resolve(GateTableBuilder builder, GateTable gates, bool[] readByScores)
    {
        for (int d = 0; d < Derivations.Length; d++)
        {
            for (int i = 0; i < caseGates[d].Length; i++)
                Derivations[d].Cases[i].Gate = Flat(caseGates[d][i]);
        }

        List<int> reads = [];
        var readsOfGate = new Dictionary<int, int[]>();
        var steps = new InferenceStep[unordered.Count];
        var ofSlot = new InferenceStep?[slots.Count];
        foreach (var step in unordered)
        {
            var screens = new FlatGate[step.Screens.Length];
            for (int i = 0; i < screens.Length; i++)
                screens[i] = Flat(step.Screens[i]);
            ofSlot[step.Slot] = new InferenceStep(step.Slot, step.Derivations, Flat(step.AskWhen), screens, ReadsOf(step));
        }

        int next = 0;
        foreach (var step in ofSlot)
        {
            if (step is not null)
                steps[next++] = step;
        }

        Steps = InOrder(steps, ofSlot);
        bool[] needed = readByScores.AsSpan(0, slots.Count).ToArray();
        for (int i = Steps.Length - 1; i >= 0; i--)
        {
            if (needed[Steps[i].Slot])
            {
                foreach (int slot in Steps[i].Reads)
                    needed[slot] = true;
            }
        }

        Scored = Array.FindAll(Steps, s => needed[s.Slot]);

        FlatGate Flat(int reference) => FlatGate.Of(builder.NodeOf(reference), gates);

        int[] ReadsOf(Unordered step)
        {
            reads.Clear();
            reads.AddRange(ReadsOfGate(step.AskWhen));
            foreach (int screen in step.Screens)
                reads.AddRange(ReadsOfGate(screen));
            foreach (var derivation in step.Derivations)
            {
                foreach (var way in derivation.Cases)
                    reads.AddRange(way.Needs);
                foreach (int gate in caseGates[derivation.Index])
                    reads.AddRange(ReadsOfGate(gate));
            }

            return Sorting.Distinct(reads);
        }

        // A screen's gate is that of every factor it lists.
        int[] ReadsOfGate(int reference)
        {
            if (readsOfGate.TryGetValue(reference, out int[]? known))
                return known;
            var read = new List<int>();
            gates.CollectFactors(builder.NodeOf(reference), slots.Count, read);
            int[] distinct = Sorting.Distinct(read);
            readsOfGate.Add(reference, distinct);
            return distinct;
        }
    }

    private static InferenceStep[] InOrder(InferenceStep[] steps, InferenceStep?[] ofSlot)
    {
        var ordered = new List<InferenceStep>(steps.Length);
        bool[] seen = new bool[ofSlot.Length];
        List<InferenceStep> open = [];
        int[] nexts = new int[steps.Length];
        foreach (var step in steps)
            Visit(step);
        return [.. ordered];

        // Without recursion: a chain may be as long as there are factors. There is no circle: composing a rule set rules it out.
        void Visit(InferenceStep first)
        {
            if (seen[first.Slot])
                return;
            seen[first.Slot] = true;
            Open(first);
            while (open.Count > 0)
            {
                int top = open.Count - 1;
                var step = open[top];
                if (nexts[top] == step.Reads.Length)
                {
                    ordered.Add(step);
                    open.RemoveAt(top);
                    continue;
                }

                if (ofSlot[step.Reads[nexts[top]++]] is { } read && !seen[read.Slot])
                {
                    seen[read.Slot] = true;
                    Open(read);
                }
            }
        }

        void Open(InferenceStep step)
        {
            nexts[open.Count] = 0;
            open.Add(step);
        }
    }

    private CompiledDerivation Compile(Derivation source, int index, GateTableBuilder gates)
    {
        var cases = new CompiledCase[source.Cases.Length];
        int[] references = new int[cases.Length];
        for (int i = 0; i < cases.Length; i++)
        {
            cases[i] = CompiledCase.Of(source.Cases[i], slots);
            references[i] = gates.Add(source.Cases[i].When);
        }

        caseGates.Add(references);

        return new CompiledDerivation(index, source, slots.Factors[slots.IndexOf(source.Factor)], cases);
    }

    /// <summary>A step whose gates are references still.</summary>
    private sealed class Unordered(int slot, CompiledDerivation[] derivations, int askWhen, int[] screens)
    {
        public readonly int Slot = slot;
        public readonly CompiledDerivation[] Derivations = derivations;
        public readonly int AskWhen = askWhen;
        public readonly int[] Screens = screens;
    }
}
