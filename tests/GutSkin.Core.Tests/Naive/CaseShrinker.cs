using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Shrinks a rule set and a profile that show a fault to a case that a person can read: leaves out entries, properties
/// and list elements, and puts operands in the place of gates, as long as the fault still shows.
/// </summary>
internal sealed class CaseShrinker(Func<JsonObject, JsonObject, bool> shows)
{
    /// <summary>Nothing more can be left out without the fault going away.</summary>
    public (JsonObject RuleSet, JsonObject Profile) Shrink(JsonObject ruleSet, JsonObject profile)
    {
        var document = new JsonObject { ["ruleSet"] = ruleSet.DeepClone(), ["profile"] = profile.DeepClone() };
        for (var before = ""; before != document.ToJsonString();)
        {
            before = document.ToJsonString();
            foreach (var size in new[] { 8, 4, 2, 1 })
                ShrinkNode(document, document, size);
        }

        return (document["ruleSet"]!.AsObject(), document["profile"]!.AsObject());
    }

    private void ShrinkNode(JsonObject document, JsonNode node, int size)
    {
        switch (node)
        {
            case JsonArray array:
                for (var i = array.Count - 1; i >= 0; i -= size)
                    TryWithout(document, array, Math.Max(0, i - size + 1), Math.Min(size, i + 1));
                foreach (var child in array.OfType<JsonNode>().Where(_ => size == 1).ToList())
                    ShrinkNode(document, child, size);
                break;
            case JsonObject o:
                foreach (var name in o.Select(p => p.Key).ToList())
                {
                    if (size == 1 && !TryWithout(document, o, name))
                        TrySimpler(document, o, name);
                    if (o[name] is { } child)
                        ShrinkNode(document, child, size);
                }

                break;
            default:
                break;
        }
    }

    private bool Shows(JsonObject document) => shows(document["ruleSet"]!.AsObject(), document["profile"]!.AsObject());

    private void TryWithout(JsonObject document, JsonArray array, int from, int count)
    {
        var removed = array.Skip(from).Take(count).ToList();
        foreach (var node in removed)
            array.Remove(node);
        if (Shows(document))
            return;
        for (var i = 0; i < removed.Count; i++)
            array.Insert(from + i, removed[i]);
    }

    private bool TryWithout(JsonObject document, JsonObject o, string name)
    {
        if (ReferenceEquals(o, document) || o[name] is null)
            return false;
        var place = o.Select(p => p.Key).ToList().IndexOf(name);
        var value = o[name];
        o.Remove(name);
        if (Shows(document))
            return true;
        o.Insert(place, name, value);
        return false;
    }

    /// <summary>An operand in the place of a gate, a plain value in that of an observation.</summary>
    private void TrySimpler(JsonObject document, JsonObject o, string name)
    {
        if (o[name] is not JsonObject value)
            return;
        List<JsonNode?> simpler = [];
        if (value["not"] is { } operand)
            simpler.Add(operand);
        foreach (var operands in new[] { value["all"], value["any"] }.OfType<JsonArray>())
            simpler.AddRange(operands);
        if (value["value"] is { } plain)
            simpler.Add(plain);
        foreach (var candidate in simpler.OfType<JsonNode>().Select(s => s.DeepClone()))
        {
            o[name] = candidate;
            if (Shows(document))
                return;
        }

        if (simpler.Count > 0)
            o[name] = value;
    }
}
