namespace GutSkin.Core.Tests.Reports;

/// <summary>The sample profiles and their assessments by the built-in rule set.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names { get; } =
        [.. Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static PersonProfile Profile(string name) =>
        ProfileJson.Read(File.ReadAllText(Repository.Path("samples", "profiles", name + ".json"))).GetValueOrThrow();

    public static Assessment Assess(string name, string? culture = null) =>
        ScoringService.Default.Assess(Profile(name), new AssessmentOptions { Culture = culture });
}
