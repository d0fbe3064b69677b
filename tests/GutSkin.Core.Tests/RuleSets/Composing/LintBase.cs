namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>A small rule set that nothing is wrong with, and that uses every section.</summary>
internal static class LintBase
{
    public const string Json = """
        {
          "id": "test.base", "version": "1.2.0", "title": "Base", "disclaimer": "This is not a diagnosis.",
          "model": { "certaintyShrinkage": { "high": 1, "low": 0.5 }, "certaintyCap": { "low": 2 },
                     "bands": [ { "name": "little", "below": 20 }, { "name": "some", "below": 60 }, { "name": "much" } ] },
          "mechanisms": [ { "id": "insulin", "name": "Insulin", "evidence": ["study-a"] } ],
          "conditions": [
            { "id": "acne", "name": "Acne" },
            { "id": "rosacea", "name": "Rosacea", "evidence": ["study-a"] } ],
          "factors": [
            { "id": "diet.milk", "name": "Milk", "kind": "number", "unit": "L", "min": 0, "max": 5, "reference": { "low": 0, "high": 1 }, "modifiable": true,
              "conversions": [ { "from": "mL", "multiply": 0.001 } ], "measurementError": { "cv": 0.1 }, "maxAgeDays": 90 },
            { "id": "diet.sugar", "name": "Sugar", "kind": "number" },
            { "id": "intake.glasses", "name": "Glasses", "kind": "integer", "min": 0, "max": 20, "question": "How many glasses a day?", "core": true, "coreOrder": 1,
              "askWhen": { "factor": "person.age", "atLeast": 2 } },
            { "id": "person.age", "name": "Age", "kind": "integer", "min": 0, "max": 120 },
            { "id": "person.pregnant", "name": "Pregnant", "kind": "boolean", "maxAgeDays": 30 },
            { "id": "symptom.fever", "name": "Fever", "kind": "boolean" },
            { "id": "symptom.rash", "name": "Rash", "kind": "boolean" },
            { "id": "symptom.itch", "name": "Itch", "kind": "boolean" },
            { "id": "skincare.cleanser", "name": "Cleanser", "kind": "choice", "choices": ["syndet", "foaming", "soap"],
              "reference": { "value": "syndet" }, "modifiable": true } ],
          "forms": [ { "id": "food", "title": "How often?", "items": ["intake.glasses"] } ],
          "derivations": [ { "id": "glasses", "factor": "diet.milk", "form": "food", "items": ["intake.glasses"], "error": { "cv": 0.2 },
                             "cases": [ { "linear": { "terms": { "intake.glasses": 0.25 } } } ] } ],
          "traits": [ { "id": "live-microbes", "title": "holds living microbes" } ],
          "evidence": [ { "id": "study-a", "title": "A", "year": 2018, "n": 100 }, { "id": "study-b", "title": "B" } ],
          "rules": [
            { "id": "acne.milk", "condition": "acne", "title": "Milk", "factor": "diet.milk", "curve": [[0, 0], [2, 1]], "overlap": "diet",
              "when": { "factor": "person.age", "between": [12, 40] },
              "effect": { "oddsRatio": 1.25, "ci95": [1.15, 1.36] }, "certainty": "low", "mechanisms": ["insulin"], "evidence": ["study-a"] },
            { "id": "acne.sugar", "condition": "acne", "title": "Sugar", "factor": "diet.sugar", "curve": [[0, 0], [9, 1]], "overlap": "diet",
              "effect": { "smd": 0.2 }, "certainty": "low", "evidence": ["study-a"] },
            { "id": "acne.soap", "condition": "acne", "title": "Soap", "factor": "skincare.cleanser", "levels": { "foaming": 0.5, "soap": 1 },
              "effect": { "meanDifference": 2, "sd": 4, "of": "GAGS" }, "certainty": "low", "evidence": ["study-a"], "contradictedBy": ["study-b"] },
            { "id": "rosacea.fever", "condition": "rosacea", "title": "Fever", "factor": "symptom.fever", "levels": { "true": 1 },
              "effect": { "logOdds": 0.3 }, "certainty": "low", "evidence": ["study-a"] } ],
          "interventions": [
            { "id": "diet.less-milk", "category": "diet", "name": "Less milk", "changes": [ { "factor": "diet.milk", "atMost": 0.5 } ], "weeks": [8, 12],
              "effects": [ { "condition": "acne", "riskRatio": 0.8, "ci95": [0.7, 0.9], "certainty": "low", "evidence": ["study-a"] } ] },
            { "id": "skincare.syndet", "category": "skincare", "name": "Syndet", "changes": [ { "factor": "skincare.cleanser", "set": "syndet" } ],
              "mechanisms": ["insulin"], "when": { "factor": "person.age", "atLeast": 1 } },
            { "id": "probiotic.mix", "category": "probiotic", "name": "Mix", "traits": ["live-microbes"], "evidence": ["study-b"] },
            { "id": "referral.doctor", "category": "referral", "name": "Doctor", "when": { "any": [] } } ],
          "safety": [
            { "id": "no-probiotics", "kind": "contraindication", "when": { "factor": "person.pregnant", "equals": true },
              "interventions": ["probiotic.*"], "message": "Ask first.", "locked": true },
            { "id": "calcium", "kind": "caution", "when": { "factor": "person.age", "atMost": 18 }, "interventions": ["diet.less-milk"], "message": "Calcium." },
            { "id": "fever", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "symptom.fever", "equals": true },
              "refer": ["referral.doctor"], "message": "See a doctor today.", "locked": true } ],
          "screens": [ { "id": "red-flags", "title": "Any of these?", "factors": ["symptom.fever", "symptom.rash"] },
            { "id": "more", "title": "And these?", "factors": ["symptom.itch"], "when": { "concern": "acne" } } ],
          "considered": [ { "factor": "diet.milk", "condition": "rosacea", "why": "No study.", "evidence": ["study-a"] } ],
          "products": [ { "id": "mix-1", "intervention": "probiotic.mix", "price": { "amount": 20, "currency": "GBP" } } ],
          "texts": { "de": { "factors": { "diet.milk": { "name": "Milch" } } } },
          "tests": [ { "name": "drinks milk", "profile": { "concerns": ["acne"], "screened": ["red-flags"], "observations": { "diet.milk": 1, "person.age": 20 } },
                       "expect": { "scores": { "acne": { "atLeast": 0, "atMost": 50 } }, "band": { "acne": "little" }, "recommended": ["diet.less-milk"] } } ]
        }
        """;

    /// <summary>The rule set with parts of its text replaced.</summary>
    public static string With(params (string Old, string New)[] changes)
    {
        string text = Json;
        foreach (var (old, replacement) in changes)
        {
            int at = text.IndexOf(old, StringComparison.Ordinal);
            if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
                throw new InvalidOperationException($"'{old}' is not there exactly once.");
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        return text;
    }
}
