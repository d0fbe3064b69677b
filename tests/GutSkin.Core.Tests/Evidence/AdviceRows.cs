using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Architecture;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The rows of the second version on associations, interventions and indications, laid over those of the first.</summary>
internal static class AdviceRows
{
    private static readonly JsonElement Links = Document("associations");
    private static readonly JsonElement Acts = Document("interventions");

    /// <summary>What changes in a rule, by rule id; a state's fact only says that it is one.</summary>
    public static Dictionary<string, JsonElement> ChangedRules { get; } = ById(Links.GetProperty("change"), "rule");

    public static Dictionary<string, JsonElement> AddedRules { get; } = ById(Links.GetProperty("add"), "rule");

    public static Dictionary<string, JsonElement> RetiredRules { get; } = ById(Links.GetProperty("retire"), "rule");

    public static Dictionary<string, JsonElement> Facts { get; } = ById(Links.GetProperty("stateRules"), "rule");

    public static Dictionary<string, JsonElement> AddedInterventions { get; } = ById(Acts.GetProperty("add"), "id");

    public static Dictionary<string, JsonElement> ChangedInterventions { get; } =
        Acts.GetProperty("change").EnumerateArray().ToDictionary(r => r.Text("id"), r => r.GetProperty("change"), StringComparer.Ordinal);

    public static JsonElement[] Indications { get; } = [.. Document("indications").GetProperty("rows").EnumerateArray()];

    public static JsonElement[] Sources { get; } = [.. Document("advice-evidence").EnumerateArray()];

    /// <summary>The rows that hold now, as the first version writes them: what the second changes replaces the property of that name.</summary>
    public static JsonElement[] Associations { get; } = [.. Rows.Associations.Select(Current)];

    private static JsonElement Current(JsonElement row)
    {
        bool Is(JsonElement other) => other.Text("factor") == row.Text("factor") && other.Text("condition") == row.Text("condition");
        if (row.Text("use") is "considered" or "refer")
            return row;
        var merged = JsonNode.Parse(row.GetRawText())!.AsObject();
        if (Facts.Values.Any(Is))
            merged["use"] = "informational";
        if (RetiredRules.Values.Any(Is) && !ChangedRules.Values.Any(Is))
            merged["use"] = "retired";
        foreach (var found in ChangedRules.Values.Where(Is))
        {
            foreach (var property in found.GetProperty("change").EnumerateObject())
            {
                if (property.Name == "use")
                    merged["use"] = "informational";
                else if (property.Name == "role")
                    merged["marker"] = property.Value.GetString() == "marker";
                else if (property.Name is "certainty" or "curve" or "ratio")
                    merged[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            }

            var sources = merged["evidence"]!.AsArray();
            foreach (string source in found.Texts("evidence"))
            {
                if (!row.Texts("evidence").Contains(source) && !row.Texts("contradictedBy").Contains(source))
                    sources.Add(source);
            }
        }

        return JsonDocument.Parse(merged.ToJsonString()).RootElement;
    }

    private static Dictionary<string, JsonElement> ById(JsonElement rows, string id) =>
        rows.EnumerateArray().ToDictionary(r => r.Text(id), StringComparer.Ordinal);

    private static JsonElement Document(string name)
    {
        string path = Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "rows", "v2", name + ".json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
