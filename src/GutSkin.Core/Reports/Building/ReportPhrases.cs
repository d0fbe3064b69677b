using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>Small phrases that several sections use.</summary>
internal sealed class ReportPhrases(ReportContext context)
{
    private WordTable Words => context.Words;

    public static string Name(ConditionScore condition) => CleanText.Of(condition.Name);

    public string Condition(string id) =>
        context.Assessment.Condition(id) is { } condition ? Name(condition) : CleanText.Of(id);

    /// <summary>The name of an intervention as the assessment has it, else as the rule set has it.</summary>
    public string Intervention(string id) =>
        context.Assessment.Recommendation(id) is { } recommendation ? CleanText.Of(recommendation.Name) : context.Names.Intervention(id);

    /// <summary>Index, ceiling, band: 14 of at most 50 · low; nothing where there is no index.</summary>
    public string Standing(ConditionScore condition) => condition.Band is not { } band ? ""
        : $"{WordTable.Fill(Words.OfAtMost, context.Numbers.Index(condition.Score), context.Numbers.Index(condition.Ceiling))} · {context.Names.Band(band)}";

    /// <summary>What an index would be after something: Acne: 14 → 12.</summary>
    public string After(string condition, double scoreAfter)
    {
        string name = Condition(condition);
        if (context.Assessment.Condition(condition) is not { } now)
            return $"{name}: {context.Numbers.Index(scoreAfter)}";
        string from = context.Numbers.Index(now.Score), to = context.Numbers.Index(scoreAfter);
        return from == to && scoreAfter <= now.Score ? WordTable.Fill(Words.IndexHardly, name, from)
            : scoreAfter > now.Score ? WordTable.Fill(Words.IndexWorse, name, from, to)
            : WordTable.Fill(Words.IndexChange, name, from, to);
    }
}
