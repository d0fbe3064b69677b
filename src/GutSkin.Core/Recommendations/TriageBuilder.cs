namespace GutSkin.Core;

/// <summary>Section 7 of the scoring model: which red flags are up, and which are not decided.</summary>
internal sealed class TriageBuilder
{
    private readonly EvaluationContext context;

    public TriageBuilder(EvaluationContext context)
    {
        this.context = context;
        for (int i = 0; i < context.Safety.Length; i++)
        {
            var rule = context.Rules.Safety[i].Rule;
            if (rule.Kind != SafetyKind.RedFlag || context.Safety[i] == Truth.False)
                continue;
            if (context.Safety[i] == Truth.True)
            {
                Up.Add(i);
                IsUrgent |= rule.Urgency == Urgency.Urgent;
            }
            else
            {
                Unresolved.Add(i);
                if (context.HasMissingAskFactor(i))
                {
                    IsIncomplete = true;
                    if (rule.Urgency == Urgency.Urgent)
                        HoldingBack.Add(i);
                }
            }
        }

        Up.Sort(ByUrgencyThenId);
        Unresolved.Sort(ByUrgencyThenId);
    }

    /// <summary>The red flags that are up, as positions in the compiled safety rules.</summary>
    public List<int> Up { get; } = [];

    public List<int> Unresolved { get; } = [];

    /// <summary>The unresolved urgent red flags that a person could still answer: they hold everything back.</summary>
    public List<int> HoldingBack { get; } = [];

    public bool IsUrgent { get; }

    private bool IsIncomplete { get; }

    /// <summary>The urgency with which true red flags call for a referral; null where none does.</summary>
    public Urgency? UrgencyOfReferral(string intervention)
    {
        Urgency? gravest = null;
        foreach (int flag in Up)
        {
            var rule = context.Rules.Safety[flag].Rule;
            if (rule.Refer.Contains(intervention) && (gravest is null || rule.Urgency > gravest))
                gravest = rule.Urgency;
        }

        return gravest;
    }

    public Triage Build() => new()
    {
        Level = Up.Count == 0 ? TriageLevel.None : context.Rules.Safety[Up[0]].Rule.Urgency switch
        {
            Urgency.Urgent => TriageLevel.ReferUrgent,
            Urgency.Soon => TriageLevel.ReferSoon,
            _ => TriageLevel.ReferRoutine,
        },
        Complete = !IsIncomplete,
        Flags = [.. Up.Select(Flag)],
        Unresolved =
        [
            .. Unresolved.Select(i => new UnresolvedFlag
            {
                Rule = context.Rules.Safety[i].Rule.Id,
                Ask = [.. context.AskIds(context.DecidingSlots(i))],
            }),
        ],
    };

    private RedFlag Flag(int index)
    {
        var rule = context.Rules.Safety[index].Rule;
        return new RedFlag
        {
            Rule = rule.Id,
            Urgency = rule.Urgency ?? Urgency.Routine,
            Message = context.Localizer.Text("safety", rule.Id, "message", rule.Message),
            Refer = rule.Refer,
            Evidence = rule.Evidence,
        };
    }

    private int ByUrgencyThenId(int a, int b)
    {
        // The compiled rules stand in the order of their ids.
        int byUrgency = Nullable.Compare(context.Rules.Safety[b].Rule.Urgency, context.Rules.Safety[a].Rule.Urgency);
        return byUrgency != 0 ? byUrgency : a.CompareTo(b);
    }
}
