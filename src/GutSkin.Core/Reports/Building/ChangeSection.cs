using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Reports.Building;

/// <summary>What a person can change: levers that are not held, suggestions, and who can help. Nothing to do under an urgent flag.</summary>
internal static class ChangeSection
{
    public const string MedicalCategory = "medical";
    private const int MostDetailed = 4;

    public static ReportSection? Build(ReportContext context)
    {
        var words = context.Words;
        if (context.IsUrgent)
            return null;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ParagraphBlock(words.ChangeLead));
        if (Levers(context) is { } levers)
            blocks.Add(levers);
        AddSuggestions(blocks, context);
        AddHelpers(blocks, context);
        return new ReportSection("change", words.Change, blocks.ToImmutable());
    }

    /// <summary>What the indices would be after one change, beside changing nothing; only where there is a settled index to move.</summary>
    private static TableBlock? Levers(ReportContext context)
    {
        var words = context.Words;
        var settled = context.Concerns.Where(c => c.Settled == true).ToList();
        var rows = context.Assessment.Levers.Where(l => LeverChoice.IsToDo(context, l)).Select(l => Row(context, l)).Where(r => r[2].Length > 0).ToList();
        if (rows.Count == 0)
            return null;
        string nothing = string.Join("; ", settled.Select(c => $"{ReportPhrases.Name(c)}: {context.Numbers.Index(c.Score)}"));
        return new TableBlock(
            words.ChangeTable,
            [words.ChangeWhat, words.ChangeFromTo, words.ChangeIndex],
            [[words.ChangeNothing, words.AsItIs, nothing], .. rows]);
    }

    private static ImmutableArray<string> Row(ReportContext context, Lever lever)
    {
        string to = context.Names.Answer(lever.Factor, lever.To);
        if (context.Names.FindFactor(lever.Factor)?.UngatedReference?.Basis == ReferenceBasis.ZeroOfCurve)
            to = WordTable.Fill(context.Words.NoRecommendedLevel, to);
        // What is good for a concern and not for another condition shows too.
        var effects = lever.Effects.Where(e => context.Assessment.Condition(e.Condition) is { Settled: true } c && (e.Gain < 0 || c.Concern));
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
        var possible = Suggestions.Of(context);
        var medical = possible.Where(s => s.IsMedical).ToImmutableArray();
        var daily = possible.Where(s => !s.IsMedical).ToImmutableArray();
        // One more than the most is shown in full rather than in short.
        int detailed = daily.Length <= MostDetailed + 1 ? daily.Length : MostDetailed;
        if (daily.Length > 0)
        {
            blocks.Add(new HeadingBlock(words.Suggestions));
            blocks.Add(new ParagraphBlock(words.SuggestionsLead));
        }

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
        AddItems(blocks, context, [.. helpers.Select(r => new Suggestion(r, []))], inFull: false);
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

    private static void AddItems(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context, ImmutableArray<Suggestion> suggestions, bool inFull)
    {
        if (suggestions.Length > 0)
            blocks.Add(new ItemsBlock(Merged(suggestions.Select(s => SuggestionItem.Of(context, s, inFull)))));
    }
}

/// <summary>Which levers are shown as something to do: none that is held or unresolved, and none about losing weight that must not be named.</summary>
internal static class LeverChoice
{
    public static bool IsToDo(ReportContext context, Lever lever) => lever.IsFree && !WeightLossMentions.Hides(context, lever);
}
