using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What to answer first: what decides the gravest open flags, screens before single questions, in the rule set's order.</summary>
internal static class AskOrder
{
    /// <summary>The open questions with the gravest flag each decides; null where the rule set is not at hand.</summary>
    public static ImmutableArray<(string Id, Urgency? Urgency)> Of(ReportContext context)
    {
        var set = context.Assessment.Knowledge?.RuleSet;
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
