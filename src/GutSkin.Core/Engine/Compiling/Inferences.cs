using GutSkin.Core.RuleSets;

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
    private readonly Slots slots;
    private readonly List<int[]> caseGates = [];
    private readonly List<(int Slot, CompiledDerivation[] Derivations, int AskWhen, int[] Screens, int[] Reads)> unordered = [];

    /// <summary>Adds the gates of derivations, screens and questions.</summary>
    public Inferences(RuleSet set, Slots slots, GateTableBuilder gates)
    {
        this.slots = slots;
        var reads = new SortedSet<int>();
        Derivations = [.. set.Derivations.OrderBy(d => d.Id, StringComparer.Ordinal).Select((d, i) => Compile(d, i, gates))];
        foreach (var ofTarget in Derivations.GroupBy(d => d.Source.Factor))
        {
            reads.Clear();
            foreach (var each in ofTarget.SelectMany(d => d.Source.Cases))
                reads.UnionWith(each.Needs.Concat(each.When?.Factors() ?? []).Select(slots.IndexOf));
            unordered.Add((slots.IndexOf(ofTarget.Key), [.. ofTarget], GateTable.True, [], [.. reads]));
        }

        var screens = set.Screens.SelectMany(s => s.Factors.Distinct().Select(f => (Factor: f, s.When))).ToLookup(s => s.Factor, s => s.When, StringComparer.Ordinal);
        for (int slot = 0; slot < slots.Count; slot++)
        {
            var factor = slots.Factors[slot];
            if (factor.Kind != FactorKind.Boolean)
                continue;
            Gate?[] listed = [.. screens[factor.Id]];
            if (listed.Contains(null))
                listed = [];
            if (factor.AskWhen is null && listed.Length == 0)
                continue;
            reads.Clear();
            foreach (var gate in listed.Append(factor.AskWhen))
                reads.UnionWith((gate?.Factors() ?? []).Select(slots.IndexOf));
            unordered.Add((slot, [], gates.Add(factor.AskWhen), [.. listed.Select(gates.Add)], [.. reads]));
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
        foreach (var (derivation, references) in Derivations.Zip(caseGates))
        {
            for (int i = 0; i < references.Length; i++)
                derivation.Cases[i].Gate = Flat(references[i]);
        }

        var steps = unordered
            .Select(s => new InferenceStep(s.Slot, s.Derivations, Flat(s.AskWhen), Array.ConvertAll(s.Screens, Flat), s.Reads))
            .OrderBy(s => s.Slot)
            .ToArray();
        var ofSlot = new InferenceStep?[slots.Count];
        foreach (var step in steps)
            ofSlot[step.Slot] = step;
        Steps = InOrder(steps, ofSlot);
        bool[] needed = [.. readByScores.AsSpan(0, slots.Count)];
        foreach (var step in Steps.Reverse())
        {
            if (needed[step.Slot])
            {
                foreach (int slot in step.Reads)
                    needed[slot] = true;
            }
        }

        Scored = Array.FindAll(Steps, s => needed[s.Slot]);

        FlatGate Flat(int reference) => FlatGate.Of(builder.NodeOf(reference), gates);
    }

    private static InferenceStep[] InOrder(InferenceStep[] steps, InferenceStep?[] ofSlot)
    {
        var ordered = new List<InferenceStep>(steps.Length);
        bool[] seen = new bool[ofSlot.Length];
        var open = new Stack<(InferenceStep Step, int Next)>();
        foreach (var step in steps)
            Visit(step);
        return [.. ordered];

        // Without recursion: a chain may be as long as there are factors. There is no circle: composing a rule set rules it out.
        void Visit(InferenceStep first)
        {
            if (seen[first.Slot])
                return;
            seen[first.Slot] = true;
            open.Push((first, 0));
            while (open.TryPop(out var top))
            {
                if (top.Next == top.Step.Reads.Length)
                {
                    ordered.Add(top.Step);
                    continue;
                }

                open.Push((top.Step, top.Next + 1));
                if (ofSlot[top.Step.Reads[top.Next]] is { } read && !seen[read.Slot])
                {
                    seen[read.Slot] = true;
                    open.Push((read, 0));
                }
            }
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
}
