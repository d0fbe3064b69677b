using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Small helpers over <see cref="JsonNode"/>: every document is normalised first, so that numbers read alike whatever made them.</summary>
internal static class NaiveJson
{
    public static JsonObject Normalise(JsonObject document) => JsonNode.Parse(document.ToJsonString())!.AsObject();

    public static string? Text(this JsonObject o, string name) => o[name]?.GetValue<string>();

    public static double? Number(this JsonObject o, string name) => o[name]?.GetValue<double>();

    public static bool Flag(this JsonObject o, string name) => o[name]?.GetValue<bool>() ?? false;

    public static IEnumerable<JsonObject> Objects(this JsonObject o, string name) =>
        o[name] is JsonArray array ? array.Select(n => n!.AsObject()) : [];

    public static IReadOnlyList<string> Texts(this JsonObject o, string name) =>
        o[name] is JsonArray array ? [.. array.Select(n => n!.GetValue<string>())] : [];

    /// <summary>An answer: a double, a bool or a string.</summary>
    public static object Answer(JsonNode node) => node.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => node.GetValue<double>(),
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        _ => node.GetValue<string>(),
    };

    public static JsonNode Node(object answer) => answer switch
    {
        double d => Num(d),
        bool b => JsonValue.Create(b),
        _ => JsonValue.Create((string)answer),
    };

    /// <summary>A number for the document; minus zero is written 0.</summary>
    public static JsonNode Num(double x) => JsonValue.Create(x == 0 ? 0.0 : x);

    public static JsonArray Array(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)JsonValue.Create(id))]);

    public static JsonArray Array(IEnumerable<JsonObject> objects) => new([.. objects]);
}
