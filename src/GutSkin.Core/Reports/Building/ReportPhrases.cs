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

    /// <summary>Index and band where it is settled: 14 · low; else the range alone, since too little is known to say; nothing where there is no index.</summary>
    public string Standing(ConditionScore condition)
    {
        if (condition is not { Score: { } score, Band: { } band, Interval: { } interval })
            return "";
        return condition.Settled == true
            ? $"{context.Numbers.Index(score)} · {context.Names.Band(band)}"
            : WordTable.Fill(Words.Between, context.Numbers.Index(interval.Low), context.Numbers.Index(interval.High));
    }

    /// <summary>A condition and where its index stands, as a sentence.</summary>
    public string Index(ConditionScore condition)
    {
        if (condition is not { Score: { } score, Band: { } band, Interval: { } interval })
            return WordTable.Fill(Words.NoIndex, Name(condition));
        return condition.Settled == true
            ? WordTable.Fill(Words.IndexIs, Name(condition), context.Numbers.Index(score), context.Names.Band(band))
            : WordTable.Fill(Words.IndexBetween, Name(condition), context.Numbers.Index(interval.Low), context.Numbers.Index(interval.High));
    }

    /// <summary>The answer that a rule read: with "about" where it is an estimate.</summary>
    public string Answer(Contribution contribution)
    {
        if (contribution is not { Factor: { } factor, Value: { } value })
            return Words.AnswerOpen;
        string answer = context.Names.Answer(factor, value);
        var derived = contribution.Derived is null ? null : context.Assessment.Derived.FirstOrDefault(d => d.Factor == factor);
        return derived switch
        {
            null => answer,
            { Standing: RuleSets.DerivationStanding.Estimate, Items.Length: 1 } => WordTable.Fill(Words.EstimatedFromOne, answer),
            { Items.Length: 1 } => WordTable.Fill(Words.CountedFromOne, answer),
            { Standing: RuleSets.DerivationStanding.Estimate } => WordTable.Fill(Words.EstimatedAnswer, answer, NumberWords.Count(derived.Items.Length)),
            _ => WordTable.Fill(Words.CountedFrom, answer, NumberWords.Count(derived.Items.Length)),
        };
    }

    /// <summary>The studies something rests on, by name.</summary>
    public string RestsOn(System.Collections.Immutable.ImmutableArray<string> evidence)
    {
        var names = context.Sources.Named(evidence);
        return names.Count == 0 ? "" : $"({string.Join(", ", names.Take(2))})";
    }

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
