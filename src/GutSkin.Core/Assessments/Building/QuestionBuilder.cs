using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 8 of the scoring model: the questions in their order, with the reason of each.</summary>
internal sealed class QuestionBuilder(EvaluationContext context, TriageBuilder triage, QuestionStakes stakes)
{
    private const int MostQuestions = 12;

    /// <summary>Values this near to each other are a tie.</summary>
    private const double Tie = 1e-12;

    private readonly int[] targets = SortedTargets(context.Advice.Asking.Targets);
    private readonly int[] order = new int[context.Advice.Asking.Questions];
    private readonly int[] gainRank = new int[context.Advice.Asking.Questions];
    private readonly int[] benefitRank = new int[context.Advice.Asking.Questions];
    private readonly List<string> filled = [];
    private readonly List<QuestionItem> items = [];
    private Comparison<int>? byGain;
    private Comparison<int>? byBenefit;
    private Comparison<int>? byPlace;

    /// <summary>The questions in order, the first twelve or all, and whether none is left that would be needed for enough, and for a full picture.</summary>
    public (ImmutableArray<NextQuestion> Questions, bool Enough, bool Full) Build(QuestionTexts texts, bool all)
    {
        stakes.Build();
        int count = 0;
        bool enough = true, full = true;
        for (int question = 0; question < stakes.Worth.Length; question++)
        {
            int place = stakes.Worth[question].Place;
            if (!stakes.Worth[question].Covers || place == 0 || (triage.IsUrgent && place != 1))
                continue;
            order[count++] = question;
            enough &= place > 5;
            full &= place > 7;
        }

        var sorted = order.AsSpan(0, count);
        Rank(sorted, gainRank, static worth => worth.Gain, byGain ??= (a, b) => stakes.Worth[b].Gain.CompareTo(stakes.Worth[a].Gain));
        Rank(sorted, benefitRank, static worth => worth.Benefit, byBenefit ??= (a, b) => stakes.Worth[b].Benefit.CompareTo(stakes.Worth[a].Benefit));
        sorted.Sort(byPlace ??= Compare);
        var asked = all ? sorted : sorted[..Math.Min(MostQuestions, count)];
        return (Describe(asked, texts), enough, full);
    }

    /// <summary>Numbers values from the greatest on; those within a tie of the one before have its number.</summary>
    private void Rank(Span<int> questions, int[] ranks, Func<QuestionWorth, double> value, Comparison<int> descending)
    {
        questions.Sort(descending);
        int rank = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            if (i > 0 && value(stakes.Worth[questions[i - 1]]) - value(stakes.Worth[questions[i]]) > Tie)
                rank = i;
            ranks[questions[i]] = rank;
        }
    }

    private int Compare(int a, int b)
    {
        ref readonly QuestionWorth x = ref stakes.Worth[a], y = ref stakes.Worth[b];
        int order = x.Place.CompareTo(y.Place);
        if (order == 0)
        {
            order = x.Place switch
            {
                1 => First(y.Urgent.CompareTo(x.Urgent), ByGain(a, b)),
                3 => First(y.Soon.CompareTo(x.Soon), ByGain(a, b)),
                4 or 9 => ByGain(a, b),
                5 => First(
                    y.OtherFlags.CompareTo(x.OtherFlags),
                    First(x.SafetyTier.CompareTo(y.SafetyTier), First(benefitRank[a].CompareTo(benefitRank[b]), ByGain(a, b)))),
                6 => First(x.AdviceTier.CompareTo(y.AdviceTier), ByGain(a, b)),
                7 => x.CoreOrder.CompareTo(y.CoreOrder),
                _ => 0,
            };
        }

        // Ids stand in their order.
        return First(order, First(context.Advice.Asking.IdOf[a].CompareTo(context.Advice.Asking.IdOf[b]), a.CompareTo(b)));
    }

    private static int[] SortedTargets(int[] targets)
    {
        int[] sorted = targets.AsSpan().ToArray();
        Sorting.Numbers(sorted);
        return sorted;
    }

    private int ByGain(int a, int b) => gainRank[a].CompareTo(gainRank[b]);

    private static int First(int first, int second) => first != 0 ? first : second;

    private ImmutableArray<NextQuestion> Describe(ReadOnlySpan<int> questions, QuestionTexts texts)
    {
        var decides = stakes.DecidedBy(questions);
        var described = ImmutableArray.CreateBuilder<NextQuestion>(questions.Length);
        for (int i = 0; i < questions.Length; i++)
            described.Add(Describe(questions[i], decides[i], texts));
        return described.MoveToImmutable();
    }

    private NextQuestion Describe(int question, ImmutableArray<string> decides, QuestionTexts texts)
    {
        var asking = context.Advice.Asking;
        ref readonly var worth = ref stakes.Worth[question];
        int screen = asking.ScreenOf(question), form = asking.FormOf(question), slot = asking.SlotOf(question);
        return new NextQuestion
        {
            Id = asking.Ids[asking.IdOf[question]],
            Asks = screen >= 0 ? QuestionKind.Screen : form >= 0 ? QuestionKind.Form : QuestionKind.Factor,
            Title = texts.Title(question),
            Reason = worth.Place switch
            {
                1 => QuestionReason.Urgent,
                2 => QuestionReason.Concern,
                3 => QuestionReason.Soon,
                5 => QuestionReason.Safety,
                6 => QuestionReason.Advice,
                7 => QuestionReason.Core,
                8 => QuestionReason.Caution,
                _ => QuestionReason.Score,
            },
            Gain = worth.Gain,
            Place = worth.Place,
            Fills = Fills(question),
            Decides = decides,
            Items = screen >= 0 ? Items(question, context.Advice.Screens[screen].Slots, texts)
                : form >= 0 ? Items(question, asking.FormSlots[form], texts)
                : context.Asking.Lists(question, slot) ? [texts.Item(slot)] : [],
        };
    }

    /// <summary>The targets that a question covers.</summary>
    private ImmutableArray<string> Fills(int question)
    {
        filled.Clear();
        foreach (int slot in targets)
        {
            if (!context.Asking.Through(slot).IsEmpty && context.Asking.Questions(slot).IndexOf(question) >= 0)
                filled.Add(context.Rules.Slots.Factors[slot].Id);
        }

        return filled.Count == 0 ? [] : [.. filled];
    }

    private ImmutableArray<QuestionItem> Items(int question, int[] slots, QuestionTexts texts)
    {
        items.Clear();
        foreach (int slot in slots)
        {
            if (context.Asking.Lists(question, slot))
                items.Add(texts.Item(slot));
        }

        return [.. items];
    }
}

/// <summary>What questions say in one language: written when first asked for, and shared by all assessments in that language.</summary>
internal sealed class QuestionTexts(CompiledRuleSet rules, RuleSetWords words)
{
    private readonly CompiledAsking asking = rules.Advice.Asking;
    private readonly string?[] titles = new string?[rules.Advice.Asking.Questions];
    private readonly string?[] names = new string?[rules.Slots.Count];
    private readonly QuestionItem?[] items = new QuestionItem?[rules.Slots.Count];

    /// <summary>What stands above a question.</summary>
    public string Title(int question) => titles[question] ??= TitleOf(question);

    /// <summary>The name of a factor.</summary>
    public string Name(int slot) => names[slot] ??= words.Factor(rules.Slots.Factors[slot].Id);

    /// <summary>A factor as it is asked for.</summary>
    public QuestionItem Item(int slot) => items[slot] ??= ItemOf(rules.Slots.Factors[slot], words);

    /// <summary>A factor as it is asked for, in a language.</summary>
    public static QuestionItem ItemOf(Factor factor, RuleSetWords words) => new()
    {
        Factor = factor.Id,
        Question = words.Question(factor.Id) ?? words.Factor(factor.Id),
        Hint = words.Optional("factors", factor.Id, "hint", factor.Hint),
        Kind = factor.Kind,
        Choices = [.. factor.Choices.Select(choice => new QuestionChoice(choice, words.Choice(factor.Id, choice)))],
        Unit = factor.Unit,
        UnitLabel = words.Language.Unit(factor.Unit, 2) is { Length: > 0 } label ? label : null,
        Min = factor.Min,
        Max = factor.Max,
    };

    private string TitleOf(int question)
    {
        string id = asking.Ids[asking.IdOf[question]];
        var set = rules.Resolved.Data;
        return asking.ScreenOf(question) is >= 0 and var screen ? words.Text("screens", id, "title", set.Screens[screen].Title)
            : asking.FormOf(question) is >= 0 and var form ? words.Text("forms", id, "title", set.Forms[form].Title)
            : Item(asking.SlotOf(question)).Question;
    }
}
