using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Benchmarks;

/// <summary>
/// Compiling rule sets of three sizes: the tables that a score needs, and with them what an assessment and a cohort need. A service does
/// this once for a rule set and in parts when they are first asked for, so it is measured where it happens.
/// </summary>
internal static class CompileRatios
{
    public static IEnumerable<Ratio> Measure(Stopper stopper)
    {
        var small = SampleRuleSet.Resolve(100);
        var middle = SampleRuleSet.Resolve(1_000);
        var large = SampleRuleSet.Resolve(10_000);
        var times = stopper.Time(
            () => _ = new CompiledRuleSet(small),
            () => _ = new CompiledRuleSet(middle),
            () => _ = new CompiledRuleSet(large),
            () => Everything(new CompiledRuleSet(middle)),
            () => Everything(new CompiledRuleSet(large)));
        yield return new Ratio("compile 100 rules, a rule", Stopper.Median(times[0]) / 100 / 1000, "µs", 1);
        yield return new Ratio("compile 1,000 rules, a rule", Stopper.Median(times[1]) / 1_000 / 1000, "µs", 1);
        yield return new Ratio("compile 10,000 rules, a rule", Stopper.Median(times[2]) / 10_000 / 1000, "µs", 1);
        yield return new Ratio("compile 10,000 rules over ten times 1,000 (linear = 1)", Stopper.Ratio(times[2], times[1]) / 10, "x", 1.5);
        yield return new Ratio("compile 10,000 rules with advice and the plan of cohorts, a rule", Stopper.Median(times[4]) / 10_000 / 1000, "µs", 2);
        yield return new Ratio("compile 10,000 rules with advice and the plan of cohorts, over ten times 1,000 (linear = 1)", Stopper.Ratio(times[4], times[3]) / 10, "x", 1.5);
    }

    /// <summary>What a first assessment and a first table add.</summary>
    public static void Everything(CompiledRuleSet rules)
    {
        _ = rules.Advice;
        _ = rules.Conditions;
        _ = rules.RulesBySlot;
        _ = rules.CohortPlan;
    }
}
