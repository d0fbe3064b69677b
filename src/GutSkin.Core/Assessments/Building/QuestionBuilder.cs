using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 8 of the scoring model: what to ask next.</summary>
internal sealed class QuestionBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
{
    private const int MostQuestions = 12;
    private const double EnoughGain = 0.05;
    private const double MeasureWeight = 0.25;

    private readonly GainBuilder gains = new(context);
    private readonly StakeBuilder stakes = new(context, triage, recommendations);
    private readonly Candidate[] candidates = new Candidate[context.Rules.Slots.Count + context.Advice.Screens.Length];
    private readonly int[] order = new int[context.Rules.Slots.Count + context.Advice.Screens.Length];
    private Comparison<int>? byUse;
    private int count;
    private readonly List<int> slots = [];

    /// <summary>The questions, the most useful first, and whether asking on would hardly change anything.</summary>
    public (ImmutableArray<NextQuestion> Questions, bool Enough) Build()
    {
        gains.Build();
        stakes.Build();
        count = 0;
        bool enough = true;
        for (int slot = 0; slot < gains.Gains.Length; slot++)
        {
            if (!context.IsCandidate(slot))
                continue;
            bool ask = context.Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask;
            double gain = gains.Gains[slot];
            var stake = stakes.Stakes[slot];
            enough &= !stake.IsSafety && !(ask && gain >= EnoughGain);
            if (context.Advice.ScreenOfSlot[slot] < 0 && (stake.IsSafety || gain > 0))
                candidates[count++] = new Candidate(slot, -1, stake, gain, gain * (ask ? 1 : MeasureWeight), context.Rules.Slots.Factors[slot].Id);
        }

        for (int screen = 0; screen < context.Advice.Screens.Length; screen++)
            AddScreen(screen);
        var sorted = order.AsSpan(0, count);
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = i;
        sorted.Sort(byUse ??= (a, b) => candidates[a].CompareTo(candidates[b]));
        var questions = ImmutableArray.CreateBuilder<NextQuestion>(Math.Min(MostQuestions, count));
        for (int i = 0; i < questions.Capacity; i++)
            questions.Add(candidates[sorted[i]].Screen < 0 ? Single(candidates[sorted[i]]) : Together(candidates[sorted[i]]));
        return (questions.MoveToImmutable(), enough);
    }

    private void AddScreen(int screen)
    {
        double gain = 0;
        var stake = default(Stake);
        FindOpen(screen);
        foreach (int slot in slots)
        {
            gain += gains.Gains[slot];
            stake = stakes.Stakes[slot].CompareTo(stake) < 0 ? stakes.Stakes[slot] : stake;
        }

        if (stake.IsSafety || gain > 0)
            candidates[count++] = new Candidate(-1, screen, stake, gain, gain, context.Advice.Screens[screen].Screen.Id);
    }

    /// <summary>Finds the slots of a screen that are still to be answered, in its order.</summary>
    private void FindOpen(int screen)
    {
        slots.Clear();
        foreach (int slot in context.Advice.Screens[screen].Slots)
        {
            if (context.Advice.ScreenOfSlot[slot] == screen && context.IsCandidate(slot))
                slots.Add(slot);
        }
    }

    private NextQuestion Single(in Candidate candidate)
    {
        var factor = context.Rules.Slots.Factors[candidate.Slot];
        slots.Clear();
        slots.Add(candidate.Slot);
        return new NextQuestion
        {
            Id = factor.Id,
            Asks = QuestionKind.Factor,
            Title = QuestionOf(factor),
            Reason = ReasonOf(candidate.Stake),
            Gain = candidate.Gain,
            Decides = stakes.DecidedBy(slots),
            Items = [Item(factor)],
        };
    }

    private NextQuestion Together(in Candidate candidate)
    {
        var screen = context.Advice.Screens[candidate.Screen].Screen;
        FindOpen(candidate.Screen);
        var items = ImmutableArray.CreateBuilder<QuestionItem>(slots.Count);
        foreach (int slot in slots)
            items.Add(Item(context.Rules.Slots.Factors[slot]));
        return new NextQuestion
        {
            Id = screen.Id,
            Asks = QuestionKind.Screen,
            Title = context.Localizer.Text("screens", screen.Id, "title", screen.Title),
            Reason = ReasonOf(candidate.Stake),
            Gain = candidate.Gain,
            Items = items.MoveToImmutable(),
            Decides = stakes.DecidedBy(slots),
        };
    }

    private static QuestionReason ReasonOf(in Stake stake) => stake.Rank switch
    {
        StakeRank.UrgentFlag => QuestionReason.Urgent,
        StakeRank.None => QuestionReason.Score,
        _ => QuestionReason.Safety,
    };

    private QuestionItem Item(Factor factor) => new()
    {
        Factor = factor.Id,
        Question = QuestionOf(factor),
        Hint = context.Localizer.OptionalText("factors", factor.Id, "hint", factor.Hint),
        Kind = factor.Kind,
        Choices = [.. factor.Choices.Select(c => new QuestionChoice(c, c))],
        Unit = factor.Unit,
        Min = factor.Min,
        Max = factor.Max,
    };

    private string QuestionOf(Factor factor) =>
        context.Localizer.OptionalText("factors", factor.Id, "question", factor.Question)
        ?? context.Localizer.Text("factors", factor.Id, "name", factor.Name);

    /// <summary>A question that could be asked: of one slot, or of a screen.</summary>
    private readonly record struct Candidate(int Slot, int Screen, Stake Stake, double Gain, double Weighted, string Id)
    {
        public int CompareTo(in Candidate other)
        {
            int order = Stake.CompareTo(other.Stake);
            if (order == 0)
                order = Stake.IsSafety ? other.Gain.CompareTo(Gain) : other.Weighted.CompareTo(Weighted);
            return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
        }
    }
}
