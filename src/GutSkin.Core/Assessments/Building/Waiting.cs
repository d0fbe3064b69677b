using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;

namespace GutSkin.Core.Assessments.Building;

/// <summary>What something waits for: the missing slots that decide unknown gates, as ids to ask for and as declined factors.</summary>
internal sealed class Waiting(EvaluationContext context)
{
    private readonly ulong[] slots = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly Dictionary<int, ulong[]> deciding = [];

    /// <summary>Forgets the person.</summary>
    public void Begin() => deciding.Clear();

    /// <summary>Begins another list.</summary>
    public Waiting Clear()
    {
        Array.Clear(slots);
        return this;
    }

    /// <summary>Adds what decides a gate that is unknown.</summary>
    public Waiting Add(CompiledGate gate)
    {
        SlotSet.UnionWith(slots, Deciding(gate));
        return this;
    }

    /// <summary>Adds a missing factor.</summary>
    public void Add(int slot) => SlotSet.Add(slots, slot);

    /// <summary>The ids of the questions, of a measured factor its own; each once, ordinally.</summary>
    public ImmutableArray<string> Ask() => context.AskIds(slots);

    /// <summary>The ids of the declined factors; each once, ordinally.</summary>
    public ImmutableArray<string> Declined()
    {
        ImmutableArray<string>.Builder? ids = null;
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            if (context.IsDeclined(slot))
                (ids ??= ImmutableArray.CreateBuilder<string>()).Add(context.Rules.Slots.Factors[slot].Id);
        }

        return ids?.ToImmutable() ?? [];
    }

    /// <summary>Whether something that a person can be asked for decides a gate that is unknown; declined answers count.</summary>
    public bool CanBeAnswered(CompiledGate gate)
    {
        var found = Deciding(gate);
        for (int slot = SlotSet.Next(found, 0); slot >= 0; slot = SlotSet.Next(found, slot + 1))
        {
            if (context.Rules.Slots.Factors[slot].Acquisition == RuleSets.Acquisition.Ask)
                return true;
        }

        return false;
    }

    private ulong[] Deciding(CompiledGate gate)
    {
        if (!deciding.TryGetValue(gate.Node, out ulong[]? found))
        {
            deciding.Add(gate.Node, found = new ulong[slots.Length]);
            DecidingFactors.AddDecidingSlots(gate, context.Rules, context.State.Values, found);
        }

        return found;
    }
}
