using BenchmarkDotNet.Attributes;
using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>A cohort of 20,000 people and 60 columns, points and intervals; times are those of one person.</summary>
[MemoryDiagnoser]
public class TableBenchmark
{
    private const int People = 20_000;

    private readonly HandIndex[] hand = new HandIndex[SampleRuleSet.Conditions];
    private readonly ScoringService service = new(SampleRuleSet.Resolve(100));
    private readonly SampleCohort cohort;
    private readonly CohortOptions two = new() { Threads = 2 };

    public TableBenchmark() => cohort = new SampleCohort(service, People);

    [Benchmark(Baseline = true, OperationsPerInvoke = People)]
    public HandIndex HandWrittenLoop()
    {
        foreach (var profile in cohort.Hand)
            HandWritten.Score(profile, hand);
        return hand[0];
    }

    [Benchmark(OperationsPerInvoke = People)]
    public double OneThread()
    {
        service.ScoreTable(cohort.Columns, cohort.Results);
        return cohort.Results.Scores(SampleRuleSet.ConditionId(0))[0];
    }

    [Benchmark(OperationsPerInvoke = People)]
    public double TwoThreads()
    {
        service.ScoreTable(cohort.Columns, cohort.Results, two);
        return cohort.Results.Scores(SampleRuleSet.ConditionId(0))[0];
    }
}
