using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

// The shop's products lie over the built-in rule set; the quiz is held against the two, as `gutskin lint quiz.json shop.example.json` does.
var rules = RuleSetComposer.Compose([BuiltInRuleSet.Document, RuleSetJson.Read(Text("shop.example.json"), "shop.example.json")]).GetValueOrThrow();
var scoring = new ScoringService(rules);
var quiz = Quiz.Read(Text("quiz.json"), "quiz.json").GetValueOrThrow();
Console.WriteLine($"{quiz.Title}: {quiz.Questions.Length} questions, {quiz.Check(rules).Length} findings of lint.");

// What a customer sends: the form of the shop, in the shop's own words.
(string Question, string Answer)[] customer =
[
    ("what-brings-you", "spots-a-doctor-calls-acne"), ("how-old", "24"), ("recorded-sex", "w"), ("soft-drinks", "every-day"), ("milk", "some-days"),
    ("washing", "yes"), ("allergies", "perfume"), ("allergies", "shown"), ("right-now", "shown"),
];
var day = new DateOnly(2026, 11, 20);
var profile = quiz.ToProfile(customer.Select(a => KeyValuePair.Create(a.Question, a.Answer)), rules, day).GetValueOrThrow();
var afterQuiz = scoring.Assess(profile);

Console.WriteLine($"""

    WHAT THE QUIZ MAY SAY
    The page that eight answers give. It names what stands out and says what it rests on. It shows a range where too little is known,
    and says first what is not yet checked.

    {afterQuiz.ToText()}
    """);

Console.WriteLine($"""
    WHAT IT MUST NOT SAY
    - No all-clear: {afterQuiz.Triage.Unresolved.Length} signs that need a doctor are not yet checked.
    - No product: {afterQuiz.Recommendations.Sum(r => r.Products.Length)} of {rules.Data.Products.Length} are listed. What this person may have to leave alone is not known before they are asked.
    - No diagnosis, no probability, no promise. What lint --claims says of "{RuleSetJson.Read(Text("must-not.json")).RuleSet!.Interventions[0].Summary}":
    """);
var claims = RuleSetLinter.Lint([BuiltInRuleSet.Document, RuleSetJson.Read(Text("must-not.json"), "must-not.json")], new LintOptions { Claims = ClaimsJurisdiction.EuropeanUnion });
foreach (var claim in claims.Diagnostics.Where(d => d.File == "must-not.json" && d.Code.StartsWith("GS12", StringComparison.Ordinal)))
    Console.WriteLine($"  {claim}");

// A shop that wants to show products asks on. The library asks; the shop draws the pages. This customer has none of what the screens
// name, and leaves the forms about life for later.
var consultation = Consultation.Start(scoring, profile);
int screens = 0;
for (; consultation.Current is { } question && question.Reason is QuestionReason.Urgent or QuestionReason.Concern or QuestionReason.Soon or QuestionReason.Safety; screens++)
    consultation = question.Asks == QuestionKind.Screen ? consultation.NoneOfThese() : consultation.Skip();

Console.WriteLine($"""

    AFTER {screens} MORE PAGES
    Triage: {consultation.Assessment.Triage.Level}, {(consultation.Assessment.Triage.Complete ? "everything checked that the person could answer" : "not everything checked")}.
    """);
foreach (var recommendation in consultation.Assessment.Recommendations.Where(r => r.Products.Length > 0))
{
    Console.WriteLine($"  {recommendation.Name} ({recommendation.Status}, tier {recommendation.Tier})");
    foreach (var match in recommendation.Products)
    {
        var product = rules.Data.Products.Single(p => p.Id == match.Id);
        Console.WriteLine($"    {product.Name}, {product.Price!.Amount} {product.Price.Currency}{(match.Check.IsEmpty ? "" : $"; first ask about {string.Join(", ", match.Check)}")}");
    }
}

Console.WriteLine($"""
      Not among them, because this person is allergic to perfume: {string.Join(", ", rules.Data.Products.Where(p => p.Allergens.Contains("person.allergy.fragrance")).Select(p => p.Name))}.

    {consultation.Assessment.Disclaimer}
    """);
