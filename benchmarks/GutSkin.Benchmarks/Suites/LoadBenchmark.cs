using System.Text;
using BenchmarkDotNet.Attributes;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>JSON read: a rule set of a practice with all its positions, checked and composed, and a profile.</summary>
[MemoryDiagnoser]
public class LoadBenchmark
{
    private readonly byte[] ruleSet = Encoding.UTF8.GetBytes(RuleSetJson.Write(SampleRuleSet.Create(100)));
    private readonly byte[] profile = File.ReadAllBytes(AssessRatios.ProfileFiles()[0]);
    private readonly ScoringService service = ScoringService.Default;

    [Benchmark]
    public int ReadAndComposeHundredRules() =>
        RuleSetComposer.Compose(RuleSetJson.Read(ruleSet, "sample.json")).GetValueOrThrow().Data.Rules.Length;

    [Benchmark]
    public int ReadProfile() => service.ReadProfile(profile).GetValueOrThrow().Observations.Count;
}
