using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Reports.Building;

/// <summary>What a person can change: levers that are not held, suggestions, and who can help. Nothing to do under an urgent flag.</summary>
internal static class ChangeSection
{
    public const string MedicalCategory = "medical";
    private const int MostDetailed = 4;

    public static ReportSection Build(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        if (context.IsUrgent)
        {
            blocks.Add(new ParagraphBlock(words.ChangeUrgent));
        }
        else
        {
            blocks.Add(new ParagraphBlock(words.ChangeLead));
            blocks.Add(Levers(context));
            AddSuggestions(blocks, context);
        }

        AddHelpers(blocks, context);
        return new ReportSection("change", words.Change, blocks.ToImmutable());
    }

    private static TableBlock Levers(ReportContext context)
    {
        var words = context.Words;
        string nothing = string.Join("; ", context.Concerns.Where(c => c.Score is not null).Select(c => WordTable.Fill(
            words.IndexWithInterval, ReportPhrases.Name(c), context.Numbers.Index(c.Score), context.Numbers.Index(c.Interval))));
        return new TableBlock(
            words.ChangeTable,
            [words.ChangeWhat, words.ChangeFromTo, words.ChangeIndex],
            [
                [words.ChangeNothing, words.AsItIs, nothing],
                .. context.Assessment.Levers.Where(l => LeverChoice.IsToDo(context, l)).Select(l => Row(context, l)),
            ]);
    }

    private static ImmutableArray<string> Row(ReportContext context, Lever lever)
    {
        string to = context.Names.Answer(lever.Factor, lever.To);
        if (context.Names.FindFactor(lever.Factor)?.UngatedReference?.Basis == ReferenceBasis.ZeroOfCurve)
            to = WordTable.Fill(context.Words.NoRecommendedLevel, to);
        // What is good for a concern and not for another condition shows too.
        var effects = lever.Effects.Where(e => e.Gain < 0 || context.Assessment.Condition(e.Condition) is { Concern: true });
        return
        [
            context.Names.Factor(lever.Factor),
            $"{context.Names.Answer(lever.Factor, lever.From)} → {to}",
            string.Join("; ", effects.Select(e => context.Say.After(e.Condition, e.ScoreAfter))),
        ];
    }

    private static void AddSuggestions(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        var words = context.Words;
        var possible = context.Assessment.Recommendations
            .Where(r => r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution && r.Category != Intervention.ReferralCategory)
            .ToImmutableArray();
        var medical = possible.Where(r => r.Category == MedicalCategory).ToImmutableArray();
        var daily = possible.Where(r => r.Category != MedicalCategory).ToImmutableArray();
        blocks.Add(new HeadingBlock(words.Suggestions));
        blocks.Add(new ParagraphBlock(daily.Length == 0 ? words.NoSuggestions : words.SuggestionsLead));
        // One more than the most is shown in full rather than in short.
        int detailed = daily.Length <= MostDetailed + 1 ? daily.Length : MostDetailed;
        AddItems(blocks, context, [.. daily.Take(detailed)], inFull: true);
        if (daily.Length > detailed)
        {
            blocks.Add(new HeadingBlock(words.MoreSuggestions, IsMinor: true));
            AddItems(blocks, context, [.. daily.Skip(detailed)], inFull: false);
        }

        if (medical.Length > 0)
        {
            blocks.Add(new HeadingBlock(words.ToDiscuss));
            blocks.Add(new ParagraphBlock(words.ToDiscussLead));
            AddItems(blocks, context, medical, inFull: false);
        }
    }

    private static void AddHelpers(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context)
    {
        var named = context.Assessment.Triage.Flags.SelectMany(f => f.Refer).ToHashSet(StringComparer.Ordinal);
        var helpers = context.Assessment.Recommendations
            .Where(r => r.Category == Intervention.ReferralCategory && !named.Contains(r.Intervention)
                && r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution)
            .ToImmutableArray();
        if (helpers.Length == 0)
            return;
        blocks.Add(new HeadingBlock(context.Words.WhoCanHelp));
        AddItems(blocks, context, helpers, inFull: false);
    }

    /// <summary>Suggestions of which the same is said stand together.</summary>
    private static ImmutableArray<ReportItem> Merged(IEnumerable<ReportItem> items) =>
    [
        .. items.GroupBy(i => string.Join('\n', [.. i.Lines, "", .. i.Notes]), StringComparer.Ordinal)
            .Select(g => g.First() with
            {
                Title = string.Join(" · ", g.Select(i => i.Title)),
                Sources = [.. g.SelectMany(i => i.Sources).Distinct().OrderBy(s => s.Number)],
            }),
    ];

    private static void AddItems(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context, ImmutableArray<Recommendation> recommendations, bool inFull)
    {
        if (recommendations.Length > 0)
            blocks.Add(new ItemsBlock(Merged(recommendations.Select(r => SuggestionItem.Of(context, r, inFull)))));
    }
}
