using System.Runtime.CompilerServices;

namespace GutSkin.Tests;

/// <summary>Where the project's own files are, from where this test file was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The sample profiles, in order, as paths from the root.</summary>
    public static string[] SampleProfiles { get; } = Files("samples/profiles");

    /// <summary>Whether golden files are to be written anew instead of compared.</summary>
    public static bool Update => Environment.GetEnvironmentVariable("GUTSKIN_UPDATE") == "1";

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>The text of a sample profile.</summary>
    public static string Profile(string name) => Read($"samples/profiles/{name}.json");

    /// <summary>The JSON files of a folder, in order, as paths from the root.</summary>
    public static string[] Files(string folder) =>
        [.. Directory.GetFiles(Path(folder), "*.json").Order(StringComparer.Ordinal).Select(f => $"{folder}/{System.IO.Path.GetFileName(f)}")];

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(here)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GutSkin.Core.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
