using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Building;

/// <summary>What weighs most and what protects, for each concern; in a line for everything else.</summary>
internal static class ContributionsSection
{
    private const int MostElsewhere = 3;

    public static ReportSection Build(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ParagraphBlock(words.WeightsLead));
        int most = context.Concerns.Length switch { <= 2 => 5, <= 4 => 3, _ => 2 };
        foreach (var concern in context.Concerns)
            AddConcern(blocks, context, concern, most);
        var elsewhere = context.InOrder(c => !c.Concern).Select(c => Mostly(context, c)).OfType<string>().ToImmutableArray();
        if (elsewhere.Length > 0)
        {
            blocks.Add(new HeadingBlock(words.Elsewhere));
            blocks.Add(new ListBlock(elsewhere));
        }

        blocks.AddRange(FlowBuilder.Build(context));
        return new ReportSection("weights", words.Weights, blocks.ToImmutable());
    }

    private static void AddConcern(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context, ConditionScore concern, int most)
    {
        var words = context.Words;
        blocks.Add(new HeadingBlock($"{ReportPhrases.Name(concern)}: {context.Say.Standing(concern)}"));
        var raising = concern.Contributions.Where(c => c.Counted && c.LogOdds > 0).ToImmutableArray();
        var protecting = concern.Contributions.Where(c => c.Counted && c.LogOdds < 0).ToImmutableArray();
        if (raising.Length == 0)
            blocks.Add(new ParagraphBlock(words.NothingRaises));
        else if (protecting.Length > 0)
            blocks.Add(new HeadingBlock(words.WeighsMost, IsMinor: true));
        AddItems(blocks, context, raising, most);
        if (protecting.Length > 0)
        {
            blocks.Add(new HeadingBlock(words.Protects, IsMinor: true));
            AddItems(blocks, context, protecting, most);
        }

        AddNames(blocks, context, words.CountedElsewhere, concern.Contributions.Where(c => !c.Counted && !c.Informational && c.LogOdds != 0));
        AddNames(blocks, context, words.NotCounted, concern.Contributions.Where(c => c.Informational && c.Burden > 0 && c.Value is not null));
    }

    private static void AddItems(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context, ImmutableArray<Contribution> contributions, int most)
    {
        if (contributions.Length == 0)
            return;
        // One more than the most is shown rather than named.
        int shown = contributions.Length <= most + 1 ? contributions.Length : most;
        blocks.Add(new ItemsBlock([.. contributions.Take(shown).Select(c => ContributionItem.Of(context, c))]));
        var rest = contributions.Skip(shown).Select(c => $"{context.Names.Rule(c.Rule)} {context.Numbers.Percent(c.Share)}").ToList();
        if (rest.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(context.Words.SmallerShares, string.Join(", ", rest)), IsNote: true));
    }

    private static void AddNames(ImmutableArray<ReportBlock>.Builder blocks, ReportContext context, string template, IEnumerable<Contribution> contributions)
    {
        var names = contributions.Select(c => context.Names.Rule(c.Rule)).ToList();
        if (names.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(template, string.Join(", ", names)), IsNote: true));
    }

    private static string? Mostly(ReportContext context, ConditionScore condition)
    {
        var most = condition.Contributions.Where(c => c.Counted && c.LogOdds > 0).Take(MostElsewhere)
            .Select(c => $"{context.Names.Rule(c.Rule)} {context.Numbers.Percent(c.Share)}").ToList();
        return most.Count == 0 ? null : WordTable.Fill(context.Words.Mostly, ReportPhrases.Name(condition), string.Join(", ", most));
    }
}
