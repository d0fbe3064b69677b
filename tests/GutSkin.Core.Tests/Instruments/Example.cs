using System.Text.Json;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>A worked example of the knowledge base.</summary>
internal sealed record Example(string Id, string Instrument, JsonElement Inputs, JsonElement Expected)
{
    public static Example[] All { get; } = Read();

    public string? Error => Expected.TryGetProperty("error", out var error) ? error.GetString() : null;

    /// <summary>The inputs as a map of item ids, written by other means than the library's reader.</summary>
    public Dictionary<string, decimal> Map()
    {
        var map = new Dictionary<string, decimal>(StringComparer.Ordinal);
        Fill(Inputs, "", map);
        return map;
    }

    private static void Fill(JsonElement element, string prefix, Dictionary<string, decimal> map)
    {
        foreach (var property in element.EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Fill(property.Value, $"{prefix}{property.Name}.", map);
                    break;
                case JsonValueKind.Array:
                    int day = 0;
                    foreach (var value in property.Value.EnumerateArray())
                        map.Add($"day{++day}.{property.Name}", value.GetDecimal());
                    break;
                case JsonValueKind.Number:
                    map.Add(prefix + property.Name, property.Value.GetDecimal());
                    break;
                default:
                    map.Add(prefix + property.Name, property.Value.GetBoolean() ? 1 : 0);
                    break;
            }
        }
    }

    private static Example[] Read()
    {
        using var document = JsonDocument.Parse(Repository.Read("tests/GutSkin.Core.Tests/Instruments/examples.json"));
        return
        [
            .. document.RootElement.GetProperty("examples").EnumerateArray().Select(e => new Example(
                e.GetProperty("id").GetString()!, e.GetProperty("instrument").GetString()!, e.GetProperty("inputs").Clone(), e.GetProperty("expected").Clone())),
        ];
    }
}
