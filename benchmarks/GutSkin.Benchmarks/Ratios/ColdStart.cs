using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace GutSkin.Benchmarks;

/// <summary>What the first assessment costs in a fresh process, over one that does nothing.</summary>
internal static class ColdStart
{
    /// <summary>The rows of the ratio run: pairs of processes in turn, and what a count does not owe to the machine's load.</summary>
    public static IEnumerable<Ratio> Ratios(int pairs)
    {
        Run("empty");
        var first = Run("assess");
        var wall = new double[pairs];
        var processor = new double[pairs];
        for (int i = 0; i < pairs; i++)
        {
            var empty = Run("empty");
            var assess = Run("assess");
            wall[i] = assess.Wall - empty.Wall;
            processor[i] = assess.Processor - empty.Processor;
        }

        yield return new Ratio("cold start: built-in rule set, first assessment, over an empty program", Stopper.Median(wall), "ms", 150, 60, Note: $"{Stopper.Median(processor):0} ms of processor time");
        yield return new Ratio("cold start: methods compiled at run time", first.Methods, "methods", null);
        yield return new Ratio("cold start: allocated", first.Bytes / 1000.0, "KB", null);
    }

    /// <summary>The program in the fresh process.</summary>
    public static int Child(string mode)
    {
        int result = mode == "empty" ? 0 : FirstAssessment.Run();
        var spent = Environment.CpuUsage.TotalTime;
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{spent.Ticks} {JitInfo.GetCompiledMethodCount()} {GC.GetTotalAllocatedBytes()}"));
        return result;
    }

    /// <summary>Runs one fresh process to its end, in milliseconds.</summary>
    public static (double Wall, double Processor, long Methods, long Bytes) Run(string mode)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ColdStart).Assembly.Location);
        start.ArgumentList.Add("cold");
        start.ArgumentList.Add(mode);
        long began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The fresh process failed.");
        long[] numbers = [.. said.Split(' ').Select(x => long.Parse(x, CultureInfo.InvariantCulture))];
        return (wall, TimeSpan.FromTicks(numbers[0]).TotalMilliseconds, numbers[1], numbers[2]);
    }
}
