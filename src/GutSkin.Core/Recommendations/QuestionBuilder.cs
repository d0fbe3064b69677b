using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Section 8 of the scoring model: what to ask next.</summary>
internal sealed class QuestionBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
{
    private const int MostQuestions = 12;
    private const double EnoughGain = 0.05;
    private const double MeasureWeight = 0.25;

    private readonly double[] gains = Gains(context);
    private readonly Stake[] stakes = new Stake[context.Rules.Slots.Count];
    private readonly SortedSet<string>?[] decides = new SortedSet<string>?[context.Rules.Slots.Count];

    /// <summary>The questions, the most useful first, and whether asking on would hardly change anything.</summary>
    public (ImmutableArray<NextQuestion> Questions, bool Enough) Build()
    {
        FindStakes();
        var questions = new List<(NextQuestion Question, Stake Stake, double Weighted, string Id)>();
        var byScreen = new SortedDictionary<int, List<int>>();
        bool enough = true;
        for (int slot = 0; slot < gains.Length; slot++)
        {
            if (!context.IsCandidate(slot))
                continue;
            bool ask = context.Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask;
            enough &= !stakes[slot].IsSafety && !(ask && gains[slot] >= EnoughGain);
            if (context.Rules.ScreenOfSlot[slot] is >= 0 and var screen)
            {
                if (!byScreen.TryGetValue(screen, out var members))
                    byScreen[screen] = members = [];
                members.Add(slot);
            }
            else if (stakes[slot].IsSafety || gains[slot] > 0)
            {
                questions.Add((Single(slot), stakes[slot], gains[slot] * (ask ? 1 : MeasureWeight), context.Rules.Slots.Factors[slot].Id));
            }
        }

        foreach (var (screen, members) in byScreen)
        {
            var inOrder = context.Rules.Screens[screen].Slots.Where(members.Contains).ToList();
            double gain = 0;
            var stake = default(Stake);
            foreach (int slot in inOrder)
            {
                gain += gains[slot];
                stake = stakes[slot].CompareTo(stake) < 0 ? stakes[slot] : stake;
            }

            if (stake.IsSafety || gain > 0)
                questions.Add((Together(screen, inOrder, gain, stake), stake, gain, context.Rules.Screens[screen].Screen.Id));
        }

        questions.Sort((a, b) =>
        {
            int order = a.Stake.CompareTo(b.Stake);
            if (order == 0)
                order = a.Stake.IsSafety ? b.Question.Gain.CompareTo(a.Question.Gain) : b.Weighted.CompareTo(a.Weighted);
            return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        });
        return ([.. questions.Take(MostQuestions).Select(q => q.Question)], enough);
    }

    /// <summary>For each slot the sum, by rule id, of how much the undetermined rules of the concerns that name it could still move.</summary>
    private static double[] Gains(EvaluationContext context)
    {
        var gains = new double[context.Rules.Slots.Count];
        var ruleGains = new double[context.Rules.Rules.Length];
        foreach (int c in context.Profile.Advised)
        {
            foreach (var item in context.Rules.Conditions[c].Items)
            {
                var group = item.Range(context.Pass.Ranges);
                foreach (int rule in item.Rules)
                {
                    var range = context.Pass.Ranges[rule];
                    if (!range.IsDetermined)
                    {
                        ruleGains[rule] = item.Rules.Length == 1 ? range.High - range.Low
                            : item.Sign < 0 ? Math.Max(0, group.High - range.Low)
                            : Math.Max(0, range.High - group.Low);
                    }
                }
            }
        }

        for (int rule = 0; rule < ruleGains.Length; rule++)
        {
            if (ruleGains[rule] == 0)
                continue;
            foreach (int slot in context.Rules.Rules[rule].Reads)
            {
                if (context.Profile.IsMissing(slot))
                    gains[slot] += ruleGains[rule];
            }
        }

        return gains;
    }

    private void FindStakes()
    {
        foreach (int flag in triage.Unresolved)
        {
            var rule = context.Rules.Safety[flag].Rule;
            var stake = new Stake(rule.Urgency == Urgency.Urgent ? StakeRank.UrgentFlag : StakeRank.Flag, 0);
            Raise(context.DecidingSlots(flag), stake, rule.Id);
        }

        for (int i = 0; i < context.Rules.Interventions.Length; i++)
        {
            var (status, priority) = recommendations.Outcomes[i];
            if (status != RecommendationStatus.NeedsCheck)
                continue;
            var compiled = context.Rules.Interventions[i];
            var stake = new Stake(StakeRank.Intervention, priority);
            if (recommendations.Gates[i] == Truth.Unknown)
            {
                Raise(
                    Decision.DecidingSlots(compiled.Gate!, compiled.GateReads, context.Profile, context.Rules),
                    stake,
                    compiled.Intervention.Id);
            }

            foreach (int s in compiled.Safety)
            {
                if (context.Safety[s] == Truth.Unknown && context.Rules.Safety[s].Rule.Kind == SafetyKind.Contraindication)
                    Raise(context.DecidingSlots(s), stake, compiled.Intervention.Id);
            }
        }
    }

    private void Raise(int[] slots, Stake stake, string id)
    {
        foreach (int slot in slots)
        {
            if (context.Rules.Slots.Factors[slot].Acquisition != Acquisition.Ask)
                continue;
            if (stake.CompareTo(stakes[slot]) < 0)
                stakes[slot] = stake;
            (decides[slot] ??= new SortedSet<string>(StringComparer.Ordinal)).Add(id);
        }
    }

    private NextQuestion Single(int slot)
    {
        var factor = context.Rules.Slots.Factors[slot];
        return new NextQuestion
        {
            Factor = factor.Id,
            Question = QuestionOf(factor),
            Reason = stakes[slot].IsSafety ? QuestionReason.Safety : QuestionReason.Score,
            Gain = gains[slot],
            Kind = factor.Kind switch
            {
                FactorKind.Boolean => "boolean",
                FactorKind.Integer => "integer",
                FactorKind.Choice => "choice",
                _ => "number",
            },
            Choices = factor.Choices,
            Unit = factor.Unit,
            Min = factor.Min,
            Max = factor.Max,
            Decides = [.. decides[slot] ?? []],
        };
    }

    private NextQuestion Together(int screen, List<int> slots, double gain, Stake stake)
    {
        var described = context.Rules.Screens[screen].Screen;
        return new NextQuestion
        {
            Screen = described.Id,
            Question = context.Localizer.Text("screens", described.Id, "title", described.Title),
            Reason = stake.IsSafety ? QuestionReason.Safety : QuestionReason.Score,
            Gain = gain,
            Kind = "screen",
            Items = [.. slots.Select(s => new QuestionItem(context.Rules.Slots.Factors[s].Id, QuestionOf(context.Rules.Slots.Factors[s])))],
            Decides = [.. slots.SelectMany(s => decides[s] ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private string QuestionOf(Factor factor) =>
        context.Localizer.OptionalText("factors", factor.Id, "question", factor.Question)
        ?? context.Localizer.Text("factors", factor.Id, "name", factor.Name);
}
