using System.Diagnostics;

namespace GutSkin.Benchmarks;

/// <summary>Starts the project of the other engines, whose packages touch nothing here.</summary>
internal static class Peers
{
    public static int Run(string[] arguments)
    {
        // Benchmarks stand side by side; the generator knows where.
        string folder = Path.Combine(Path.GetDirectoryName(HandWrittenGenerator.Path)!, "..", "..", "GutSkin.Benchmarks.Peers");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (string argument in (string[])["run", "-c", "Release", "--project", folder, "--", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
