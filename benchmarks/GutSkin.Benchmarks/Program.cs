using BenchmarkDotNet.Running;
using GutSkin.Benchmarks;
using GutSkin.Core;

// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- ratios        every target, in under three minutes
// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- peers         other engines on the same rules
// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- million FOLDER  a million people in files, with the tool itself
// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- --filter '*'  the suites of BenchmarkDotNet
switch (args.FirstOrDefault())
{
    case "ratios":
        int markdown = Array.IndexOf(args, "--markdown");
        return RatioRun.Run(args.Contains("--quick"), markdown > 0 && markdown + 1 < args.Length ? args[markdown + 1] : null);
    case "peers":
        return Peers.Run(args[1..]);
    case "generate":
        File.WriteAllText(HandWrittenGenerator.Path, HandWrittenGenerator.Generate(SampleRuleSet.Resolve(100)));
        return 0;
    case "million":
        return MillionRun.Run(args[1..]);
    case "csv":
        foreach (var ratio in CohortRatios.Measure(new GutSkin.Core.ScoringService(SampleRuleSet.Resolve(100)), 5))
            Console.WriteLine(ratio.ToJson());
        return 0;
    case "cold":
        return ColdStart.Child(args[1]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RatioRun).Assembly).Run(args);
        return 0;
}
