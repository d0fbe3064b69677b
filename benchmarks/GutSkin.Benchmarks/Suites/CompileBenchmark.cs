using BenchmarkDotNet.Attributes;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>The tables of a resolved rule set, compiled anew each time: a service does it once.</summary>
[MemoryDiagnoser]
public class CompileBenchmark
{
    private ResolvedRuleSet resolved = null!;

    [Params(100, 1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup() => resolved = SampleRuleSet.Resolve(Rules);

    [Benchmark]
    public int Compile() => new CompiledRuleSet(resolved).SlotCount;

    [Benchmark]
    public int CompileEverything()
    {
        var compiled = new CompiledRuleSet(resolved);
        CompileRatios.Everything(compiled);
        return compiled.SlotCount;
    }
}
