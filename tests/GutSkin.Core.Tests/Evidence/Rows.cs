using System.Text.Json;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The rows of the knowledge base that the built-in rule set was made from.</summary>
internal static class Rows
{
    public static JsonElement[] Associations { get; } = Read("associations");

    public static JsonElement[] Safety { get; } = Read("safety");

    public static JsonElement[] Interventions { get; } = Read("interventions");

    public static JsonElement[] Sources { get; } = Read("evidence");

    public static JsonElement[] Factors { get; } = Read("factors");

    public static JsonElement[] Screens { get; } = Read("screens");

    /// <summary>The safety rows of the second version: those added and those that take the place of a first one.</summary>
    public static JsonElement[] NewSafety { get; } = [.. Document("v2/safety").GetProperty("add").EnumerateArray(), .. Document("v2/safety").GetProperty("replace").EnumerateArray()];

    /// <summary>Ids of first rows that the second version takes out, with the reason.</summary>
    public static Dictionary<string, string> RemovedSafety { get; } =
        Document("v2/safety").GetProperty("remove").EnumerateArray().ToDictionary(r => r.Text("id"), r => r.Text("reason"), StringComparer.Ordinal);

    /// <summary>The rows that hold now: those of the first version that nothing replaces or removes, and the new ones.</summary>
    public static JsonElement[] CurrentSafety { get; } =
        [.. Safety.Where(r => !RemovedSafety.ContainsKey(r.Text("id")) && !NewSafety.Any(n => n.Text("id") == r.Text("id"))), .. NewSafety];

    public static JsonElement SafetyFactors { get; } = Document("v2/safety-factors");

    public static JsonElement Traits { get; } = Document("v2/traits");

    public static JsonElement[] NewSources { get; } = Read("v2/safety-evidence");

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    public static string? OptionalText(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string[] Texts(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(e => e.GetString()!)] : [];

    public static double? Number(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool Flag(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static bool IsScored(this JsonElement association) => association.Text("use") is "score" or "score-low";

    private static JsonElement[] Read(string name) => [.. Document(name).EnumerateArray()];

    private static JsonElement Document(string name)
    {
        string path = Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "rows", name + ".json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
