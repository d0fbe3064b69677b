using GutSkin.Core;

// One page after the other, urgent signs first. A form may be left empty; a sign is answered yes or no; the end of the input ends it.
var options = new AssessmentOptions { Culture = "en-or-de" };
var consultation = Consultation.Start(ScoringService.Default, [SkinConditions.AcneVulgaris], options: options);
while (consultation.Current is { } page && !consultation.IsEnough)
{
    Console.WriteLine($"\n{page.Title}");
    var fields = new Dictionary<string, string>();
    bool ended = false;
    foreach (var item in page.Items)
    {
        Console.WriteLine($"  {item.Question} {string.Join(" | ", item.Choices.Select(c => c.Label))}{item.UnitLabel}");
        string? line;
        do
        {
            Console.Write(page.Asks == QuestionKind.Screen ? "  yes or no > " : "  > ");
            line = Console.ReadLine();
        }
        while (line == "" && page.Asks == QuestionKind.Screen);
        if (line is null)
        {
            ended = true;
            break;
        }

        fields[item.Factor] = line;
    }

    if (ended)
        break;
    if (fields.Values.All(string.IsNullOrWhiteSpace))
    {
        consultation = consultation.Skip();
        continue;
    }

    var next = consultation.TryAnswerText(fields);
    if (next.Value is { } answered)
        consultation = answered;
    else
        foreach (var fault in next.Diagnostics)
            Console.WriteLine($"  {fault.Message} {fault.Hint}");
}

Console.WriteLine();
Console.WriteLine(consultation.Assessment.ToText());
