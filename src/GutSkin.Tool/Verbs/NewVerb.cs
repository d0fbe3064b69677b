using System.CommandLine;
using System.Text.RegularExpressions;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin new NAME</c>: a starter overlay with one rule and one test, that lints and tests green.</summary>
internal static partial class NewVerb
{
    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "The id of the new rule set, for example clinic.example; the file is NAME.json." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead; - is standard output.", HelpName = "FILE" };
        var command = new Command("new", "Writes a starter overlay with one rule and one test, and the JSON Schema beside it.") { name, output };
        command.SetAction(parsed =>
        {
            string id = parsed.GetRequiredValue(name);
            if (id.EndsWith(".json", StringComparison.Ordinal))
                id = id[..^5];
            if (!Kebab().IsMatch(id))
                throw ToolFailure.Usage($"'{id}' is no id: use lower-case letters, digits and hyphens, in groups parted by dots, for example clinic.example");
            if (id == BuiltInRuleSet.Id)
                throw ToolFailure.Usage($"'{id}' is the built-in rule set: choose another name");
            string path = parsed.GetValue(output) ?? $"{id}.json";
            if (path != InputFile.StandardInput && File.Exists(path))
                throw new ToolFailure(ExitCode.InputErrors, $"'{path}' is there already; nothing was written");
            OutputFile.Write(path, Starter.Replace("{id}", id, StringComparison.Ordinal));
            if (path == InputFile.StandardInput)
                return ExitCode.Done;
            string schema = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, SchemaName);
            if (!File.Exists(schema))
                OutputFile.Write(schema, JsonSchemas.RuleSet);
            Std.Error.WriteLine($"wrote {path} and {SchemaName}; next: gutskin lint {path} && gutskin test {path}");
            return ExitCode.Done;
        });
        return command;
    }

    private const string SchemaName = "gutskin-ruleset-1.schema.json";

    private const string Starter = """
        {
          // The line that makes an editor complete names and explain them.
          "$schema": "gutskin-ruleset-1.schema.json",
          "id": "{id}",
          "version": "0.1.0",
          "title": "Rules of {id}",

          // What this builds on. An entry with an id that is there already replaces it whole; a new id adds; "remove" takes out.
          "extends": [{ "id": "gutskin.evidence", "version": ">=1.0.0 <2.0.0" }],

          // What a person can be asked or measured.
          "factors": [
            {
              "id": "{id}.late-meals",
              "name": "Meals after 9 pm",
              "kind": "integer",
              "unit": "/wk",
              "min": 0,
              "max": 7,
              "question": "On how many evenings a week do you eat after 9 pm?"
            }
          ],

          // Where it comes from. Replace this by your source.
          "evidence": [
            {
              "id": "{id}.source",
              "title": "Replace this by the study that the rule rests on",
              "design": "expert-opinion",
              "year": 2026
            }
          ],

          // No late meals: burden 0. Seven a week: burden 1, at which the effect counts in full.
          "rules": [
            {
              "id": "{id}.acne-late-meals",
              "condition": "acne-vulgaris",
              "title": "Late meals and acne",
              "factor": "{id}.late-meals",
              "curve": [[0, 0], [7, 1]],
              "effect": { "oddsRatio": 1.2, "basis": "judgement" },
              "certainty": "very-low",
              "role": "driver",
              "evidence": ["{id}.source"],
              "rationale": "A starting point to change: say here in your own words why the rule is as it is."
            }
          ],

          // What must hold. Run it with: gutskin test FILE
          "tests": [
            {
              "name": "late meals every evening count",
              "profile": { "concerns": ["acne-vulgaris"], "observations": { "{id}.late-meals": 7 } },
              "expect": { "scores": { "acne-vulgaris": { "atLeast": 4, "atMost": 5 } }, "band": { "acne-vulgaris": "minimal" } }
            },
            {
              "name": "no late meals, nothing counted",
              "profile": { "concerns": ["acne-vulgaris"], "observations": { "{id}.late-meals": 0 } },
              "expect": { "scores": { "acne-vulgaris": { "atMost": 0 } } }
            }
          ]
        }
        """;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$")]
    private static partial Regex Kebab();
}
