using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin show</c>: the resolved rule set with its hash and the documents it was made of.</summary>
internal static class ShowVerb
{
    public static Command Command()
    {
        var rules = new RuleOptions();
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("show", "Shows the resolved rule set with its SHA-256.");
        rules.AddTo(command);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            var composed = rules.Compose(parsed, rules.Split(parsed, "").Files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);
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
