using System.Diagnostics;

namespace GutSkin.Web.Tests;

/// <summary>The page with the library in it, published as plain files as its README says; once, and again where a source is newer.</summary>
internal static class PublishedPage
{
    private static readonly string Project = Repository.Path("samples", "03.WebConsultation", "Browser");
    private static readonly string Output = Path.Combine(Project, "bin", "page");
    private static readonly Lazy<Task<string>> Published = new(Publish);

    /// <summary>The folder of the files.</summary>
    public static Task<string> Folder => Published.Value;

    private static async Task<string> Publish()
    {
        string folder = Path.Combine(Output, "wwwroot");
        var done = new FileInfo(Path.Combine(folder, "files.txt"));
        if (done.Exists && Sources().All(source => File.GetLastWriteTimeUtc(source) < done.LastWriteTimeUtc))
            return folder;
        var start = new ProcessStartInfo("dotnet", ["publish", Project, "-c", "Release", "-o", Output, "--nologo", "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        using var process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException("The page could not be published:\n" + said);
    }

    private static IEnumerable<string> Sources() =>
        ((string[])[Repository.Path("src", "GutSkin.Core"), Repository.Path("samples", "03.WebConsultation")])
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
