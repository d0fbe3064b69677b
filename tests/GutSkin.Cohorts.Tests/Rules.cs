using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Cohorts.Tests;

/// <summary>Small rule sets for what the built-in one lacks.</summary>
internal static class Rules
{
    /// <summary>A rule set with one choice factor.</summary>
    public static ScoringService With(string factor, params string[] choices)
    {
        string json = $$"""
            { "id": "x.test", "version": "1.0.0", "title": "t",
              "conditions": [ { "id": "c", "name": "c" } ],
              "factors": [ { "id": "{{factor}}", "name": "x", "kind": "choice", "choices": [{{string.Join(", ", choices.Select(c => $"\"{c}\""))}}] } ],
              "rules": [ { "id": "r", "title": "r", "condition": "c", "factor": "{{factor}}", "levels": { "{{choices[0]}}": 1 }, "effect": { "logOdds": 1 }, "certainty": "high" } ] }
            """;
        return new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(Encoding.UTF8.GetBytes(json))).GetValueOrThrow());
    }
}
