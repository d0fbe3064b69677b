using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>What was held back and why: blocked, waiting for an answer, deferred; nothing is dropped in silence.</summary>
internal static class HeldBackSection
{
    private const int MostPointless = 8;

    public static ReportSection Build(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var all = context.Assessment.Recommendations;
        int deferred = all.Count(r => r.Status == RecommendationStatus.Deferred);
        if (deferred > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.HeldDeferred, NumberWords.Count(deferred))));
        var named = all.Where(r => !WeightLossMentions.Hides(context, r)).ToImmutableArray();
        AddGroups(blocks,
        [
            .. named.Where(r => r.Status == RecommendationStatus.Blocked).Select(r => (r, Blocked(words, r))),
            .. named.Where(r => r.Status == RecommendationStatus.NeedsCheck).Select(r => (r, Open(context, r))),
        ]);
        AddLevers(blocks, context);
        AddUnnamed(blocks, context);
        var pointless = named.Where(r => r.Status is RecommendationStatus.NoExpectedBenefit or RecommendationStatus.NotAssessed or RecommendationStatus.AlreadyMet or RecommendationStatus.AdvisedAgainst).Select(r => CleanText.Of(r.Name)).ToList();
        if (pointless.Count > 0)
            blocks.Add(new ParagraphBlock(NoBenefit(words, pointless), IsNote: true));
        if (blocks.Count == 0)
            blocks.Add(new ParagraphBlock(words.HeldNothing));
        return new ReportSection("held", words.Held, blocks.ToImmutable());
    }

    /// <summary>The first by name, the others by number: nothing is lost by not reading them.</summary>
    private static string NoBenefit(WordTable words, List<string> names)
    {
        int shown = names.Count <= MostPointless + 1 ? names.Count : MostPointless;
        string list = string.Join(" · ", names.Take(shown));
        return shown == names.Count
            ? WordTable.Fill(words.NoBenefit, list)
            : WordTable.Fill(words.NoBenefitAndMore, list, NumberWords.Count(names.Count - shown));
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

    private static ImmutableArray<string> Why(Recommendation recommendation, SafetyState state) =>
    [
        .. recommendation.Safety.Where(s => s.Kind == SafetyKind.Contraindication && s.State == state)
            .Select(s => CleanText.Of(s.Message)).Distinct(StringComparer.Ordinal),
    ];

    private static ImmutableArray<string> Open(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        string asked = recommendation.Ask.Length == 0
            ? words.HeldDeclined
            : WordTable.Fill(words.HeldUntil, string.Join("; ", recommendation.Ask.Select(context.Names.Ask)));
        return [asked, .. Why(recommendation, SafetyState.Unknown).Select(m => WordTable.Fill(words.HeldIf, m))];
    }

    private static void AddLevers(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        if (context.IsUrgent)
            return;
        var held = context.Assessment.Levers.Where(l => !LeverChoice.IsToDo(context, l) && !WeightLossMentions.Hides(context, l)).Select(l => context.Names.Factor(l.Factor)).ToList();
        if (held.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(context.Words.HeldLevers, string.Join(", ", held))));
    }

    private static void AddUnnamed(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        int unnamed = context.Assessment.Recommendations.Count(r => r.Status != RecommendationStatus.Deferred && WeightLossMentions.Hides(context, r));
        if (unnamed > 0)
        {
            blocks.Add(new ParagraphBlock(unnamed == 1
                ? context.Words.HeldUnnamedOne
                : WordTable.Fill(context.Words.HeldUnnamed, NumberWords.Count(unnamed))));
        }
    }
}
