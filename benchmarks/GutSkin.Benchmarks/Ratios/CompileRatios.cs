using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>Making a service of rule sets of three sizes.</summary>
internal static class CompileRatios
{
    public static IEnumerable<Ratio> Measure(Stopper stopper)
    {
        var small = SampleRuleSet.Resolve(100);
        var middle = SampleRuleSet.Resolve(1_000);
        var large = SampleRuleSet.Resolve(10_000);
        var times = stopper.Time(() => _ = new ScoringService(small), () => _ = new ScoringService(middle), () => _ = new ScoringService(large));
        yield return new Ratio("compile 100 rules, a rule", Stopper.Median(times[0]) / 100 / 1000, "µs", 1);
        yield return new Ratio("compile 1,000 rules, a rule", Stopper.Median(times[1]) / 1_000 / 1000, "µs", 1);
        yield return new Ratio("compile 10,000 rules, a rule", Stopper.Median(times[2]) / 10_000 / 1000, "µs", 1);
        yield return new Ratio("compile 10,000 rules over ten times 1,000 (linear = 1)", Stopper.Ratio(times[2], times[1]) / 10, "x", 1.5);
    }
}
