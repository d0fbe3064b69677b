using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace GutSkin.Benchmarks;

/// <summary>A fresh process that reads the built-in rule set and makes a first assessment, beside one that does nothing.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 15)]
public class ColdStartBenchmark
{
    [Benchmark(Baseline = true)]
    public double EmptyProgram() => ColdStart.Run("empty").Wall;

    [Benchmark]
    public double FirstAssessment() => ColdStart.Run("assess").Wall;
}
