using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The worked examples of the knowledge base: what people answered, and what it becomes.</summary>
internal static class IntakeExamples
{
    private static readonly Dictionary<string, JsonObject> Rows = Read();

    public static IEnumerable<string> Ids => Rows.Keys.Order(StringComparer.Ordinal);

    public static JsonObject Get(string id) => Rows[id];

    /// <summary>The observations as a profile.</summary>
    public static PersonProfile Profile(JsonObject row) => Profile(row["observations"]!);

    public static PersonProfile Profile(JsonNode observations) =>
        ProfileJson.Read(new JsonObject { ["observations"] = observations.DeepClone() }.ToJsonString()).GetValueOrThrow();

    /// <summary>The observations as plain values: a number, yes or no, a choice; null where declined.</summary>
    public static Dictionary<string, object?> Answers(PersonProfile profile) =>
        profile.Observations.ToDictionary(
            o => o.Key,
            o => o.Value.Value switch
            {
                { Kind: FactorValueKind.Number } number => number.AsNumber,
                { Kind: FactorValueKind.Boolean } yesOrNo => (object)yesOrNo.AsBoolean,
                { Kind: FactorValueKind.Choice } choice => choice.AsChoice,
                _ => null,
            },
            StringComparer.Ordinal);

    private static Dictionary<string, JsonObject> Read()
    {
        string path = Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "rows", "v2", "intake-examples.json");
        return JsonNode.Parse(File.ReadAllText(path))!["examples"]!.AsArray().ToDictionary(e => (string)e!["id"]!, e => e!.AsObject(), StringComparer.Ordinal);
    }
}
