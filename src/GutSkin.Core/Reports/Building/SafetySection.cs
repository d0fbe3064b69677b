using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>Who should be seen first, and what is not yet checked. Always there.</summary>
internal static class SafetySection
{
    private const int MostAsked = 3;

    public static ReportSection Build(ReportContext context)
    {
        var words = context.Words;
        var triage = context.Assessment.Triage;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        bool anyFlag = triage.Flags.Length > 0;
        foreach (var group in triage.Flags.GroupBy(f => f.Urgency).OrderByDescending(g => g.Key))
            blocks.Add(Flags(context, group.Key, [.. group]));
        if (!triage.Complete)
            blocks.Add(Unchecked(context, anyFlag));
        else if (!anyFlag)
            blocks.Add(new ParagraphBlock(triage.Unresolved.Length > 0 ? words.Undecided : words.NoFlag));
        else if (triage.Unresolved.Length > 0)
            blocks.Add(new ParagraphBlock(words.Undecided));
        if (!context.IsUrgent)
            blocks.Add(new ParagraphBlock(words.WhenToSee));
        return new ReportSection("see-someone", anyFlag ? words.SeeSomeoneFirst : words.WhenToSeeTitle, blocks.ToImmutable());
    }

    /// <summary>What is not yet checked, with what decides it: what decides an urgent flag comes first.</summary>
    private static ReportBlock Unchecked(ReportContext context, bool anyFlag)
    {
        var words = context.Words;
        var asks = AskOrder.Of(context);
        string first = asks.Length == 0
            ? words.NotYetChecked
            : $"{words.NotYetChecked} {WordTable.Fill(words.AnswerFirst, FirstPage.Names(words, [.. asks.Select(a => context.Names.Ask(a.Id))], MostAsked, " · "))}";
        return anyFlag ? new ParagraphBlock(first) : new CalloutBlock(ReportTone.Open, first, []);
    }

    private static CalloutBlock Flags(ReportContext context, Urgency urgency, ImmutableArray<RedFlag> flags)
    {
        var words = context.Words;
        var lines = flags.Select(f => CleanText.Of(f.Message)).Distinct(StringComparer.Ordinal).ToList();
        var refer = flags.SelectMany(f => f.Refer).Distinct(StringComparer.Ordinal).Select(context.Say.Intervention).ToList();
        if (refer.Count > 0)
            lines.Add(WordTable.Fill(words.WhomToSee, string.Join("; ", refer)));
        string title = urgency switch
        {
            Urgency.Urgent => words.Urgent,
            Urgency.Soon => words.Soon,
            _ => words.Routine,
        };
        return new CalloutBlock(urgency == Urgency.Urgent ? ReportTone.Urgent : ReportTone.Soon, title, [.. lines]);
    }
}

/// <summary>What to answer first: what decides the gravest open flags, screens before single questions, in the rule set's order.</summary>
internal static class AskOrder
{
    /// <summary>The open questions with the gravest flag each decides; null where the rule set is not at hand.</summary>
    public static ImmutableArray<(string Id, Urgency? Urgency)> Of(ReportContext context)
    {
        var set = context.Assessment.Knowledge?.Data;
        var urgencies = new Dictionary<string, Urgency?>(StringComparer.Ordinal);
        foreach (var rule in set?.Safety ?? [])
            urgencies.TryAdd(rule.Id, rule.Urgency);
        var screens = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var screen in set?.Screens ?? [])
            screens.TryAdd(screen.Id, screens.Count);

        // The flags stand in the order of their urgency, so the first mention is the gravest; the order is kept within equals.
        return
        [
            .. context.Assessment.Triage.Unresolved
                .SelectMany(flag => flag.Ask.Select(id => (Id: id, Urgency: urgencies.GetValueOrDefault(flag.Rule))))
                .DistinctBy(ask => ask.Id, StringComparer.Ordinal)
                .OrderByDescending(ask => ask.Urgency)
                .ThenBy(ask => screens.GetValueOrDefault(ask.Id, int.MaxValue)),
        ];
    }
}
