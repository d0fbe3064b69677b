using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Assessments.Building;

/// <summary>What something waits for: what decides the gates that are unknown there, as ids to ask for and as declined factors.</summary>
internal sealed class Waiting(EvaluationContext context)
{
    private readonly ulong[] asked = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly ulong[] declined = new ulong[SlotSet.Words(context.Rules.Slots.Count)];

    /// <summary>Begins another list.</summary>
    public Waiting Clear()
    {
        Array.Clear(asked);
        Array.Clear(declined);
        return this;
    }

    /// <summary>Adds what decides a gate that is unknown.</summary>
    public Waiting Add(CompiledGate gate)
    {
        context.Asking.AddAsked(gate, asked);
        context.Asking.AddDeclinedDeciding(gate, declined);
        return this;
    }

    /// <summary>Adds a missing factor.</summary>
    public void Add(int slot) => SlotSet.Add(context.Asking.IsAskable(slot) || SlotSet.Contains(context.Asking.Measurable, slot) ? asked : declined, slot);

    /// <summary>The ids of the questions, of a measured factor its own; each once, ordinally.</summary>
    public ImmutableArray<string> Ask() => context.Asking.Ids(asked);

    /// <summary>The ids of the declined factors; each once, ordinally.</summary>
    public ImmutableArray<string> Declined() => context.Asking.DeclinedIds(declined);
}
