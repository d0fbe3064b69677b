using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>
/// <c>gutskin show [ID]</c>: the resolved rule set with its hash and the documents it was made of; with an id one entry, in its section and
/// as it would stand in an overlay.
/// </summary>
internal static class ShowVerb
{
    public static Command Command()
    {
        var id = new Argument<string?>("ID") { Description = "One entry: a rule, factor, intervention, condition … by its id; none = the whole rule set.", Arity = ArgumentArity.ZeroOrOne };
        var section = new Option<string?>("--section") { Description = "The section of the entry, where several have that id: rules, factors …", HelpName = "NAME" };
        var rules = new RuleOptions();
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("show", "Shows the resolved rule set with its SHA-256, or one entry, ready for an overlay.") { id };
        rules.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(section);
        command.SetAction(parsed =>
        {
            // Without an id all of --rules are files: what ends in .json is no id.
            var (entry, files) = rules.Split(parsed, parsed.GetValue(id) ?? (parsed.GetValue(section) is null ? "" : null));
            var composed = rules.Compose(parsed, files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);
            if (!string.IsNullOrEmpty(entry))
            {
                Std.WriteResult(Entry(composed.Value.Data, entry, parsed.GetValue(section)));
                return ExitCode.Done;
            }

            Std.WriteResult(parsed.GetValue(format) == "json" ? ToJson(composed.Value) : ToText(composed.Value));
            return ExitCode.Done;
        });
        return command;
    }

    private static string ToJson(ResolvedRuleSet resolved) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("ruleSet");
        using (var ruleSet = JsonDocument.Parse(RuleSetJson.Write(resolved.Data)))
            ruleSet.RootElement.WriteTo(writer);
        writer.WriteString("sha256", resolved.Sha256);
        writer.WriteStartArray("documents");
        foreach (var document in resolved.Documents)
        {
            writer.WriteStartObject();
            writer.WriteString("id", document.Id);
            writer.WriteString("version", document.Version);
            writer.WriteString("sha256", document.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>An entry in its section: <c>{ "rules": [ … ] }</c>; what an overlay says of it begins as a copy.</summary>
    private static string Entry(RuleSet set, string id, string? section)
    {
        using var document = JsonDocument.Parse(RuleSetJson.Write(set));
        var found = document.RootElement.EnumerateObject()
            .Where(p => p.Value.ValueKind == JsonValueKind.Array && (section is null || p.Name == section))
            .SelectMany(p => p.Value.EnumerateArray()
                .Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("id", out var own) && own.GetString() == id).Select(e => (Section: p.Name, Entry: e)))
            .ToList();
        if (found.Count == 0)
            throw new ToolFailure(ExitCode.InputErrors, $"nothing in {(section is null ? set.Id : $"'{section}' of {set.Id}")} has the id '{id}'");
        if (found.Count > 1)
            throw new ToolFailure(ExitCode.WrongUsage, $"'{id}' is in several sections: give --section {string.Join(" or --section ", found.Select(f => f.Section))}");
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray(found[0].Section);
            found[0].Entry.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static string ToText(ResolvedRuleSet resolved)
    {
        var set = resolved.Data;
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"{set.Title} ({set.Id} {set.Version})");
        Line($"sha256 {resolved.Sha256}");
        Line("");
        Line("made of");
        foreach (var document in resolved.Documents)
            Line($"  {document.Id} {document.Version}  {document.Sha256}");
        Line("");
        Line("holds");
        foreach (var (name, count) in Sections(set))
            Line(string.Create(CultureInfo.InvariantCulture, $"  {count,6} {name}"));
        Line("");
        Line("conditions and states");
        foreach (var condition in set.Conditions.OrderBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            int scored = set.Rules.Count(r => r.Condition == condition.Id && r.IsScored);
            Line(string.Create(CultureInfo.InvariantCulture, $"  {scored,6} scored rules  {condition.Id}  {condition.Name}"));
        }

        Line("");
        Line(resolved.Disclaimer);
        return text.ToString();
    }

    private static IEnumerable<(string Name, int Count)> Sections(RuleSet set) =>
    [
        ("conditions and states", set.Conditions.Length),
        ("factors", set.Factors.Length),
        ("mechanisms", set.Mechanisms.Length),
        ("evidence entries", set.Evidence.Length),
        ("rules", set.Rules.Length),
        ("interventions", set.Interventions.Length),
        ("safety rules", set.Safety.Length),
        ("screens", set.Screens.Length),
        ("considered", set.Considered.Length),
        ("products", set.Products.Length),
        ("tests", set.Tests.Length),
    ];
}
