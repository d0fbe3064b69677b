using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Section 8 of the scoring model, up to the order: what may be asked of this person, through which items, what decides an unknown
/// gate, and to which questions a factor belongs. What is looked up twice is worked out once.
/// </summary>
internal sealed class Asking
{
    private readonly CompiledRuleSet rules;
    private readonly CompiledAsking compiled;
    private readonly ScoreState state;
    private readonly bool[] declined;
    private readonly ulong[] candidates;
    private readonly ulong[] askable;
    private readonly ulong[] wouldBeAskable;
    private readonly ulong[] measurable;
    private readonly ulong[] declinedMeasures;
    private readonly Lists alone;
    private readonly Lists open;
    private readonly List<int> deciding = [];
    private readonly ulong[] scratch;
    private readonly ulong[] visited;
    private readonly Lists through;
    private readonly QuestionRoutes routes;
    private readonly AskLists askLists;
    private readonly int words;

    public Asking(CompiledRuleSet rules, ScoreState state, bool[] declined)
    {
        this.rules = rules;
        this.state = state;
        this.declined = declined;
        compiled = rules.Advice.Asking;
        int count = rules.Slots.Count;
        words = SlotSet.Words(count);
        candidates = new ulong[words];
        askable = new ulong[words];
        wouldBeAskable = new ulong[words];
        measurable = new ulong[words];
        declinedMeasures = new ulong[words];
        scratch = new ulong[words];
        visited = new ulong[words];
        alone = new Lists(rules.Advice.Gates);
        open = new Lists(rules.Advice.Gates);
        through = new Lists(count);
        routes = new QuestionRoutes(this, compiled, state, count);
        askLists = new AskLists(compiled.Ids);
    }

    /// <summary>The candidates and the targets asked through items.</summary>
    public ReadOnlySpan<ulong> Askable => askable;

    /// <summary>Missing measured slots that are neither declined nor asked through items.</summary>
    public ReadOnlySpan<ulong> Measurable => measurable;

    /// <summary>Finds out what may be asked, once all gates are evaluated and all derivations filled in.</summary>
    public void Begin()
    {
        alone.Clear();
        open.Clear();
        through.Clear();
        routes.Clear();
        askLists.Clear();
        Array.Clear(candidates);
        Array.Clear(askable);
        Array.Clear(wouldBeAskable);
        Array.Clear(measurable);
        Array.Clear(declinedMeasures);
        for (int slot = 0; slot < declined.Length; slot++)
        {
            if (!IsMissing(slot))
                continue;
            if (!compiled.IsAsk[slot])
            {
                SlotSet.Add(declined[slot] ? declinedMeasures : measurable, slot);
            }
            else if (compiled.AskWhen[slot] is not { } gate || state.TruthOf(gate.Node) != Truth.False)
            {
                SlotSet.Add(wouldBeAskable, slot);
                if (declined[slot])
                    continue;
                SlotSet.Add(candidates, slot);
                SlotSet.Add(askable, slot);
            }
        }

        foreach (int target in compiled.Targets)
            FindItems(target);
    }

    /// <summary>Whether a slot may be asked for, itself or through items.</summary>
    public bool IsAskable(int slot) => SlotSet.Contains(askable, slot);

    /// <summary>Whether a slot may be asked for itself.</summary>
    public bool IsCandidate(int slot) => SlotSet.Contains(candidates, slot);

    /// <summary>The missing slots through which a missing target is asked; empty where it is not.</summary>
    public ReadOnlySpan<int> Through(int target) => through[target];

    /// <summary>Adds the askable slots that decide an unknown gate.</summary>
    public void AddDeciding(CompiledGate gate, Span<ulong> slots) => AddDeciding(gate, askable, slots);

    /// <summary>Adds the askable and the measured slots that decide an unknown gate: what its <c>ask</c> lists.</summary>
    public void AddAsked(CompiledGate gate, Span<ulong> slots)
    {
        AddDeciding(gate, askable, slots);
        AddMeasuredDeciding(gate, slots);
    }

    /// <summary>Adds the slots that decide an unknown gate and that would be asked for or measured but for having been declined, themselves or in an item.</summary>
    public void AddDeclinedDeciding(CompiledGate gate, Span<ulong> slots)
    {
        var found = scratch.AsSpan();
        found.Clear();
        AddDeciding(gate, wouldBeAskable, found);
        for (int i = 0; i < words; i++)
            slots[i] |= found[i] & ~askable[i];
        AddAmong(Alone(gate), declinedMeasures, slots);
    }

    /// <summary>Adds a missing slot to those asked for, and to those that were declined, themselves or in an item.</summary>
    public void AddMissing(int slot, Span<ulong> asked, Span<ulong> refused)
    {
        if (IsAskable(slot))
        {
            SlotSet.Add(asked, slot);
            return;
        }

        if (SlotSet.Contains(measurable, slot))
            SlotSet.Add(asked, slot);
        if (SlotSet.Contains(wouldBeAskable, slot) || SlotSet.Contains(declinedMeasures, slot))
            SlotSet.Add(refused, slot);
    }

    /// <summary>Adds the measured slots that decide an unknown gate.</summary>
    public void AddMeasuredDeciding(CompiledGate gate, Span<ulong> slots) => AddAmong(Alone(gate), measurable, slots);

    /// <summary>Whether something askable decides an unknown gate, declined answers counting as askable.</summary>
    public bool IsDecidable(CompiledGate gate)
    {
        var found = scratch.AsSpan();
        found.Clear();
        AddDeciding(gate, wouldBeAskable, found);
        return SlotSet.Count(found) > 0;
    }

    /// <summary>The numbers of the questions that cover an askable slot.</summary>
    public ReadOnlySpan<int> Questions(int slot) => routes.Of(slot);

    /// <summary>Whether a question lists a candidate, once <see cref="Questions"/> was asked for it.</summary>
    public bool Lists(int question, int slot) => routes.Lists(question, slot);

    /// <summary>The ids of the questions that cover those of the slots that may be asked for, and of those that can be measured: each once, ordinally.</summary>
    public ImmutableArray<string> Ids(ReadOnlySpan<ulong> slots)
    {
        askLists.Begin();
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            if (SlotSet.Contains(measurable, slot))
            {
                askLists.Add(compiled.IdOf[compiled.QuestionOfSlot(slot)]);
            }
            else if (IsAskable(slot))
            {
                foreach (int question in Questions(slot))
                    askLists.Add(compiled.IdOf[question]);
            }
        }

        return askLists.End();
    }

    /// <summary>The ids of the declined factors among slots, or of the declined items for which they wait: each once, ordinally.</summary>
    public ImmutableArray<string> DeclinedIds(ReadOnlySpan<ulong> slots)
    {
        askLists.Begin();
        visited.AsSpan().Clear();
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
            AddDeclined(slot);
        return askLists.End();
    }

    private bool IsMissing(int slot) => double.IsNaN(state.Values[slot]);

    /// <summary>The missing slots that decide an unknown gate by themselves; empty where it is known.</summary>
    private ReadOnlySpan<int> Alone(CompiledGate gate)
    {
        if (!alone.Has(gate.Index))
        {
            deciding.Clear();
            if (state.TruthOf(gate.Node) == Truth.Unknown)
                DecidingFactors.AddAlone(gate, rules, state.Values, deciding);
            alone.Add(gate.Index, deciding);
        }

        return alone[gate.Index];
    }

    /// <summary>The missing slots through which an unknown gate is unknown.</summary>
    private ReadOnlySpan<int> Open(CompiledGate gate)
    {
        if (!open.Has(gate.Index))
        {
            deciding.Clear();
            DecidingFactors.AddOpen(gate.Node, rules.Gates, state.Values, deciding);
            open.Add(gate.Index, deciding);
        }

        return open[gate.Index];
    }

    private void AddDeciding(CompiledGate gate, ulong[] allowed, Span<ulong> slots)
    {
        if (!AddAmong(Alone(gate), allowed, slots))
            AddAmong(Open(gate), allowed, slots);
    }

    /// <summary>Adds those of some slots that are in a set, and says whether there were any.</summary>
    private static bool AddAmong(ReadOnlySpan<int> some, ulong[] allowed, Span<ulong> slots)
    {
        bool any = false;
        foreach (int slot in some)
        {
            if (!SlotSet.Contains(allowed, slot))
                continue;
            SlotSet.Add(slots, slot);
            any = true;
        }

        return any;
    }

    /// <summary>A missing target that was not declined is asked through its first open derivation, and is then no candidate itself.</summary>
    private void FindItems(int target)
    {
        if (!IsMissing(target))
            return;
        bool isFound = false;
        foreach (int derivation in compiled.DerivationsOfSlot[target])
        {
            var waits = WaitsFor(compiled.Derivations[derivation]);
            if (IsOpen(waits, wouldBeAskable))
                SlotSet.Add(wouldBeAskable, target);
            if (isFound || declined[target] || !IsOpen(waits, askable))
                continue;
            isFound = true;
            through.Begin(target);
            foreach (int slot in waits)
            {
                if (IsMissing(slot))
                    through.Add(slot);
            }

            SlotSet.Add(askable, target);
            SlotSet.Remove(candidates, target);
            SlotSet.Remove(measurable, target);
        }
    }

    /// <summary>What the case waits for at which the search of a derivation ends; empty where no case is left.</summary>
    public int[] WaitsFor(AskedDerivation derivation)
    {
        foreach (var way in derivation.Cases)
        {
            var truth = way.Gate is null ? Truth.True : state.TruthOf(way.Gate.Node);
            if (truth != Truth.False)
                return truth == Truth.True ? way.Needs : way.Gate!.Reads;
        }

        return [];
    }

    private bool IsOpen(int[] waits, ulong[] allowed)
    {
        bool any = false;
        foreach (int slot in waits)
        {
            if (!IsMissing(slot))
                continue;
            if (!SlotSet.Contains(allowed, slot))
                return false;
            any = true;
        }

        return any;
    }

    private void AddDeclined(int slot)
    {
        if (SlotSet.Contains(visited, slot))
            return;
        SlotSet.Add(visited, slot);
        if (declined[slot])
        {
            askLists.Add(compiled.IdOf[compiled.QuestionOfSlot(slot)]);
            return;
        }

        foreach (int derivation in compiled.DerivationsOfSlot[slot])
        {
            int[] waits = WaitsFor(compiled.Derivations[derivation]);
            if (!IsOpen(waits, wouldBeAskable))
                continue;
            foreach (int item in waits)
            {
                if (IsMissing(item))
                    AddDeclined(item);
            }

            return;
        }
    }
}
