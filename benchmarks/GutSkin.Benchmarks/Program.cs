using BenchmarkDotNet.Running;
using GutSkin.Benchmarks;

switch (args.FirstOrDefault())
{
    case "ratios":
        return RatioRun.Run(args.Contains("--quick"));
    case "generate":
        File.WriteAllText(args[1], HandWrittenGenerator.Generate(SampleRuleSet.Resolve(100)));
        return 0;
    case "cold":
        return ColdStart.Child(args[1]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
