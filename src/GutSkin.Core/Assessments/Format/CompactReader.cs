using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Format;

/// <summary>Gives back to a compact assessment what its rule set says.</summary>
internal sealed class CompactReader(CompactAssessment compact, CompiledRuleSet rules, RuleSetWords words)
{
    private readonly HashSet<string> holds = [.. compact.Safety ?? []], open = [.. compact.UnknownSafety ?? []];
    private readonly Dictionary<string, CompiledIntervention> interventions = rules.Advice.Interventions.ToDictionary(i => i.Intervention.Id, StringComparer.Ordinal);

    private EntryIndex Index => rules.Resolved.Index;

    /// <summary>The whole assessment.</summary>
    /// <exception cref="MissingEntryException">The rule set lacks what it names.</exception>
    public Assessment Read() => new()
    {
        Culture = compact.Culture,
        ProfileId = compact.ProfileId,
        AsOf = compact.AsOf,
        Engine = compact.Engine,
        RuleSet = compact.RuleSet!,
        IntendedUse = compact.IntendedUse,
        Disclaimer = compact.Disclaimer,
        Triage = new Triage
        {
            Level = compact.Level,
            Complete = compact.Complete,
            Flags = [.. (compact.Flags ?? []).Select(Flag)],
            Unresolved = [.. (compact.Unresolved ?? []).Select(u => new UnresolvedFlag
            {
                Rule = u.Rule,
                Urgency = CompactFacts.Find(Index.Safety, u.Rule).Urgency ?? Urgency.Routine,
                Ask = List(u.Ask),
                Declined = List(u.Declined),
            })],
        },
        Conditions = [.. (compact.Conditions ?? []).Select(Score)],
        Derived = List(compact.Derived),
        Levers = List(compact.Levers),
        Recommendations = [.. (compact.Recommendations ?? []).Select(Recommendation)],
        Enough = compact.Enough,
        Full = compact.Full,
        NextQuestions = [.. (compact.Questions ?? []).Select(Question)],
        Tests = List(compact.Tests),
        Inapplicable = List(compact.Inapplicable),
        Notices = List(compact.Notices),
    };

    private RedFlag Flag(string id)
    {
        var rule = CompactFacts.Find(Index.Safety, id);
        return new RedFlag
        {
            Rule = id,
            Urgency = rule.Urgency ?? Urgency.Routine,
            Message = words.Raw("safety", id, "message", rule.Message)!,
            Refer = rule.Refer,
            Evidence = rule.Evidence,
        };
    }

    private ConditionScore Score(CompactScore score)
    {
        var condition = CompactFacts.Find(Index.Conditions, score.Id);
        return new ConditionScore
        {
            Id = score.Id,
            Name = words.Raw("conditions", score.Id, "name", condition.Name)!,
            Kind = condition.Kind,
            Concern = score.Concern,
            Score = score.Score,
            LogOdds = score.LogOdds,
            Interval = score.Interval,
            Uncertainty = score.Uncertainty,
            Ceiling = score.Ceiling,
            Settled = score.Settled,
            Completeness = score.Completeness,
            Band = score.Band,
            Contributions = [.. (score.Contributions ?? []).Select(Contribution)],
            Mechanisms = List(score.Mechanisms),
        };
    }

    private Contribution Contribution(CompactContribution found)
    {
        var rule = CompactFacts.Find(Index.Rules, found.Rule);
        return new Contribution
        {
            Rule = found.Rule,
            Title = words.Raw("rules", found.Rule, "title", rule.Title)!,
            Factor = rule.Factor,
            Value = found.Value,
            Derived = found.Derived,
            Inputs = found.Inputs?.ToImmutableArray(),
            Burden = found.Burden,
            LogOdds = found.LogOdds,
            Share = found.Share,
            Counted = found.Counted,
            Determined = found.Determined,
            Informational = rule.Informational,
            Range = found.Range ?? new Interval(found.LogOdds, found.LogOdds),
            Certainty = rule.Certainty,
            Role = rule.Role,
            Modifiable = rule.BurdenFactors.Any(f => CompactFacts.Find(Index.Factors, f).Modifiable),
            Mechanisms = rule.Mechanisms,
            Effect = rule.Effect,
            Population = rule.Population,
            Evidence = rule.Evidence,
            ContradictedBy = rule.ContradictedBy,
        };
    }

    private Recommendation Recommendation(CompactRecommendation found)
    {
        var compiled = CompactFacts.Find(interventions, found.Id);
        var intervention = compiled.Intervention;
        return new Recommendation
        {
            Intervention = found.Id,
            Name = words.Raw("interventions", found.Id, "name", intervention.Name)!,
            Category = intervention.Category,
            Status = found.Status,
            Tier = found.Tier,
            Certainty = found.Certainty,
            Benefit = found.Benefit,
            Room = found.Room,
            VariantOf = intervention.VariantOf,
            Effort = intervention.Effort,
            Cost = intervention.Cost,
            Weeks = intervention.Weeks,
            Dose = words.Raw("interventions", found.Id, "dose", intervention.Dose),
            Summary = words.Raw("interventions", found.Id, "summary", intervention.Summary),
            Changes = List(found.Changes),
            Indications = [.. (found.Indications ?? []).Select(i => CompactFacts.Indication(intervention, i, words))],
            Effects = [.. Effects(compiled, (found.Effects ?? []).DistinctBy(e => e.Condition).ToDictionary(e => e.Condition, StringComparer.Ordinal))],
            Safety = [.. compiled.Safety.Select(s => rules.Advice.Safety[s].Rule).Where(r => holds.Contains(r.Id) || open.Contains(r.Id)).Select(Finding)],
            Ask = List(found.Ask),
            Declined = List(found.Declined),
            Products = List(found.Products),
            Notices = List(found.Notices),
            Evidence = intervention.Evidence,
        };
    }

    private SafetyFinding Finding(SafetyRule rule) => new()
    {
        Rule = rule.Id,
        Kind = rule.Kind,
        State = holds.Contains(rule.Id) ? SafetyState.True : SafetyState.Unknown,
        Message = words.Raw("safety", rule.Id, "message", rule.Message)!,
    };

    private IEnumerable<RecommendationEffect> Effects(CompiledIntervention compiled, Dictionary<string, CompactEffect> found)
    {
        foreach (int c in rules.OrderOfConditions)
        {
            string condition = rules.SkinConditions[c].Id;
            var trials = Enumerable.Range(0, compiled.Trials.Length).Where(i => compiled.Trials[i].Condition == c).ToArray();
            var effect = found.GetValueOrDefault(condition);
            if (effect is null && trials.Length == 0)
                continue;
            yield return new RecommendationEffect
            {
                Condition = condition,
                Lever = effect?.Lever ?? 0,
                Benefit = effect?.Benefit ?? 0,
                ScoreAfter = effect?.ScoreAfter,
                Trials = [.. trials.Select((trial, place) => Trial(compiled, trial, effect?.Eligible?.Contains(place) == true, effect?.Chosen == place + 1))],
            };
        }
    }

    private TrialFinding Trial(CompiledIntervention compiled, int index, bool isEligible, bool isChosen)
    {
        var effect = compiled.Trials[index].Effect;
        return new TrialFinding
        {
            Effect = effect.Effect,
            Certainty = effect.Certainty,
            Eligible = isEligible,
            Chosen = isChosen,
            Clear = compiled.Trials[index].IsClear,
            Informational = effect.Informational,
            Outcome = Said("outcome", effect.Trial?.Outcome),
            N = effect.Trial?.N,
            Weeks = effect.Trial?.Weeks,
            Comparator = Said("comparator", effect.Trial?.Comparator),
            Population = Said("population", effect.Trial?.Population ?? effect.Population),
            Evidence = effect.Evidence,
        };

        string? Said(string field, string? own) => own is null
            ? null
            : words.Raw("interventions", compiled.Intervention.Id, string.Create(CultureInfo.InvariantCulture, $"{TextFields.Effects}.{index}.{field}"), own);
    }

    private NextQuestion Question(CompactQuestion found)
    {
        var items = found.Items is { } some ? List(some) : CompactFacts.Items(rules, found.Asks, found.Id);
        return new NextQuestion
        {
            Id = found.Id,
            Asks = found.Asks,
            Title = found.Asks switch
            {
                QuestionKind.Screen => words.Ask(found.Id),
                QuestionKind.Form => words.Raw("forms", found.Id, "title", CompactFacts.Find(Index.Forms, found.Id).Title)!,
                _ => QuestionTexts.ItemOf(CompactFacts.Find(Index.Factors, found.Id), words).Question,
            },
            Reason = found.Reason,
            Gain = found.Gain,
            Fills = List(found.Fills),
            Decides = List(found.Decides),
            Items = [.. items.Select(i => QuestionTexts.ItemOf(CompactFacts.Find(Index.Factors, i), words))],
        };
    }

    private static ImmutableArray<T> List<T>(T[]? some) => some is null ? [] : [.. some];
}
