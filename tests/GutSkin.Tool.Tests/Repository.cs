namespace GutSkin.Tool.Tests;

/// <summary>Where the files of the checkout are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string[] SampleProfiles { get; } = Files("samples/profiles");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The JSON files of a folder, in order, as paths from the root.</summary>
    public static string[] Files(string folder) =>
        [.. Directory.GetFiles(PathOf(folder), "*.json").Order(StringComparer.Ordinal).Select(f => $"{folder}/{Path.GetFileName(f)}")];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GutSkin.Core.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }
}
