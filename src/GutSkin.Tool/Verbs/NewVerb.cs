using System.CommandLine;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin new NAME</c>: a starter overlay with one rule, one test and the schema line, that lints and tests green.</summary>
internal static class NewVerb
{
    private const string SchemaFile = "gutskin-ruleset-1.schema.json";

    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "The id of the new rule set, for example clinic.example; the file is NAME.json." };
        var command = new Command("new", "Writes a starter overlay in the current folder, with the schema beside it.") { name };
        command.SetAction(parsed =>
        {
            string id = parsed.GetRequiredValue(name);
            if (id.EndsWith(".json", StringComparison.Ordinal))
                id = id[..^".json".Length];
            string file = id + ".json", text = Starter(id);
            if (RuleSetJson.Read(text).Diagnostics is [var first, ..])
                throw ToolFailure.Usage(first.Message);
            if (Path.Exists(file))
                throw ToolFailure.Outside($"cannot write '{file}': it is there already");

            if (!Path.Exists(SchemaFile))
                OutputFile.Write(SchemaFile, JsonSchemas.RuleSet);
            OutputFile.Write(file, text);
            Std.WriteResult($"{file}: change it, then run 'gutskin lint {file}' and 'gutskin test {file}'");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Starter(string id) => $$"""
        {
          // An editor that knows JSON Schema completes and explains everything in this file.
          "$schema": "{{SchemaFile}}",
          "id": {{Quoted(id)}},
          "version": "0.1.0",
          "title": "Rules of our practice",
          "extends": [{ "id": "gutskin.evidence", "version": ">=2.0.0 <3.0.0" }],

          // What can be known of a person. This one is an example: replace it.
          "factors": [
            {
              "id": "practice.example-snack",
              "name": "Example snack",
              "kind": "number",
              "unit": "{servings}/d",
              "min": 0,
              "max": 10,
              "question": "How many servings of the example snack do you eat on a usual day?"
            }
          ],

          // Where the number comes from.
          "evidence": [{ "id": "practice-notes", "title": "Replace this with the study you rely on" }],

          // From 0 servings (burden 0) to 2 (burden 1) the odds rise to 1.2. Nothing is published, so it is a judgement of very low certainty.
          "rules": [
            {
              "id": "practice.example-snack-acne",
              "condition": "acne-vulgaris",
              "title": "Example snack and acne",
              "factor": "practice.example-snack",
              "curve": [[0, 0], [2, 1]],
              "effect": { "oddsRatio": 1.2, "basis": "judgement" },
              "certainty": "very-low",
              "evidence": ["practice-notes"]
            }
          ],

          // What must come out. 'gutskin test' runs this.
          "tests": [
            {
              "name": "two servings count",
              "profile": { "observations": { "practice.example-snack": 2 } },
              "expect": { "scores": { "acne-vulgaris": { "atLeast": 4, "atMost": 5 } } }
            }
          ]
        }
        """;

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";
}
