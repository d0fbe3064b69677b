using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>Sources, limits, disclaimer, intended use, rule set and hash. Always there.</summary>
internal static class ClosingSections
{
    public static ImmutableArray<ReportSection> Build(ReportContext context)
    {
        var words = context.Words;
        var sources = context.Sources.All;
        ReportBlock cited = sources.Length == 0 ? new ParagraphBlock(words.NoSources) : new SourcesBlock(sources, words.SourcesOnPaper);
        return
        [
            new ReportSection("sources", words.Sources, [cited]),
            new ReportSection("limits", words.Limits, [new ListBlock(Limits(context))]) { IsClosing = true },
            new ReportSection("disclaimer", words.Disclaimer, [new CalloutBlock(ReportTone.Calm, Disclaimer(context), [])]) { IsClosing = true },
            new ReportSection("about", words.About, [new FactsBlock(Facts(context))]) { IsClosing = true },
        ];
    }

    /// <summary>The disclaimer, what the page is meant for, and what made it, in one box.</summary>
    public static ReportSection PleaseNote(ReportContext context)
    {
        var words = context.Words;
        var notices = context.Assessment.Notices.Where(n => n.Code is "too-old" or "no-date" or "unspoken-culture").Select(n => Told(context, n)).Take(2);
        string made = $"{CleanText.Of(context.Assessment.RuleSet.Id)} {CleanText.Of(context.Assessment.RuleSet.Version)} · {Use(context)}";
        return new ReportSection("disclaimer", words.Disclaimer, [new CalloutBlock(ReportTone.Calm, Disclaimer(context), [.. notices, made])]) { IsClosing = true };
    }

    private static ImmutableArray<string> Limits(ReportContext context)
    {
        var words = context.Words;
        return
        [
            words.LimitLinks,
            words.LimitPeople,
            words.LimitWeak,
            words.LimitDoses,
            .. context.Assessment.Notices.Select(n => Told(context, n)),
        ];
    }

    /// <summary>A notice in the reader's words: of an answer that is too old, the name and not the id.</summary>
    private static string Told(ReportContext context, Notice notice) => notice is { Code: "too-old", Factor: { } factor }
        ? WordTable.Fill(context.Words.AnswerTooOld, context.Names.Factor(factor))
        : CleanText.Of(notice.Message);

    private static string Disclaimer(ReportContext context)
    {
        string own = CleanText.Of(context.Assessment.Disclaimer);
        return own.Length == 0 || own == RuleSet.DefaultDisclaimer ? context.Words.DefaultDisclaimer : own;
    }

    private static ImmutableArray<(string, string)> Facts(ReportContext context)
    {
        var words = context.Words;
        var assessment = context.Assessment;
        string id = CleanText.Of(assessment.RuleSet.Id), title = context.Names.RuleSetTitle();
        return
        [
            (words.IntendedUse, Use(context)),
            (words.RuleSet, $"{(title.Length == 0 ? id : $"{title} ({id})")}, {WordTable.Fill(words.Version, CleanText.Of(assessment.RuleSet.Version))}"),
            (words.Hash, CleanText.Of(assessment.RuleSet.Sha256)),
            (words.Engine, CleanText.Of(assessment.Engine)),
        ];
    }

    private static string Use(ReportContext context) => context.Words.Say(context.Assessment.IntendedUse);
}
