using System.Text.Json;

namespace GutSkin.Core.Authoring.Differences;

/// <summary>Says in words what differs between two JSON values.</summary>
internal static class FieldComparer
{
    private const int LongText = 60;

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["rules.role"] = "driver",
        ["rules.lifecycle"] = "active",
        ["rules.informational"] = "false",
        ["safety.locked"] = "false",
        ["interventions.effort"] = "medium",
        ["interventions.cost"] = "medium",
        ["factors.acquisition"] = "ask",
        ["factors.modifiable"] = "false",
        ["conditions.kind"] = "skin-condition",
        [".intendedUse"] = "wellness-information",
    };

    /// <summary>Adds a line for each property, at any depth, that differs.</summary>
    public static void CompareObjects(string section, JsonElement old, JsonElement now, List<string> details, Predicate<string>? skip = null) =>
        CompareObjects(section, "", old, now, details, skip);

    private static void CompareObjects(string section, string path, JsonElement old, JsonElement now, List<string> details, Predicate<string>? skip)
    {
        foreach (var property in old.EnumerateObject())
        {
            if (skip?.Invoke(property.Name) == true)
                continue;
            string name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (now.TryGetProperty(property.Name, out var other))
                CompareValues(section, name, property.Value, other, details);
            else
                details.Add(Defaults.TryGetValue($"{section}.{name}", out string? otherwise)
                    ? $"{name} {Text(property.Value)} → {otherwise}"
                    : $"{name} removed{Of(property.Value)}");
        }

        foreach (var property in now.EnumerateObject())
        {
            string name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (skip?.Invoke(property.Name) != true && !old.TryGetProperty(property.Name, out _))
                details.Add(Defaults.TryGetValue($"{section}.{name}", out string? otherwise)
                    ? $"{name} {otherwise} → {Text(property.Value)}"
                    : $"{name} added{Of(property.Value)}");
        }
    }

    private static void CompareValues(string section, string name, JsonElement old, JsonElement now, List<string> details)
    {
        if (JsonElement.DeepEquals(old, now))
            return;
        if (old.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object)
            CompareObjects(section, name, old, now, details, null);
        else if (IsListOf(old, JsonValueKind.Object) && IsListOf(now, JsonValueKind.Object))
            CompareLists(section, name, old, now, details);
        else if (IsListOf(old, JsonValueKind.String) && IsListOf(now, JsonValueKind.String))
            CompareWords(name, old, now, details);
        else
            details.Add(Text(old) is { Length: <= LongText } was && Text(now) is { Length: <= LongText } isNow ? $"{name} {was} → {isNow}" : $"{name} reworded");
    }

    private static bool IsListOf(JsonElement value, JsonValueKind kind) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == kind);

    private static void CompareLists(string section, string name, JsonElement old, JsonElement now, List<string> details)
    {
        int common = Math.Min(old.GetArrayLength(), now.GetArrayLength());
        for (int i = 0; i < common; i++)
            CompareValues(section, FormattableString.Invariant($"{name}[{i}]"), old[i], now[i], details);
        for (int i = common; i < old.GetArrayLength(); i++)
            details.Add(FormattableString.Invariant($"{name}[{i}] removed{Of(old[i])}"));
        for (int i = common; i < now.GetArrayLength(); i++)
            details.Add(FormattableString.Invariant($"{name}[{i}] added{Of(now[i])}"));
    }

    private static void CompareWords(string name, JsonElement old, JsonElement now, List<string> details)
    {
        string[] was = [.. old.EnumerateArray().Select(e => e.GetString()!)], isNow = [.. now.EnumerateArray().Select(e => e.GetString()!)];
        string[] added = [.. isNow.Except(was, StringComparer.Ordinal)], removed = [.. was.Except(isNow, StringComparer.Ordinal)];
        if (added.Length > 0)
            details.Add($"{name} added: {string.Join(", ", added)}");
        if (removed.Length > 0)
            details.Add($"{name} removed: {string.Join(", ", removed)}");
        if (added.Length + removed.Length == 0)
            details.Add($"{name} in another order");
    }

    private static string Of(JsonElement value) => Text(value) is { Length: <= LongText } text ? $": {text}" : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]",
        JsonValueKind.Object => $"{{ {string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Text(p.Value)}"))} }}",
        _ => value.GetRawText(),
    };
}
