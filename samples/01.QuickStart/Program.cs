using GutSkin.Core;
using GutSkin.Core.RuleSets;

Console.WriteLine("""
    Someone has acne, drinks nine sugary drinks a week, has little vitamin D, smokes, and washes with harsh products.
    Ten lines describe that, and one call assesses it.

    """);

var profile = PersonProfile.Create()
    .ConcernedAbout(SkinConditions.AcneVulgaris)
    .With(Factors.Diet.SugaryDrinks, 9)                    // in the factor's own unit, servings a week
    .With(Factors.Lab.VitaminD, Quantity.Of(18, "ng/mL"))  // converted; a unit of another kind is a clear error
    .With(Factors.Lifestyle.Smoking, 5)
    .With(Factors.Skincare.HarshProducts, true)            // a bool for a number does not compile
    .Build();

Assessment assessment = ScoringService.Default.Assess(profile);
Console.WriteLine(assessment.ToText());                    // the page a person keeps; ToText(ReportDetail.Full) for the rest

Console.WriteLine("""
    LET THE LIBRARY ASK
    Little was recommended so far: what has not been asked is never taken as safe. So its questions are answered one by one
    until no safety question is open.

    """);

var known = new Dictionary<string, FactorValue>
{
    [Factors.Person.Age.Id] = FactorValue.Number(19),
    [Factors.Person.Sex.Id] = FactorValue.Choice("female"),
    [Factors.Skin.BodySurfaceArea.Id] = FactorValue.Number(4),
    [Factors.Diet.Milk.Id] = FactorValue.Number(3),
};
profile = profile.ToBuilder().With(Factors.Diet.Milk, 3).Build();
assessment = ScoringService.Default.Assess(profile);
while (assessment.NextQuestions.FirstOrDefault(q => q.Reason is QuestionReason.Urgent or QuestionReason.Soon or QuestionReason.Safety) is { } question)
{
    var person = profile.ToBuilder();
    bool isScreen = question.Asks == QuestionKind.Screen;
    if (isScreen)
        person.Screened(question.Id, question.Items.Select(i => i.Factor));
    foreach (var item in question.Items)
    {
        if (known.TryGetValue(item.Factor, out var answer))
            person.With(item.Factor, answer);
        else if (!isScreen)
            person.Declined(item.Factor);
    }

    string said = isScreen ? "none of these" : question.Items.Any(i => known.ContainsKey(i.Factor)) ? "answered" : "prefers not to say";
    Console.WriteLine($"  {question.Title}  ({said})");
    profile = person.Build();
    assessment = ScoringService.Default.Assess(profile);
}

var acne = assessment.Condition(SkinConditions.AcneVulgaris)!;
Console.WriteLine($"""

    Acne: {acne.Score:0} of at most {acne.Ceiling:0}; what is still open could make it {acne.Interval?.Low:0} to {acne.Interval?.High:0}.
    Recommended now, with what the index could become:
    """);
foreach (var recommendation in assessment.Recommendations.Where(r => r.Status == RecommendationStatus.Recommended && r.Category != Intervention.ReferralCategory))
{
    var onAcne = recommendation.Effects.FirstOrDefault(e => e.Condition == SkinConditions.AcneVulgaris);
    string expected = onAcne?.ScoreAfter is { } after ? $"{acne.Score:0.0} -> {after:0.0}"
        : onAcne?.Trials.FirstOrDefault(t => t.Chosen)?.Outcome ?? "a published recommendation";
    Console.WriteLine($"  {recommendation.Name}: {expected}");
}

Console.WriteLine($"""

    Why not a probiotic? The library answers that too:
    {ScoringService.Default.Explain(assessment, Interventions.ProbioticMultiStrain)}

    {assessment.Disclaimer}
    """);
