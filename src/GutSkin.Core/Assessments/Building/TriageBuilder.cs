using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 7 of the scoring model: which red flags are up, and which are not decided.</summary>
internal sealed class TriageBuilder(EvaluationContext context, Waiting waiting)
{
    /// <summary>The red flags, gravest first, then by id: the compiled rules stand in the order of their ids.</summary>
    private readonly int[] redFlags = GravestFirst(context.Advice.Safety);

    private bool isIncomplete;

    /// <summary>The red flags that are up, as positions in the compiled safety rules.</summary>
    public List<int> Up { get; } = [];

    public List<int> Unresolved { get; } = [];

    /// <summary>The unresolved urgent red flags that something askable decides, declined answers too: they hold everything back.</summary>
    public List<int> HoldingBack { get; } = [];

    public bool IsUrgent { get; private set; }

    /// <summary>The gravest of the red flags that are up.</summary>
    public TriageLevel Level => Up.Count == 0 ? TriageLevel.None : context.Advice.Safety[Up[0]].Rule.Urgency switch
    {
        Urgency.Urgent => TriageLevel.ReferUrgent,
        Urgency.Soon => TriageLevel.ReferSoon,
        _ => TriageLevel.ReferRoutine,
    };

    /// <summary>Looks at the evaluated safety rules.</summary>
    /// <param name="onlyWhetherHeldBack">Whether nobody asks if the triage is complete, nor which flags hold back, but only if one does.</param>
    public void Begin(bool onlyWhetherHeldBack = false)
    {
        Up.Clear();
        Unresolved.Clear();
        HoldingBack.Clear();
        IsUrgent = isIncomplete = false;
        foreach (int i in redFlags)
        {
            if (context.Safety[i] == Truth.False)
                continue;
            bool isUrgent = context.Advice.Safety[i].Rule.Urgency == Urgency.Urgent;
            if (context.Safety[i] == Truth.True)
            {
                Up.Add(i);
                IsUrgent |= isUrgent;
                continue;
            }

            Unresolved.Add(i);
            if (onlyWhetherHeldBack && (!isUrgent || HoldingBack.Count > 0))
                continue;
            if (context.Asking.IsDecidable(context.Advice.Safety[i].Gate))
            {
                isIncomplete = true;
                if (isUrgent)
                    HoldingBack.Add(i);
            }
        }
    }

    /// <summary>The urgency with which true red flags call for a referral; null where none does.</summary>
    public Urgency? UrgencyOfReferral(string intervention)
    {
        Urgency? gravest = null;
        foreach (int flag in Up)
        {
            var rule = context.Advice.Safety[flag].Rule;
            if (rule.Refer.Contains(intervention) && (gravest is null || rule.Urgency > gravest))
                gravest = rule.Urgency;
        }

        return gravest;
    }

    public Triage Build()
    {
        var flags = ImmutableArray.CreateBuilder<RedFlag>(Up.Count);
        foreach (int i in Up)
            flags.Add(Flag(i));
        var unresolved = ImmutableArray.CreateBuilder<UnresolvedFlag>(Unresolved.Count);
        foreach (int i in Unresolved)
        {
            waiting.Clear().Add(context.Advice.Safety[i].Gate);
            unresolved.Add(new UnresolvedFlag
            {
                Rule = context.Advice.Safety[i].Rule.Id,
                Urgency = context.Advice.Safety[i].Rule.Urgency ?? Urgency.Routine,
                Ask = waiting.Ask(),
                Declined = waiting.Declined(),
            });
        }

        return new Triage
        {
            Level = Level,
            Complete = !isIncomplete,
            Flags = flags.MoveToImmutable(),
            Unresolved = unresolved.MoveToImmutable(),
        };
    }

    /// <summary>Adds a notice for each unresolved urgent red flag that a declined answer decides.</summary>
    public void AddDeclinedSafety(List<Notice> notices)
    {
        foreach (int flag in HoldingBack)
        {
            var rule = context.Advice.Safety[flag].Rule;
            if (!waiting.Clear().Add(context.Advice.Safety[flag].Gate).Declined().IsEmpty)
            {
                notices.Add(new Notice
                {
                    Code = "declined-safety",
                    Message = "An answer that was declined decides whether someone should be seen today.",
                    Rule = rule.Id,
                });
            }
        }
    }

    private static int[] GravestFirst(CompiledSafety[] safety)
    {
        // A loop for each urgency: the framework brings no code compiled ahead for ordering numbers, and a first assessment would wait for it.
        var flags = new List<int>();
        for (int urgency = (int)Urgency.Urgent; urgency >= -1; urgency--)
        {
            for (int i = 0; i < safety.Length; i++)
            {
                var rule = safety[i].Rule;
                if (rule.Kind == SafetyKind.RedFlag && (rule.Urgency is { } known ? (int)known : -1) == urgency)
                    flags.Add(i);
            }
        }

        return flags.ToArray();
    }

    private RedFlag Flag(int index)
    {
        var rule = context.Advice.Safety[index].Rule;
        return new RedFlag
        {
            Rule = rule.Id,
            Urgency = rule.Urgency ?? Urgency.Routine,
            Message = context.Localizer.Text("safety", rule.Id, "message", rule.Message),
            Refer = rule.Refer,
            Evidence = rule.Evidence,
        };
    }
}
