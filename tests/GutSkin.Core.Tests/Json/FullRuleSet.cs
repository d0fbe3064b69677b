namespace GutSkin.Core.Tests;

/// <summary>A rule set with every section and every property of the format.</summary>
internal static class FullRuleSet
{
    public const string Json = """
        {
          // a note
          "$schema": "gutskin-ruleset-1.schema.json",
          "id": "clinic.example", "version": "1.2.0-rc.1+b", "title": "Größe 😀", "license": "MIT", "authors": ["A", "B"],
          "extends": [ { "id": "gutskin.evidence", "version": ">=1.0.0 <2.0.0" }, { "id": "other" } ],
          "remove": { "mechanisms": ["m"], "conditions": ["c"], "factors": ["f"], "evidence": ["e"], "rules": ["acne.milk"], "interventions": ["i"],
                      "safety": ["s"], "screens": ["t"], "products": ["p"] },
          "intendedUse": "professional-support", "disclaimer": "This is not a diagnosis.\n\"Really\".",
          "model": { "certaintyShrinkage": { "high": 1, "moderate": 0.75, "low": 0.5, "very-low": 0.25 }, "certaintyCap": { "moderate": 4, "low": 2, "very-low": 1.3 },
                     "bands": [ { "name": "minimal", "below": 10 }, { "name": "low", "below": 25 }, { "name": "high" }, ] },
          "mechanisms": [ { "id": "scfa-metabolites", "name": "SCFA", "description": "d", "evidence": ["juhl-2018"] } ],
          "conditions": [ { "id": "acne-vulgaris", "kind": "skin-condition", "name": "Acne", "synonyms": ["acne"], "description": "d",
                            "codes": { "icd10": "L70.0", "icd11": "ED80" }, "evidence": ["juhl-2018"] },
                          { "id": "dysbiosis", "kind": "gut-state", "name": "Dysbiosis" }, { "id": "dry-skin", "kind": "skin-state", "name": "Dry" } ],
          "factors": [ { "id": "lab.vitamin-d", "group": "lab", "kind": "number", "unit": "nmol/L", "min": 0, "max": 500,
                         "reference": { "low": 50, "high": 125, "basis": "zero-of-curve", "evidence": ["juhl-2018"] }, "modifiable": true, "acquisition": "measure",
                         "maxAgeDays": 365.0, "measurementError": { "cv": 0.1 },
                         "conversions": [ { "from": "ng/mL", "multiply": 2.496, "add": 0 }, { "from": "K", "multiply": 1, "add": -273.15 } ],
                         "name": "Vitamin D", "question": "?", "codes": { "loinc": "1989-3" }, "evidence": ["juhl-2018"], "x-note": [1, { "y": null }] },
                       { "id": "skincare.cleanser", "kind": "choice", "choices": ["syndet", "foaming", "soap"], "reference": { "value": "syndet" }, "name": "Cleanser" },
                       { "id": "diet.milk", "kind": "integer", "name": "Milk", "measurementError": { "sd": 0.5 } },
                       { "id": "symptom.fever", "kind": "boolean", "name": "Fever", "reference": { "value": false } } ],
          "evidence": [ { "id": "juhl-2018", "authors": "Juhl CR et al.", "title": "T", "journal": "J", "year": 2018, "doi": "10.1/x", "pmid": "1",
                          "design": "meta-analysis", "population": "p", "n": 78529, "finding": "f" } ],
          "rules": [ { "id": "acne.milk", "condition": "acne-vulgaris", "title": "Milk", "when": { "all": [
                         { "factor": "diet.milk", "atLeast": 1, "above": 0.5, "atMost": 9, "below": 10, "in": [1, 2, 3], "between": [1, 3] },
                         { "any": [ { "factor": "symptom.fever", "equals": true }, { "factor": "skincare.cleanser", "equals": "soap" },
                                    { "factor": "skincare.cleanser", "in": ["soap", "foaming"] }, { "any": [] } ] },
                         { "not": { "known": "lab.vitamin-d" } }, { "concern": "acne-vulgaris" }, { "not": { "all": [] } } ] },
                       "factor": "diet.milk", "curve": [[0,0],[2,1]],
                       "effect": { "oddsRatio": 1.25, "ci95": [1.15, 1.36], "basis": "derived" }, "certainty": "low", "mechanisms": ["scfa-metabolites"], "overlap": "dairy",
                       "role": "marker", "informational": true, "evidence": ["juhl-2018"], "contradictedBy": ["juhl-2018"], "population": "7-30 years",
                       "rationale": "r", "misuse": "m", "lifecycle": "reviewed", "reviewedOn": "2026-11-20" },
                     { "id": "acne.soap", "condition": "acne-vulgaris", "title": "Soap", "factor": "skincare.cleanser", "levels": { "foaming": 0.5, "soap": 1 },
                       "effect": { "riskRatio": 1.5 }, "certainty": "very-low", "lifecycle": "draft" },
                     { "id": "acne.hr", "condition": "acne-vulgaris", "title": "HR", "effect": { "hazardRatio": 1.5, "basis": "judgement" }, "certainty": "high", "lifecycle": "retired" },
                     { "id": "acne.smd", "condition": "acne-vulgaris", "title": "SMD", "effect": { "smd": 0.2 }, "certainty": "moderate" },
                     { "id": "acne.md", "condition": "acne-vulgaris", "title": "MD", "effect": { "meanDifference": -1e-7, "sd": 8, "of": "DLQI" }, "certainty": "low" },
                     { "id": "acne.lo", "condition": "acne-vulgaris", "title": "LO", "effect": { "logOdds": 1e21 }, "certainty": "low" } ],
          "interventions": [ { "id": "diet.reduce-milk", "category": "diet", "name": "Less milk", "summary": "s", "when": { "factor": "diet.milk", "above": 0 },
                               "changes": [ { "factor": "diet.milk", "atMost": 0.5 }, { "factor": "lab.vitamin-d", "atLeast": 50 }, { "factor": "skincare.cleanser", "set": "syndet" },
                                            { "factor": "symptom.fever", "set": false } ],
                               "effects": [ { "condition": "acne-vulgaris", "smd": -0.3, "ci95": [-0.5, -0.1], "certainty": "low", "evidence": ["juhl-2018"] },
                                            { "condition": "acne-vulgaris", "meanDifference": -2, "sd": 4, "of": "IGA", "basis": "derived", "certainty": "high", "informational": true,
                                              "population": "adults", "note": "n" } ],
                               "mechanisms": ["scfa-metabolites"], "dose": "d", "weeks": [8, 12], "effort": "low", "cost": "high", "sameSafetyAs": ["x"], "evidence": ["juhl-2018"] },
                             { "id": "referral.emergency", "category": "referral", "name": "Emergency" } ],
          "safety": [ { "id": "no-milk", "kind": "contraindication", "when": { "factor": "symptom.fever", "equals": true }, "interventions": ["diet.*"], "message": "m", "evidence": ["juhl-2018"], "locked": true },
                      { "id": "care", "kind": "caution", "when": { "known": "symptom.fever" }, "interventions": [], "message": "m" },
                      { "id": "fever", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "symptom.fever", "equals": true }, "refer": ["referral.emergency"], "message": "m" } ],
          "screens": [ { "id": "red-flags", "title": "Any?", "factors": ["symptom.fever"], "when": { "any": [] } } ],
          "considered": [ { "factor": "diet.milk", "condition": "dysbiosis", "why": "w", "evidence": ["juhl-2018"] } ],
          "products": [ { "id": "drink", "brand": "B", "name": "N", "intervention": "diet.reduce-milk", "price": { "amount": 158.10, "currency": "GBP", "asOf": "2021-06-22" },
                          "allergens": ["milk"], "strains": ["s"] } ],
          "texts": { "de": { "factors": { "diet.milk": { "name": "Milch", "question": "Wie viel?" } }, "safety": { "fever": { "message": "Fieber" } } } },
          "tests": [ { "name": "one", "profile": { "asOf": "2026-11-20", "concerns": ["acne-vulgaris"], "screened": ["red-flags", { "id": "red", "on": "2026-01-01" }],
                         "observations": { "diet.milk": 3, "symptom.fever": { "declined": true } } },
                       "expect": { "scores": { "acne-vulgaris": { "atLeast": 20, "atMost": 35 } }, "band": { "acne-vulgaris": "low" },
                                   "triage": "none", "recommended": ["diet.reduce-milk"], "blocked": ["x"] } },
                     { "name": "two", "profile": {} } ],
          "x-anything": { "a": [null] },
        }
        """;

    /// <summary>The rule set with <paramref name="section"/> as its only section.</summary>
    public static string With(string section) => "{\"id\": \"a\", \"version\": \"1.0.0\", \"title\": \"t\",\n" + section + "}";
}
