using BenchmarkDotNet.Running;
using GutSkin.Benchmarks;

// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(AssessBenchmark).Assembly).Run(args);
