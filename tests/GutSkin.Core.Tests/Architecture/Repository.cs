using System.Runtime.CompilerServices;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>Where the project's own files are, from where this test file was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Whether golden files are to be written anew instead of compared.</summary>
    public static bool Update => System.Environment.GetEnvironmentVariable("GUTSKIN_UPDATE") == "1";

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
