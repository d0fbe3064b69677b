namespace GutSkin.Core;

/// <summary>Turns a gate into one over slots.</summary>
internal sealed class GateCompiler(Slots slots, IReadOnlyDictionary<string, int> conditions)
{
    public CompiledGate Compile(Gate gate) => gate switch
    {
        ComparisonGate g => new CompiledComparison(g, slots.IndexOf(g.Factor), slots.Factors[slots.IndexOf(g.Factor)]),
        AllGate g => new CompiledCombination(true, [.. g.Operands.Select(Compile)]),
        AnyGate g => new CompiledCombination(false, [.. g.Operands.Select(Compile)]),
        NotGate g => new CompiledNot(Compile(g.Operand)),
        KnownGate g => new CompiledKnown(slots.IndexOf(g.Factor)),
        ConcernGate g => new CompiledConcern(conditions[g.Condition]),
        _ => throw new ArgumentException("A gate of an unknown form.", nameof(gate)),
    };

    public CompiledGate? CompileOptional(Gate? gate) => gate is null ? null : Compile(gate);
}
