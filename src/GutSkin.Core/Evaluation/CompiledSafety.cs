namespace GutSkin.Core;

/// <summary>A safety rule over slots.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Gate">When it holds.</param>
internal sealed record CompiledSafety(SafetyRule Rule, CompiledGate Gate);
