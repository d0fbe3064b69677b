using BenchmarkDotNet.Attributes;
using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>One bound profile, points and interval: 4,096 different people in turn: 256 a branch predictor knows by heart.</summary>
[MemoryDiagnoser]
public class ScoreBenchmark
{
    private const int People = 4_096;

    private readonly ScoreResult[] scores = new ScoreResult[SampleRuleSet.Conditions];
    private readonly HandIndex[] hand = new HandIndex[SampleRuleSet.Conditions];
    private readonly ScoringService service = new(SampleRuleSet.Resolve(100));
    private readonly ScoringBuffer[] buffers;
    private readonly HandProfile[] profiles;
    private readonly Dictionary<string, double>[] dictionaries;
    private readonly NaiveEngine naive;
    private int next;

    public ScoreBenchmark()
    {
        var cohort = new SampleCohort(service, People);
        buffers = [.. cohort.Answers.Select(a => SampleCohort.BufferOf(service, a))];
        profiles = cohort.Hand;
        dictionaries = [.. cohort.Answers.Select(SampleCohort.DictionaryOf)];
        naive = new NaiveEngine(service.RuleSet);
    }

    [Benchmark(Baseline = true)]
    public HandIndex ByHand()
    {
        HandWritten.Score(profiles[next++ % People], hand);
        return hand[0];
    }

    [Benchmark]
    public ScoreResult Score()
    {
        service.Score(buffers[next++ % People], scores);
        return scores[0];
    }

    [Benchmark]
    public int Naive() => naive.Score(dictionaries[next++ % People]).Count;
}
