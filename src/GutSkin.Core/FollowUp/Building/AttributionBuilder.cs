using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>
/// Why an index moved. What is summed (a rule, or an overlap group as one) is taken at both times: value and range. The differences of the values
/// add up to the difference of the log odds. A rule that a list leaves out has a false gate, and gives 0 for certain.
/// </summary>
internal sealed class AttributionBuilder(ResolvedRuleSet rules, ComparedSide before, ComparedSide after)
{
    private const double Tie = 1e-12;

    /// <summary>What moved an index, the greatest first, then by rule id.</summary>
    public ImmutableArray<Attribution> Build(ConditionScore? was, ConditionScore? now)
    {
        var attributions = ImmutableArray.CreateBuilder<Attribution>();
        var old = Summed(was);
        var current = Summed(now);
        foreach (string item in old.Keys.Concat(current.Keys).Distinct(StringComparer.Ordinal))
        {
            var from = old.GetValueOrDefault(item, SummedItem.Nothing);
            var to = current.GetValueOrDefault(item, SummedItem.Nothing);
            if (from.Value != to.Value)
                attributions.Add(Attribution(from, to));
        }

        return [.. attributions.OrderByDescending(a => Math.Abs(a.Change)).ThenBy(a => a.Rule, StringComparer.Ordinal)];
    }

    /// <summary>Whether something changed, or only became known, or is known no longer.</summary>
    public static AttributionCause CauseOf(Interval before, Interval after)
    {
        bool meet = before.Low <= after.High + Tie && after.Low <= before.High + Tie;
        return !meet || (before.Width <= Tie && after.Width <= Tie) ? AttributionCause.Changed
            : after.Width <= before.Width ? AttributionCause.BecameKnown
            : AttributionCause.KnownNoLonger;
    }

    private Attribution Attribution(SummedItem from, SummedItem to)
    {
        var shown = to.Counted ?? from.Counted!;
        return new Attribution
        {
            Rule = shown.Rule,
            Title = shown.Title,
            InsteadOf = from.Counted is { } other && other.Rule != shown.Rule ? other.Rule : null,
            Factor = shown.Factor,
            From = ValueOf(before, shown.Factor),
            To = ValueOf(after, shown.Factor),
            Before = from.Value,
            After = to.Value,
            Change = to.Value - from.Value,
            Cause = CauseOf(from.Range, to.Range),
        };
    }

    private static FactorValue? ValueOf(ComparedSide side, string? factor) =>
        factor is not null && side.Answers.TryGetValue(factor, out var answer) ? answer.Value : null;

    private Dictionary<string, SummedItem> Summed(ConditionScore? condition)
    {
        var items = new Dictionary<string, SummedItem>(StringComparer.Ordinal);
        foreach (var contribution in condition?.Contributions ?? [])
        {
            if (contribution.Informational)
                continue;
            // The keys of groups cannot be ids of rules.
            string? overlap = rules.Index.Rules.GetValueOrDefault(contribution.Rule)?.Overlap;
            string key = overlap is null ? contribution.Rule : "overlap:" + overlap;
            items[key] = items.TryGetValue(key, out var item) ? item.With(contribution) : SummedItem.Nothing.With(contribution);
        }

        return items;
    }

    /// <summary>What one item of the sum gives: of a group the counted member's value and the range of all.</summary>
    private sealed record SummedItem(Contribution? Counted, double Value, Interval Range)
    {
        public static SummedItem Nothing { get; } = new(null, 0, default);

        /// <summary>Members of a group have one sign: positive effects count with their greatest ends, negative ones with their least.</summary>
        public SummedItem With(Contribution contribution)
        {
            var own = contribution.Range;
            var range = own.Low < 0 || Range.Low < 0
                ? new Interval(Math.Min(Range.Low, own.Low), Math.Min(Range.High, own.High))
                : new Interval(Math.Max(Range.Low, own.Low), Math.Max(Range.High, own.High));
            return contribution.Counted ? new SummedItem(contribution, contribution.LogOdds, range) : this with { Range = range };
        }
    }
}

/// <summary>What changed of every condition.</summary>
internal static class ConditionChangeBuilder
{
    /// <summary>Compares all conditions, in the order of the rule set.</summary>
    public static ImmutableArray<ConditionChange> Build(ResolvedRuleSet rules, ComparedSide before, ComparedSide after)
    {
        var attributions = new AttributionBuilder(rules, before, after);
        return
        [
            .. rules.Data.Conditions
                .Select(c => (Was: before.Assessment.Condition(c.Id), Now: after.Assessment.Condition(c.Id)))
                .Where(p => p is { Was: not null, Now: not null })
                .Select(p => Change(attributions, p.Was!, p.Now!)),
        ];
    }

    private static ConditionChange Change(AttributionBuilder builder, ConditionScore was, ConditionScore now)
    {
        bool hasIndex = was.LogOdds is not null && now.LogOdds is not null;
        var attributions = hasIndex ? builder.Build(was, now) : [];
        double byChange = Sum(AttributionCause.Changed), byKnowing = Sum(AttributionCause.BecameKnown), byForgetting = Sum(AttributionCause.KnownNoLonger);
        bool isKnownOtherwise = byKnowing != 0 || byForgetting != 0 || was.Interval != now.Interval;
        double moved = Ties.Difference(byChange, 0);
        return new ConditionChange
        {
            Id = now.Id,
            Name = now.Name,
            Kind = now.Kind,
            Concern = now.Concern,
            Movement = moved < 0 ? IndexMovement.Lower
                : moved > 0 ? IndexMovement.Higher
                : isKnownOtherwise && attributions.All(a => a.Cause != AttributionCause.Changed) ? IndexMovement.KnowledgeOnly
                : IndexMovement.Unchanged,
            ScoreBefore = was.Score,
            ScoreAfter = now.Score,
            IntervalBefore = was.Interval,
            IntervalAfter = now.Interval,
            SettledBefore = was.Settled,
            SettledAfter = now.Settled,
            CompletenessBefore = was.Completeness,
            CompletenessAfter = now.Completeness,
            BandBefore = was.Band,
            BandAfter = now.Band,
            LogOddsBefore = was.LogOdds,
            LogOddsAfter = now.LogOdds,
            Change = hasIndex ? now.LogOdds - was.LogOdds : null,
            ByChange = hasIndex ? byChange : null,
            ByKnowing = hasIndex ? byKnowing : null,
            ByForgetting = hasIndex ? byForgetting : null,
            Attributions = attributions,
        };

        double Sum(AttributionCause cause)
        {
            double sum = 0;
            foreach (var attribution in attributions)
            {
                if (attribution.Cause == cause)
                    sum += attribution.Change;
            }

            return sum;
        }
    }
}
