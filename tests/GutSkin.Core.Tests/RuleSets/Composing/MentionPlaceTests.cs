using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Wherever an entry names another one: an id that nobody has is told once, at its own line and column.</summary>
public partial class MentionPlaceTests
{
    /// <summary>Every place where the format lets one entry name another, an @ before each.</summary>
    private const string Marked = """
        {
          "id": "test.mentions", "version": "1.0.0", "title": "Mentions", "disclaimer": "This is not a diagnosis.",
          "mechanisms": [ { "id": "insulin", "name": "Insulin", "evidence": ["study-a", @"study-b"] } ],
          "conditions": [ { "id": "acne", "name": "Acne", "presence": @"symptom.rash", "evidence": ["study-a", @"study-b"] } ],
          "factors": [
            { "id": "diet.milk", "name": "Milk", "kind": "number", "unit": "L", "min": 0, "max": 5, "modifiable": true, "evidence": [@"study-a"],
              "reference": [ { "when": { "factor": @"person.age", "atMost": 9 }, "low": 0, "high": 1, "evidence": [@"study-a"] }, { "low": 0, "high": 2, "evidence": ["study-a", @"study-b"] } ] },
            { "id": "diet.sugar", "name": "Sugar", "kind": "number", "reference": { "low": 0, "high": 1, "evidence": [@"study-a"] } },
            { "id": "intake.glasses", "name": "Glasses", "kind": "integer", "min": 0, "max": 20, "question": "How many glasses a day?",
              "askWhen": { "any": [ { "factor": @"person.age", "atLeast": 2 }, { "known": @"symptom.rash" }, { "concern": @"acne" } ] } },
            { "id": "person.age", "name": "Age", "kind": "integer", "min": 0, "max": 120 },
            { "id": "body.mass", "name": "Mass", "kind": "number", "unit": "kg", "min": 1, "max": 300 },
            { "id": "body.index", "name": "Index", "kind": "number", "min": 0, "max": 900 },
            { "id": "body.place", "name": "Place", "kind": "number", "min": -9, "max": 9 },
            { "id": "product.nuts", "name": "Nuts", "kind": "boolean" },
            { "id": "symptom.fever", "name": "Fever", "kind": "boolean" },
            { "id": "symptom.itch", "name": "Itch", "kind": "boolean" },
            { "id": "symptom.rash", "name": "Rash", "kind": "boolean" } ],
          "forms": [ { "id": "food", "title": "How often?", "items": [@"intake.glasses"] } ],
          "derivations": [
            { "id": "glasses", "factor": @"diet.milk", "form": @"food", "items": [@"intake.glasses"], "evidence": ["study-a", @"study-b"],
              "cases": [ { "when": { "factor": @"person.age", "atLeast": 2 }, "linear": { "terms": { @"intake.glasses": 0.25 } } },
                         { "when": { "not": { "known": @"person.age" } }, "linear": { "terms": { "intake.glasses": 0.2, @"person.age": 0.01 } } } ] },
            { "id": "index", "factor": @"body.index", "items": [@"body.mass"], "cases": [ { "product": { "powers": { @"body.mass": 1 } } } ] },
            { "id": "place", "factor": @"body.place", "items": ["person.age", @"body.mass"], "cases": [ { "lms": { "value": @"body.mass", "at": { "terms": { @"person.age": 12 } }, "knots": [[0, 0.1, 3, 0.1], [1440, 0.1, 70, 0.1]] } } ] } ],
          "traits": [ { "id": "live-microbes", "title": "holds living microbes" } ],
          "evidence": [ { "id": "study-a", "title": "A" }, { "id": "study-b", "title": "B" } ],
          "rules": [
            { "id": "acne.milk", "condition": @"acne", "title": "Milk", "factor": @"diet.milk", "curve": [[0, 0], [2, 1]], "when": { "factor": @"person.age", "between": [12, 40] },
              "effect": { "oddsRatio": 1.25 }, "certainty": "low", "mechanisms": [@"insulin"], "evidence": ["study-a", @"study-b"], "contradictedBy": [@"study-b"] },
            { "id": "acne.itch", "condition": "acne", "title": "Itch", "factor": "symptom.itch", "levels": { "true": 1 }, "effect": { "logOdds": 0.2 }, "certainty": "low", "evidence": ["study-a"] } ],
          "interventions": [
            { "id": "diet.less-milk", "category": "diet", "name": "Less milk", "when": { "factor": @"person.age", "atLeast": 1 }, "traits": [@"live-microbes"],
              "mechanisms": ["insulin", @"insulin"], "evidence": [@"study-b"],
              "changes": [ { "factor": @"diet.milk", "atMost": 0.5, "when": { "factor": @"symptom.itch", "equals": true }, "evidence": ["study-a", @"study-b"] }, { "factor": @"diet.sugar", "atMost": 0.5 } ],
              "indications": [ { "condition": @"acne", "direction": "for", "strength": "conditional", "text": "Less of it.", "when": { "known": @"person.age" }, "evidence": [@"study-a"] } ],
              "effects": [ { "condition": @"acne", "riskRatio": 0.8, "certainty": "low", "when": { "all": [ { "concern": @"acne" }, { "factor": @"person.age", "atLeast": 3 } ] }, "evidence": ["study-a", @"study-b"] } ] },
            { "id": "diet.least-milk", "category": "diet", "name": "No milk", "variantOf": @"diet.less-milk", "changes": [ { "factor": "diet.milk", "atMost": 0 } ] },
            { "id": "referral.doctor", "category": "referral", "name": "Doctor", "when": { "any": [] } } ],
          "safety": [
            { "id": "calcium", "kind": "caution", "when": { "factor": @"person.age", "atMost": 18 }, "traits": [@"live-microbes"], "evidence": [@"study-a"],
              "movements": [ { "factor": "diet.milk", "direction": "down" }, { "factor": @"diet.sugar", "direction": "down" } ], "message": "Calcium." },
            { "id": "fever", "kind": "red-flag", "urgency": "urgent", "when": { "factor": @"symptom.fever", "equals": true }, "refer": ["referral.doctor"], "message": "See a doctor today." } ],
          "screens": [ { "id": "more", "title": "And these?", "factors": ["product.nuts", @"symptom.itch"], "when": { "concern": @"acne" } } ],
          "considered": [ { "factor": @"diet.milk", "condition": @"acne", "why": "No study.", "evidence": ["study-a", @"study-b"] } ],
          "products": [ { "id": "mix-1", "intervention": @"diet.less-milk", "allergens": [@"product.nuts"], "price": { "amount": 20, "currency": "GBP" } } ]
        }
        """;

    /// <summary>The rule set as it is.</summary>
    public static string Whole => Mention().Replace(Marked, "$1");

    public static TheoryData<int> Mentions => new(Enumerable.Range(0, Mention().Count(Marked)));

    [Fact]
    public void Nothing_else_is_wrong() => LintCases.Compose(Whole).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Mentions))]
    public void An_unknown_id_is_told_where_it_stands(int mention)
    {
        int at = 0;
        string text = Mention().Replace(Marked, match => at++ == mention ? "\"no-such.id\"" : match.Groups[1].Value);
        string before = text[..text.IndexOf("\"no-such.id\"", StringComparison.Ordinal)];
        var told = LintCases.Compose(text).Diagnostics.Where(d => d.Code == "GS0202" && d.Message.Contains("no-such.id", StringComparison.Ordinal));
        told.Select(d => (d.Line, d.Column)).Should().ContainSingle("of {0}", Mention().Matches(Marked)[mention].Value)
            .Which.Should().Be((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')));
    }

    [GeneratedRegex("@(\"[^\"]+\")")]
    private static partial Regex Mention();
}
