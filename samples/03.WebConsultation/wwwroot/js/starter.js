// What the playground starts with: one rule of the built-in set seen in another way, with a test; and a person to try it on.

export const starter = `{
  "$schema": "gutskin-ruleset-1.schema.json",
  "id": "clinic.example",
  "version": "1.0.0",
  "title": "A practice's own view of milk and acne",
  "extends": [{ "id": "gutskin.evidence", "version": ">=2.0.0 <3.0.0" }],
  "rules": [
    {
      // the same id as in the built-in set: it takes its place
      "id": "acne.milk",
      "condition": "acne-vulgaris",
      "title": "Milk and acne, from two glasses a day",
      "when": { "factor": "person.age", "atMost": 30 },
      "factor": "diet.milk",
      "curve": [[1, 0], [2, 1]],
      "effect": { "oddsRatio": 1.28, "ci95": [1.13, 1.44] },
      "certainty": "low",
      "mechanisms": ["insulin-igf1"],
      "evidence": ["juhl-2018"],
      "contradictedBy": ["juhl-2018-mr"],
      "population": "7-30 years"
    }
  ],
  "tests": [
    {
      "name": "one glass a day counts nothing here",
      "profile": {
        "concerns": ["acne-vulgaris"],
        "observations": { "person.age": 16, "diet.milk": 1 }
      },
      "expect": { "scores": { "acne-vulgaris": { "atMost": 0.001 } } }
    }
  ]
}
`;

export const examplePerson = {
  concerns: ['acne-vulgaris'],
  observations: {
    'person.age': 16,
    'diet.milk': 1,
    'diet.free-sugars': 19,
    'lifestyle.perceived-stress': 22,
    'skincare.harsh-products': true,
  },
};
