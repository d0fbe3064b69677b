using System.Diagnostics;
using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>What the first assessment costs in a fresh process, over one that does nothing.</summary>
internal static class ColdStart
{
    public static (double WallMilliseconds, double ProcessorMilliseconds) Measure(int pairs)
    {
        Run("empty");
        Run("assess");
        var wall = new double[pairs];
        var processor = new double[pairs];
        for (int i = 0; i < pairs; i++)
        {
            var empty = Run("empty");
            var assess = Run("assess");
            wall[i] = assess.Wall - empty.Wall;
            processor[i] = assess.Processor - empty.Processor;
        }

        return (Stopper.Median(wall), Stopper.Median(processor));
    }

    /// <summary>The program in the fresh process.</summary>
    public static int Child(string mode)
    {
        int result = mode == "empty" ? 0 : Assess();
        Console.Write(Environment.CpuUsage.TotalTime.Ticks);
        return result;
    }

    private static int Assess()
    {
        var profile = PersonProfile.Create()
            .ConcernedAbout(SkinConditions.AcneVulgaris)
            .With(Factors.Diet.Fiber, 12)
            .With(Factors.Person.Age, 31)
            .Build();
        return ScoringService.Default.Assess(profile).Conditions.Length > 0 ? 0 : 1;
    }

    /// <summary>Runs one fresh process to its end, in milliseconds.</summary>
    public static (double Wall, double Processor) Run(string mode)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ColdStart).Assembly.Location);
        start.ArgumentList.Add("cold");
        start.ArgumentList.Add(mode);
        long began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        string ticks = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The fresh process failed.");
        return (wall, TimeSpan.FromTicks(long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture)).TotalMilliseconds);
    }
}
