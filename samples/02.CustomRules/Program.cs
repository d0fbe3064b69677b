using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Samples.CustomRules;
using Microsoft.Extensions.DependencyInjection;

// A practice's overlay in JSON and one in C#, over the built-in rule set. Nothing is forked.
string file = Path.Combine(AppContext.BaseDirectory, "clinic.example.json");
var clinic = RuleSetJson.Read(File.ReadAllBytes(file), "clinic.example.json");
var oatMilk = RuleSetDocument.From(OatMilk.Rules);

// 1. Does it read well? Every fault at once, each with its line.
foreach (var diagnostic in RuleSetLinter.Lint([BuiltInRuleSet.Document, clinic], new LintOptions { Analyze = true }).Diagnostics)
    Console.WriteLine(diagnostic);

// 2. Do its own tests hold?
Console.WriteLine($"clinic.example:  {RuleSetTestRunner.Run(BuiltInRuleSet.Document, clinic)}");
Console.WriteLine($"clinic.oat-milk: {RuleSetTestRunner.Run(BuiltInRuleSet.Document, oatMilk)}");

// 2b. A rule that data cannot say is a class. It comes after all rule sets, and its tests run like any others.
var withClass = RuleSetComposer.Compose([BuiltInRuleSet.Document, clinic, oatMilk], [new SweetDrinksRule()]).GetValueOrThrow();
Console.WriteLine($"a class:         {RuleSetTestRunner.Run(withClass, SweetDrinksRule.Tests)}");

// 3. Whom would it hit?
var resolved = RuleSetComposer.Compose(BuiltInRuleSet.Document, clinic, oatMilk).GetValueOrThrow();
var person = PersonProfile.Create()
    .ConcernedAbout(SkinConditions.AcneVulgaris)
    .With("practice.late-meals", 6)
    .With("practice.oat-milk", 2)
    .With("person.age", 17)
    .Build();
Console.WriteLine();
var difference = RuleSetDiff.Compare(BuiltInRuleSet.Resolved, resolved, [person]);
Console.WriteLine($"{difference.Entries.Length} entries differ from the built-in rule set.");
if (difference.Impact!.LargestMove is { } move)
    Console.WriteLine($"The largest move: {move.Condition} {move.From:0.0} -> {move.To:0.0}");

// 4. What do the rules say of this person?
var services = new ServiceCollection().AddGutSkin(b => b.AddRuleSetFile(file).AddRuleSet(OatMilk.Rules).AddRule<SweetDrinksRule>());
using var provider = services.BuildServiceProvider();
var scoring = provider.GetRequiredService<IScoringService>();
var assessment = scoring.Assess(person);
Console.WriteLine();
Console.WriteLine(scoring.Explain(assessment, "practice.late-meals-acne"));
Console.WriteLine();
Console.WriteLine(scoring.Explain(assessment, "practice.oat-milk-acne"));
Console.WriteLine();
Console.WriteLine(scoring.Explain(assessment, "practice.sweet-drinks-acne"));
Console.WriteLine();
Console.WriteLine(assessment.Disclaimer);
