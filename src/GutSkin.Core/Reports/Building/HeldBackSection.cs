using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>What was held back, once for each reason: blocked, waiting for an answer, advised against, nothing to expect.</summary>
internal static class HeldBackSection
{
    private const int MostPointless = 8;

    public static ReportSection? Build(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var all = context.Assessment.Recommendations.Where(r => !WeightLossMentions.Hides(context, r)).ToImmutableArray();
        int deferred = context.Assessment.Recommendations.Count(r => r.Status == RecommendationStatus.Deferred);
        if (deferred > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.HeldDeferred, NumberWords.Count(deferred))));
        AddGroups(
            blocks,
            [
                .. all.Where(r => r.Status == RecommendationStatus.Blocked).Select(r => (r, Blocked(words, r))),
                .. all.Where(r => r.Status == RecommendationStatus.AdvisedAgainst).Select(r => (r, Against(words, r))),
                .. all.Where(r => r.Status == RecommendationStatus.NeedsCheck).Select(r => (r, Open(context, r))),
            ]);
        AddLevers(blocks, context);
        AddNames(blocks, words, words.NotAssessed, all, RecommendationStatus.NotAssessed);
        AddNames(blocks, words, words.NoBenefit, all, RecommendationStatus.NoExpectedBenefit);
        return blocks.Count == 0 ? null : new ReportSection("held", words.Held, blocks.ToImmutable());
    }

    /// <summary>The first by name, the others by number: nothing is lost by not reading them.</summary>
    private static void AddNames(
        ImmutableArray<ReportBlock>.Builder blocks, WordTable words, string template, ImmutableArray<Recommendation> all, RecommendationStatus status)
    {
        var names = all.Where(r => r.Status == status && r.VariantOf is null).Select(r => CleanText.Of(r.Name)).ToList();
        if (names.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(template, FirstPage.Names(words, names, MostPointless)), IsNote: true));
    }

    /// <summary>Suggestions with the same reasons stand together.</summary>
    private static void AddGroups(ImmutableArray<ReportBlock>.Builder blocks, ImmutableArray<(Recommendation Held, ImmutableArray<string> Reasons)> all)
    {
        var items = all.GroupBy(h => string.Join('\n', h.Reasons), StringComparer.Ordinal)
            .Select(g => new ReportItem { Title = string.Join(" · ", g.Select(h => CleanText.Of(h.Held.Name))), Lines = g.First().Reasons })
            .ToImmutableArray();
        if (items.Length > 0)
            blocks.Add(new ItemsBlock(items));
    }

    private static ImmutableArray<string> Blocked(WordTable words, Recommendation recommendation)
    {
        var why = Why(recommendation, SafetyState.True);
        return why.Length == 0 ? [] : [WordTable.Fill(words.HeldBlocked, why[0]), .. why.Skip(1)];
    }

    private static ImmutableArray<string> Against(WordTable words, Recommendation recommendation) =>
    [
        .. recommendation.Indications.Where(i => i.Direction == RuleSets.IndicationDirection.Against)
            .Select(i => WordTable.Fill(words.AdvisedAgainst, CleanText.Of(i.Text))),
    ];

    private static ImmutableArray<string> Why(Recommendation recommendation, SafetyState state) =>
    [
        .. recommendation.Safety.Where(s => s.Kind == SafetyKind.Contraindication && s.State == state)
            .Select(s => CleanText.Of(s.Message)).Distinct(StringComparer.Ordinal),
    ];

    private static ImmutableArray<string> Open(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        return
        [
            recommendation.Ask.Length == 0
                ? words.HeldDeclined
                : WordTable.Fill(words.HeldUntil, string.Join("; ", recommendation.Ask.Select(context.Names.Ask))),
        ];
    }

    private static void AddLevers(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        if (context.IsUrgent)
            return;
        var held = context.Assessment.Levers.Where(l => !LeverChoice.IsToDo(context, l) && !WeightLossMentions.Hides(context, l)).Select(l => context.Names.Factor(l.Factor)).ToList();
        if (held.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(context.Words.HeldLevers, string.Join(", ", held))));
    }
}
