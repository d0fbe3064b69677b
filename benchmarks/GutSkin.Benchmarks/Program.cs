using BenchmarkDotNet.Running;
using GutSkin.Benchmarks;

switch (args.FirstOrDefault())
{
    case "ratios":
        return RatioRun.Run(args.Contains("--quick"));
    case "generate":
        File.WriteAllText(args[1], HandWrittenGenerator.Generate(SampleRuleSet.Resolve(100)));
        return 0;
    case "csv":
        foreach (var ratio in CsvRatios.Measure(new GutSkin.Core.ScoringService(SampleRuleSet.Resolve(100)), 5))
            Console.WriteLine(ratio.ToJson());
        return 0;
    case "cold":
        return ColdStart.Child(args[1]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RatioRun).Assembly).Run(args);
        return 0;
}
