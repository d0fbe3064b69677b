using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Who should be seen first, and what is not yet checked. Always there.</summary>
internal static class SafetySection
{
    private const int MostAsked = 8;

    public static ReportSection Build(ReportContext context)
    {
        var words = context.Words;
        var triage = context.Assessment.Triage;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        bool anyFlag = triage.Flags.Length > 0;
        if (!triage.Complete)
            blocks.Add(anyFlag ? new ParagraphBlock(words.NotYetChecked) : new CalloutBlock(ReportTone.Open, words.NotYetChecked, []));
        foreach (var group in triage.Flags.GroupBy(f => f.Urgency).OrderByDescending(g => g.Key))
            blocks.Add(Flags(context, group.Key, [.. group]));
        if (!triage.Complete)
            AddAsks(blocks, context);
        if (triage.Complete && !anyFlag)
            blocks.Add(new ParagraphBlock(words.NoFlag));
        if (triage.Complete && triage.Unresolved.Length > 0)
            blocks.Add(new ParagraphBlock(words.Undecided));
        blocks.Add(new ParagraphBlock(words.WhenToSee));
        return new ReportSection("see-someone", anyFlag ? words.SeeSomeoneFirst : words.WhenToSeeTitle, blocks.ToImmutable());
    }

    private static void AddAsks(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        var words = context.Words;
        var asks = AskOrder.Of(context);
        if (asks.Length == 0)
            return;
        // What decides an urgent flag is never left out.
        int shown = Math.Max(MostAsked, asks.Count(a => a.Urgency == Urgency.Urgent));
        if (asks.Length <= shown + 1)
            shown = asks.Length;
        var names = asks.Take(shown).Select(a => context.Names.OfAsk(a.Id)).ToList();
        if (asks.Length > shown)
            names.Add(Figures.Fill(words.AndMore, Figures.Count(asks.Length - shown)));
        blocks.Add(new ParagraphBlock(words.AnswerFirst));
        blocks.Add(new ListBlock([.. names]));
    }

    private static CalloutBlock Flags(ReportContext context, Urgency urgency, ImmutableArray<RedFlag> flags)
    {
        var words = context.Words;
        var lines = flags.Select(f => CleanText.Of(f.Message)).Distinct(StringComparer.Ordinal).ToList();
        var refer = flags.SelectMany(f => f.Refer).Distinct(StringComparer.Ordinal).Select(context.Say.Intervention).ToList();
        if (refer.Count > 0)
            lines.Add(Figures.Fill(words.WhomToSee, string.Join("; ", refer)));
        string title = urgency switch
        {
            Urgency.Urgent => words.Urgent,
            Urgency.Soon => words.Soon,
            _ => words.Routine,
        };
        return new CalloutBlock(urgency == Urgency.Urgent ? ReportTone.Urgent : ReportTone.Soon, title, [.. lines])
        {
            Sources = context.Sources.Cite([.. flags.SelectMany(f => f.Evidence)]),
        };
    }
}
