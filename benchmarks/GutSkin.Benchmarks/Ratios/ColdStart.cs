using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace GutSkin.Benchmarks;

/// <summary>What the first assessment costs in a fresh process, over one that does nothing.</summary>
internal static class ColdStart
{
    /// <summary>The rows of the ratio run: pairs of processes in turn, and what a count does not owe to the machine's load.</summary>
    public static IEnumerable<Ratio> Ratios(int pairs)
    {
        string portable = typeof(ColdStart).Assembly.Location;
        using var installed = Installed.Make();
        string[] programs = [portable, installed.Program];
        double[][] wall = [new double[pairs], new double[pairs]], processor = [new double[pairs], new double[pairs]];
        var first = programs.Select(p => Run(p, "assess")).ToArray();
        for (int i = 0; i < pairs; i++)
        {
            for (int p = 0; p < programs.Length; p++)
            {
                var empty = Run(programs[p], "empty");
                var assess = Run(programs[p], "assess");
                wall[p][i] = assess.Wall - empty.Wall;
                processor[p][i] = assess.Processor - empty.Processor;
            }
        }

        yield return new Ratio("cold start: built-in rule set, first assessment, over an empty program, with the code that the package brings", Stopper.Median(wall[1]), "ms", 60, Note: $"{Stopper.Median(processor[1]):0} ms of processor time, {first[1].Methods} methods compiled at run time");
        yield return new Ratio("cold start: the same where nothing is compiled ahead", Stopper.Median(wall[0]), "ms", 150, Note: $"{Stopper.Median(processor[0]):0} ms of processor time");
        yield return new Ratio("cold start: methods compiled at run time where nothing is compiled ahead", first[0].Methods, "methods", null);
        yield return new Ratio("cold start: allocated", first[0].Bytes / 1000.0, "KB", null);
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
    public static (double Wall, double Processor, long Methods, long Bytes) Run(string mode) => Run(typeof(ColdStart).Assembly.Location, mode);

    private static (double Wall, double Processor, long Methods, long Bytes) Run(string program, string mode)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(program);
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

    /// <summary>This program beside the library as the package brings it for this platform: compiled ahead.</summary>
    private sealed class Installed : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gutskin-start-");

        public string Program => Path.Combine(folder.FullName, "program", Path.GetFileName(typeof(ColdStart).Assembly.Location));

        public static Installed Make()
        {
            var made = new Installed();
            string built = Path.GetDirectoryName(typeof(ColdStart).Assembly.Location)!;
            Directory.CreateDirectory(Path.GetDirectoryName(made.Program)!);
            foreach (string file in Directory.GetFiles(built))
                File.Copy(file, Path.Combine(Path.GetDirectoryName(made.Program)!, Path.GetFileName(file)));
            string project = Path.Combine(Path.GetDirectoryName(HandWrittenGenerator.Path)!, "..", "..", "..", "src", "GutSkin.Core"), ahead = Path.Combine(made.folder.FullName, "ahead");
            using var publish = Process.Start(new ProcessStartInfo("dotnet", [
                "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false",
                "-p:SkipTrimAnalysis=true", "-p:ReadyToRunPlatforms=none", "--artifacts-path", Path.Combine(made.folder.FullName, "artifacts"), "-o", ahead, "-v", "quiet", "--nologo",
            ])
            { RedirectStandardOutput = true })!;
            string said = publish.StandardOutput.ReadToEnd();
            publish.WaitForExit();
            if (publish.ExitCode != 0)
                throw new InvalidOperationException(said);
            File.Copy(Path.Combine(ahead, "GutSkin.Core.dll"), Path.Combine(Path.GetDirectoryName(made.Program)!, "GutSkin.Core.dll"), overwrite: true);
            return made;
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
