using Xunit.Abstractions;

namespace GutSkin.Web.Tests;

/// <summary>What some tests need from npm. Where it was not installed they say so; on a build server that is a failure.</summary>
internal static class NpmPackages
{
    public static readonly string Folder = Repository.Path("tests", "GutSkin.Web.Tests", "npm");

    public static string PathIn(string package, params string[] parts) => Path.Combine([Folder, "node_modules", package, .. parts]);

    public static bool Lacks(string package, ITestOutputHelper output)
    {
        if (Directory.Exists(PathIn(package)))
            return false;
        string missing = $"{package} is missing: run npm ci in tests/GutSkin.Web.Tests/npm.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            throw new InvalidOperationException(missing);
        output.WriteLine($"Skipped: {missing}");
        return true;
    }
}
