using System.Globalization;

namespace GutSkin.Tests;

/// <summary>What a test is told by the environment: how many cases a long run takes, and from which seed.</summary>
internal static class TestSettings
{
    public static int Number(string name, int other) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : other;
}
