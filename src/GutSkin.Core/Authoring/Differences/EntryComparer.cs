using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Words;

namespace GutSkin.Core.Authoring.Differences;

/// <summary>Compares the entries of two rule sets by what they write: every property the format has, without a list to forget one in.</summary>
internal static class EntryComparer
{
    private static readonly string[] Sections =
    [
        "mechanisms", "conditions", "factors", "forms", "derivations", "traits", "evidence", "rules", "interventions", "safety", "screens", "considered", "products", "tests",
    ];

    public static ImmutableArray<EntryChange> Compare(ResolvedRuleSet old, ResolvedRuleSet now, CancellationToken cancellationToken)
    {
        using var before = JsonDocument.Parse(RuleSetWriter.WithClasses(old.Data));
        using var after = JsonDocument.Parse(RuleSetWriter.WithClasses(now.Data));
        var changes = ImmutableArray.CreateBuilder<EntryChange>();
        var own = new List<string>();
        FieldComparer.CompareObjects("", before.RootElement, after.RootElement, own, skip: name => name is "id" or "version" || Sections.Contains(name));
        if (own.Count > 0)
            changes.Add(new EntryChange("ruleSet", now.Data.Id, EntryChangeKind.Changed, [.. own]));
        foreach (string section in Sections)
            CompareSection(section, before.RootElement, after.RootElement, old, now, changes, cancellationToken);
        return changes.ToImmutable();
    }

    private static void CompareSection(
        string section, JsonElement before, JsonElement after, ResolvedRuleSet old, ResolvedRuleSet now, ImmutableArray<EntryChange>.Builder changes,
        CancellationToken cancellationToken)
    {
        var was = ById(section, before);
        var isNow = ById(section, after);
        foreach (var (id, entry) in was)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isNow.TryGetValue(id, out var other))
            {
                changes.Add(new EntryChange(section, id, EntryChangeKind.Removed, NameOf(section, entry)));
                continue;
            }

            var details = new List<string>();
            bool gated = section is "rules" or "interventions" or "safety" or "screens";
            if (!JsonElement.DeepEquals(entry, other))
                FieldComparer.CompareObjects(section, entry, other, details, skip: name => name == "id" || (gated && name == "when"));
            if (gated)
                CompareGates(GateOf(old, section, id), GateOf(now, section, id), details);
            if (section == "rules")
                CompareWeights(old, now, id, details);
            if (details.Count > 0)
                changes.Add(new EntryChange(section, id, EntryChangeKind.Changed, [.. details]));
        }

        foreach (var (id, entry) in isNow)
        {
            if (!was.ContainsKey(id))
                changes.Add(new EntryChange(section, id, EntryChangeKind.Added, NameOf(section, entry)));
        }
    }

    private static OrderedDictionary<string, JsonElement> ById(string section, JsonElement document)
    {
        var entries = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (document.TryGetProperty(section, out var list))
        {
            foreach (var entry in list.EnumerateArray())
                entries.TryAdd(IdOf(section, entry), entry);
        }

        return entries;
    }

    private static string IdOf(string section, JsonElement entry) => section switch
    {
        "considered" => $"{entry.GetProperty("factor").GetString()} / {entry.GetProperty("condition").GetString()}",
        "tests" => entry.GetProperty("name").GetString()!,
        _ => entry.GetProperty("id").GetString()!,
    };

    private static ImmutableArray<string> NameOf(string section, JsonElement entry)
    {
        if (section == "tests")
            return [];
        foreach (string property in (ReadOnlySpan<string>)["title", "name", "message", "why"])
        {
            if (entry.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String)
                return [text.GetString()!];
        }

        return [];
    }

    private static Gate? GateOf(ResolvedRuleSet set, string section, string id) => section switch
    {
        "rules" => set.FindRule(id)!.When,
        "interventions" => set.FindIntervention(id)!.When,
        "safety" => set.FindSafety(id)!.When,
        _ => set.FindScreen(id)!.When,
    };

    private static void CompareGates(Gate? old, Gate? now, List<string> details)
    {
        string was = old is null ? "always" : GateText.ByIds.Write(old), isNow = now is null ? "always" : GateText.ByIds.Write(now);
        if (was != isNow)
            details.Add($"when {was} → {isNow}");
    }

    private static void CompareWeights(ResolvedRuleSet old, ResolvedRuleSet now, string id, List<string> details)
    {
        string was = Weight(old, id), isNow = Weight(now, id);
        if (was != isNow)
            details.Add($"weight {was} → {isNow}");
    }

    private static string Weight(ResolvedRuleSet resolved, string id)
    {
        var rule = resolved.FindRule(id)!;
        return rule.IsScored ? resolved.Model.Weigh(rule.Effect, rule.Certainty).ToString("0.####", CultureInfo.InvariantCulture) : "none";
    }
}
