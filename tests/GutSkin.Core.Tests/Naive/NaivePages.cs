namespace GutSkin.Core.Tests.Naive;

/// <summary>A question: a screen, a form or a factor alone, with what it lists and what it covers.</summary>
internal sealed class NaivePage(string kind, string id)
{
    public string Kind => kind;

    public string Id => id;

    /// <summary>The missing candidates that it lists.</summary>
    public HashSet<string> Listed { get; } = new(StringComparer.Ordinal);

    /// <summary>Its candidates, those asked in whose place it is, and every target asked through one of them.</summary>
    public SortedSet<string> Covers { get; } = new(StringComparer.Ordinal);
}

/// <summary>Which question each askable factor belongs to: section 8 of the scoring model.</summary>
internal sealed class NaivePages
{
    private readonly NaiveKnowledge knowledge;
    private readonly NaiveAnswers answers;
    private readonly NaiveAsking asking;
    private readonly SortedDictionary<string, NaivePage> pages = new(StringComparer.Ordinal);

    public NaivePages(NaiveKnowledge knowledge, NaiveAnswers answers, NaiveAsking asking)
    {
        this.knowledge = knowledge;
        this.answers = answers;
        this.asking = asking;
        foreach (var factor in knowledge.Factors.Keys.Where(asking.IsAskable))
        {
            foreach (var page in Of(factor))
                page.Covers.Add(factor);
        }
    }

    public IEnumerable<NaivePage> All => pages.Values;

    /// <summary>What to ask to decide the unknown ones among these points: ids of questions, and measured factors by their own.</summary>
    public IEnumerable<string> Ask(IEnumerable<NaivePoint> points)
    {
        var deciding = points.SelectMany(asking.Deciding).ToHashSet(StringComparer.Ordinal);
        return All.Where(p => p.Covers.Overlaps(deciding)).Select(p => p.Id)
            .Concat(deciding.Where(asking.IsTest))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The listed factors of a question in the order of its screen or form.</summary>
    public IReadOnlyList<string> Items(NaivePage page)
    {
        var order = page.Kind switch
        {
            "screen" => knowledge.Screens.Single(s => s.Id == page.Id).Factors,
            "form" => knowledge.Forms.Single(f => f.Id == page.Id).Items,
            _ => [page.Id],
        };
        return [.. order.Where(page.Listed.Contains)];
    }

    /// <summary>The questions that cover an askable factor.</summary>
    private IReadOnlyList<NaivePage> Of(string factor)
    {
        if (asking.Items(factor) is { } items)
            return [.. items.SelectMany(Of).Distinct()];
        if (InPlaceOf(knowledge.Factors[factor].AskWhen) is { Count: > 0 } before)
            return before;
        if (knowledge.Screens.FirstOrDefault(s => s.Factors.Contains(factor) && NaiveGate.Evaluate(s.When, answers) != Truth.False) is { } screen)
            return InPlaceOf(screen.When) is { Count: > 0 } first ? first : [On("screen", screen.Id, factor)];
        if (knowledge.Forms.FirstOrDefault(f => f.Items.Contains(factor)) is { } form)
            return [On("form", form.Id, factor)];
        return [On("factor", factor, factor)];
    }

    /// <summary>The questions that decide an unknown gate.</summary>
    private IReadOnlyList<NaivePage> InPlaceOf(System.Text.Json.Nodes.JsonObject? gate) =>
        [.. asking.Deciding(NaivePoint.Of(gate)).Where(asking.IsAskable).SelectMany(Of).Distinct()];

    private NaivePage On(string kind, string id, string factor)
    {
        var key = kind + " " + id;
        if (!pages.TryGetValue(key, out var page))
            pages[key] = page = new NaivePage(kind, id);
        page.Listed.Add(factor);
        return page;
    }
}
