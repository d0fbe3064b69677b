namespace GutSkin.Web.Tests;

/// <summary>Where the checkout is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Profile(string name) => File.ReadAllText(Path("samples", "profiles", name + ".json"));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "GutSkin.Core.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The checkout was not found.");
    }
}
