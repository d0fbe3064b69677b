using GutSkin.Core.RuleSets;

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
