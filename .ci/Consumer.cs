using GutSkin.Core;

var profile = PersonProfile.Create().ConcernedAbout("acne-vulgaris").With("diet.fiber", 12).Build();
Console.WriteLine($"{profile}; schema of {JsonSchemas.RuleSet.Length} characters");
