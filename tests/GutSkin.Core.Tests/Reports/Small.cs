using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Reports;

/// <summary>Assessments by a small rule set that shows every part of a report; its texts can be turned into anything.</summary>
internal static class Small
{
    private static readonly string[] TextFields =
    [
        "name", "title", "message", "summary", "dose", "population", "question", "authors", "journal", "disclaimer", "doi", "pmid",
    ];

    public static PersonProfileBuilder Person() => PersonProfile.Create()
        .AsOf(new DateOnly(2026, 11, 20))
        .ConcernedAbout("redness")
        .With("diet.sweets", 3)
        .With("diet.greens", 20)
        .With("skincare.soap", "harsh-soap")
        .With("body.bmi", 31)
        .With("person.eating-disorder-history", false)
        .With("person.pregnant", false)
        .Screened("signs");

    public static Assessment Assess(PersonProfileBuilder person, string? culture = null, Func<string, string>? texts = null) =>
        Service(texts).Assess(person.Build(), new AssessmentOptions { Culture = culture });

    private static ScoringService Service(Func<string, string>? texts)
    {
        var root = JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "GutSkin.Core.Tests", "Reports", "small.ruleset.json")))!;
        if (texts is not null)
        {
            root["disclaimer"] = RuleSet.DefaultDisclaimer;
            Turn(root, texts);
        }

        return new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(root.ToJsonString())).GetValueOrThrow());
    }

    private static void Turn(JsonNode? node, Func<string, string> texts)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Turn(item, texts);
        }

        if (node is not JsonObject fields)
            return;
        foreach (string name in fields.Select(f => f.Key).ToList())
        {
            if (TextFields.Contains(name) && fields[name] is JsonValue value)
                fields[name] = texts(value.GetValue<string>()) + (name == "disclaimer" ? ". This is not a diagnosis." : "");
            else
                Turn(fields[name], texts);
        }
    }
}
