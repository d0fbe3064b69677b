using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Section 8 of the scoring model: what is at stake with each missing answer, and what it decides about.</summary>
internal sealed class StakeBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
{
    private readonly List<int> openRows = [];
    private readonly List<string> openIds = [];
    private readonly List<string> ids = [];

    /// <summary>For each slot the gravest that is at stake.</summary>
    public Stake[] Stakes { get; } = new Stake[context.Rules.Slots.Count];

    public void Build()
    {
        Array.Clear(Stakes);
        openRows.Clear();
        openIds.Clear();
        foreach (int flag in triage.Unresolved)
        {
            var rule = context.Care.Safety[flag].Rule;
            Raise(flag, new Stake(rule.Urgency == Urgency.Urgent ? StakeRank.UrgentFlag : StakeRank.Flag, 0), rule.Id);
        }

        for (int i = 0; i < context.Care.Interventions.Length; i++)
        {
            var (status, priority) = recommendations.Outcomes[i];
            if (status != RecommendationStatus.NeedsCheck)
                continue;
            var compiled = context.Care.Interventions[i];
            var stake = new Stake(StakeRank.Intervention, priority);
            if (recommendations.Gates[i] == Truth.Unknown)
                Raise(context.Safety.Length + i, stake, compiled.Intervention.Id);
            foreach (int s in compiled.Safety)
            {
                if (context.Safety[s] == Truth.Unknown && context.Care.Safety[s].Rule.Kind == SafetyKind.Contraindication)
                    Raise(s, stake, compiled.Intervention.Id);
            }
        }
    }

    /// <summary>The ids of the red flags and interventions that answers decide about: each once, ordinally.</summary>
    public ImmutableArray<string> DecidedBy(List<int> slots)
    {
        ids.Clear();
        for (int i = 0; i < openRows.Count; i++)
        {
            if (!ids.Contains(openIds[i]) && Decides(context.DecidingRow(openRows[i]), slots))
                ids.Add(openIds[i]);
        }

        ids.Sort(StringComparer.Ordinal);
        return [.. ids];
    }

    private bool Decides(ReadOnlySpan<ulong> deciding, List<int> slots)
    {
        foreach (int slot in slots)
        {
            if (IsAsked(slot) && SlotSet.Contains(deciding, slot))
                return true;
        }

        return false;
    }

    private bool IsAsked(int slot) => context.Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask;

    private void Raise(int row, Stake stake, string id)
    {
        openRows.Add(row);
        openIds.Add(id);
        var slots = context.DecidingRow(row);
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            if (IsAsked(slot) && stake.CompareTo(Stakes[slot]) < 0)
                Stakes[slot] = stake;
        }
    }
}
