using GutSkin.Core;

var told = new Dictionary<string, FactorValue>                 // what this person answers; of all the rest, nothing applies
{
    ["person.age"] = FactorValue.Number(24), ["person.sex"] = FactorValue.Choice("female"),
    ["intake.milk"] = FactorValue.Choice("twice-daily"), ["intake.sugary-drinks"] = FactorValue.Choice("daily"),
    ["lifestyle.smoking-history"] = FactorValue.Choice("never"), ["skincare.harsh-products"] = FactorValue.Boolean(true),
};
var consultation = Consultation.Start(ScoringService.Default, []).Begin([SkinConditions.AcneVulgaris], told: [SkinConditions.AcneVulgaris]).GetValueOrThrow();
while (consultation.Current is { } question)                   // one page after the other: urgent signs first, then what matters
    consultation = consultation.Answer(question.Items.Where(i => told.ContainsKey(i.Factor)).ToDictionary(i => i.Factor, i => told[i.Factor]));
Console.WriteLine(consultation.Assessment.ToText());           // the page a person keeps; ToText(ReportDetail.Full) for the rest

Console.WriteLine($"""
    {consultation.Progress.Asked} pages were asked. What is not in the table was "none of these" on the screens, and left open in the forms.

    WHY MILK?
    {ScoringService.Default.Explain(consultation.Assessment, "acne.milk")}
    """);

var after = ScoringService.Default.WhatIf(consultation.Profile, p => p.With("intake.milk", "never"));
Console.WriteLine("WHAT IF THERE WERE NO MILK?");
foreach (var condition in after.Conditions.Where(c => c.Gain is not (null or 0)))
    Console.WriteLine($"  {condition.Condition}: index {condition.ScoreBefore:0} -> {condition.ScoreAfter:0}");
