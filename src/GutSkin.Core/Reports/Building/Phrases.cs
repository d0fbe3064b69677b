namespace GutSkin.Core;

/// <summary>Small phrases that several sections use.</summary>
internal sealed class Phrases(ReportContext context)
{
    private ReportWords Words => context.Words;

    public static string Name(ConditionScore condition) => CleanText.Of(condition.Name);

    public string Condition(string id) =>
        context.Assessment.Condition(id) is { } condition ? Name(condition) : CleanText.Of(id);

    /// <summary>The name of an intervention as the assessment has it, else as the rule set has it.</summary>
    public string Intervention(string id) =>
        context.Assessment.Recommendation(id) is { } recommendation ? CleanText.Of(recommendation.Name) : context.Names.OfIntervention(id);

    /// <summary>The name of a group of factors.</summary>
    public string Group(string id) =>
        id.Length == 0 ? Words.OtherGroup : Words.GroupNames.TryGetValue(id, out string? name) ? name : CleanText.Of(id);

    public string Band(string name) => Words.Bands.TryGetValue(name, out string? word) ? word : CleanText.Of(name);

    /// <summary>Index, ceiling, band: 14 of at most 50 · low.</summary>
    public string Standing(ConditionScore condition) =>
        $"{Figures.Fill(Words.OfAtMost, context.Figures.Index(condition.Score), context.Figures.Index(condition.Ceiling))} · {Band(condition.Band)}";

    public string Certainty(Certainty certainty) => certainty switch
    {
        GutSkin.Core.Certainty.VeryLow => Words.CertaintyVeryLow,
        GutSkin.Core.Certainty.Low => Words.CertaintyLow,
        GutSkin.Core.Certainty.Moderate => Words.CertaintyModerate,
        _ => Words.CertaintyHigh,
    };

    public string Level(Level level) => level switch
    {
        GutSkin.Core.Level.Low => Words.LevelLow,
        GutSkin.Core.Level.Medium => Words.LevelMedium,
        _ => Words.LevelHigh,
    };

    /// <summary>An answer in its unit: 3 servings a day.</summary>
    public string Answer(string factor, FactorValue value)
    {
        switch (value.Kind)
        {
            case FactorValueKind.Boolean:
                return value.AsBoolean ? Words.Yes : Words.No;
            case FactorValueKind.Choice:
                return context.Names.OfChoice(factor, value.AsChoice, Words);
            default:
                string number = context.Figures.Number(value.AsNumber);
                string unit = CleanText.Of(Words.Units.Say(context.Names.Factor(factor)?.Unit, value.AsNumber == 1));
                return unit.Length == 0 ? number
                    : unit[0] == '%' ? Figures.Fill(Words.Percent, number) + unit[1..]
                    : $"{number} {unit}";
        }
    }

    /// <summary>What an index would be after something: Acne: 14 → 12.</summary>
    public string After(string condition, double scoreAfter)
    {
        string name = Condition(condition);
        if (context.Assessment.Condition(condition) is not { } now)
            return $"{name}: {context.Figures.Index(scoreAfter)}";
        string from = context.Figures.Index(now.Score), to = context.Figures.Index(scoreAfter);
        return from == to && scoreAfter <= now.Score ? Figures.Fill(Words.IndexHardly, name, from)
            : scoreAfter > now.Score ? Figures.Fill(Words.IndexWorse, name, from, to)
            : Figures.Fill(Words.IndexChange, name, from, to);
    }
}
