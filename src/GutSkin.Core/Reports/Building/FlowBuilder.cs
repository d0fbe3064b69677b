using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Building;

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
