namespace GutSkin.Core;

/// <summary>A safety rule over slots.</summary>
internal sealed class CompiledSafety
{
    public CompiledSafety(SafetyRule rule, CompiledGate gate)
    {
        Rule = rule;
        Gate = gate;
        var read = new SortedSet<int>();
        gate.CollectSlots(read);
        Reads = [.. read];
    }

    public SafetyRule Rule { get; }

    public CompiledGate Gate { get; }

    public int[] Reads { get; }
}
