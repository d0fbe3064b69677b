using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

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

/// <summary>One contribution in words: answer, certainty, whom it was studied in, and what to know about the number.</summary>
internal static class ContributionItem
{
    public static ReportItem Of(ReportContext context, Contribution contribution)
    {
        var words = context.Words;
        var facts = new List<string>();
        if (contribution.Factor is not null)
        {
            facts.Add(contribution.Value is not null ? WordTable.Fill(words.Answer, context.Say.Answer(contribution)) : words.AnswerOpen);
        }

        foreach (var input in contribution.Inputs ?? [])
        {
            string answer = input.Value is { } value ? WordTable.Fill(words.Answer, context.Names.Answer(input.Factor, value)) : words.AnswerOpen;
            facts.Add($"{context.Names.Factor(input.Factor)}: {answer}");
        }

        facts.Add(WordTable.Fill(words.Certainty, context.Words.Say(contribution.Certainty)));
        if (context.Assessment.IntendedUse != IntendedUse.WellnessInformation)
            facts.Add(context.Numbers.Effect(contribution.Effect));
        if (contribution.Effect.Basis != EffectBasis.Published)
            facts.Add(contribution.Effect.Basis == EffectBasis.Derived ? words.BasisDerived : words.BasisJudgement);
        if (contribution.Role == RuleRole.Marker)
            facts.Add(words.Marker);
        if (context.Names.Optional("rules", contribution.Rule, "population", contribution.Population) is { Length: > 0 } population)
            facts.Add(WordTable.Fill(words.StudiedIn, population));

        var against = context.Sources.Cite(contribution.ContradictedBy);
        return new ReportItem
        {
            Title = context.Names.Rule(contribution.Rule),
            Figure = context.Numbers.Percent(contribution.Share),
            Share = contribution.Share,
            Lines = [string.Join(" · ", facts)],
            Notes = against.Length == 0 ? [] : [$"{words.Against}: {string.Join(", ", against.Select(s => $"{s.Short} [{NumberWords.Count(s.Number)}]"))}"],
            Sources = context.Sources.Cite(contribution.Evidence),
        };
    }
}

/// <summary>The flow from factor groups through mechanisms to concerns: each concern's raising shares, which add up to 1.</summary>
internal static class FlowBuilder
{
    private const string UnknownWay = "mechanism:";

    public static ImmutableArray<ReportBlock> Build(ReportContext context)
    {
        var words = context.Words;
        var concerns = context.Concerns.Where(c => Raising(c).Any()).ToImmutableArray();
        if (concerns.Length == 0)
            return [];
        var nodes = new Dictionary<string, FlowNode>(StringComparer.Ordinal);
        var links = new Dictionary<(string, string), double>();
        foreach (var concern in concerns)
            Add(context, concern, nodes, links);
        return
        [
            new HeadingBlock(words.Flow),
            new ParagraphBlock(words.FlowLead),
            new FlowBlock
            {
                Title = words.Flow,
                Description = words.FlowDescription,
                Columns = [words.Groups, words.Mechanisms, words.Conditions],
                Nodes = [.. nodes.Values],
                Links = [.. links.Select(l => new FlowLink(l.Key.Item1, l.Key.Item2, l.Value))],
                Table = Table(context, concerns),
            },
        ];
    }

    private static IEnumerable<Contribution> Raising(ConditionScore condition) =>
        condition.Contributions.Where(c => c.Counted && c.LogOdds > 0 && c.Share > 0);

    /// <summary>The group of its factor, or of all its factors where they have one.</summary>
    private static string GroupOf(ReportContext context, Contribution contribution)
    {
        if (contribution.Inputs is not { } inputs)
            return context.Names.GroupOf(contribution.Factor);
        var groups = inputs.Select(i => context.Names.GroupOf(i.Factor)).Distinct(StringComparer.Ordinal).ToList();
        return groups is [var only] ? only : "";
    }

    private static void Add(ReportContext context, ConditionScore concern, Dictionary<string, FlowNode> nodes, Dictionary<(string, string), double> links)
    {
        string target = "condition:" + concern.Id;
        nodes.TryAdd(target, new FlowNode(target, ReportPhrases.Name(concern), 2));
        foreach (var contribution in Raising(concern))
        {
            string group = GroupOf(context, contribution);
            string source = "group:" + group;
            nodes.TryAdd(source, new FlowNode(source, context.Names.Group(group), 0));
            ImmutableArray<string> ways = contribution.Mechanisms.Length == 0
                ? [UnknownWay]
                : [.. contribution.Mechanisms.Select(m => "mechanism:" + m)];
            foreach (string way in ways)
            {
                nodes.TryAdd(way, new FlowNode(way, way == UnknownWay ? context.Words.UnknownWay : context.Names.Mechanism(way["mechanism:".Length..]), 1));
                double weight = contribution.Share / ways.Length;
                links[(source, way)] = links.GetValueOrDefault((source, way)) + weight;
                links[(way, target)] = links.GetValueOrDefault((way, target)) + weight;
            }
        }
    }

    private static TableBlock Table(ReportContext context, ImmutableArray<ConditionScore> concerns)
    {
        var words = context.Words;
        return new TableBlock(
            words.FlowTable,
            [words.Condition, words.Groups, words.Mechanisms],
            [
                .. concerns.Select(c => ImmutableArray.Create(
                    ReportPhrases.Name(c),
                    Shares(context, Raising(c).GroupBy(r => GroupOf(context, r), StringComparer.Ordinal)
                        .Select(g => (context.Names.Group(g.Key), g.Sum(r => r.Share)))),
                    Shares(context, c.Mechanisms.Select(m => (context.Names.Mechanism(m.Id), m.Share))
                        .Append((words.UnknownWay, Raising(c).Where(r => r.Mechanisms.Length == 0).Sum(r => r.Share)))))),
            ]);
    }

    private static string Shares(ReportContext context, IEnumerable<(string Name, double Share)> shares) =>
        string.Join(", ", shares.Where(s => s.Share > 0).OrderByDescending(s => s.Share).ThenBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => $"{s.Name} {context.Numbers.Percent(s.Share)}"));
}
