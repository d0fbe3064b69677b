using BenchmarkDotNet.Attributes;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>A service made of a resolved rule set.</summary>
[MemoryDiagnoser]
public class CompileBenchmark
{
    private ResolvedRuleSet resolved = null!;

    [Params(100, 1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup() => resolved = SampleRuleSet.Resolve(Rules);

    [Benchmark]
    public ScoringService Compile() => new(resolved);
}
