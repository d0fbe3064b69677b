using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>Section 8 of the scoring model: what is at stake with each missing answer, and what it decides about.</summary>
internal sealed class StakeBuilder
{
    private readonly EvaluationContext context;
    private readonly TriageBuilder triage;
    private readonly RecommendationBuilder recommendations;
    private readonly List<int> openRows = [];
    private readonly List<int> openSubjects = [];
    private readonly string[] subjects;
    private readonly int[] subjectOfSafety;
    private readonly int[] subjectOfIntervention;
    private readonly ulong[] asked;
    private readonly ulong[] decided;

    public StakeBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
    {
        this.context = context;
        this.triage = triage;
        this.recommendations = recommendations;
        var care = context.Care;
        subjects = Subjects(care);
        subjectOfSafety = Array.ConvertAll(care.Safety, s => Subject(s.Rule.Id));
        subjectOfIntervention = Array.ConvertAll(care.Interventions, i => Subject(i.Intervention.Id));
        asked = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
        decided = new ulong[SlotSet.Words(subjects.Length)];
        Stakes = new Stake[context.Rules.Slots.Count];
    }

    /// <summary>For each slot the gravest that is at stake.</summary>
    public Stake[] Stakes { get; }

    public void Build()
    {
        Array.Clear(Stakes);
        openRows.Clear();
        openSubjects.Clear();
        foreach (int flag in triage.Unresolved)
        {
            var rule = context.Care.Safety[flag].Rule;
            Raise(flag, new Stake(rule.Urgency == Urgency.Urgent ? StakeRank.UrgentFlag : StakeRank.Flag, 0), subjectOfSafety[flag]);
        }

        for (int i = 0; i < context.Care.Interventions.Length; i++)
        {
            var (status, priority) = recommendations.Outcomes[i];
            if (status != RecommendationStatus.NeedsCheck)
                continue;
            var compiled = context.Care.Interventions[i];
            var stake = new Stake(StakeRank.Intervention, priority);
            if (recommendations.Gates[i] == Truth.Unknown)
                Raise(context.Safety.Length + i, stake, subjectOfIntervention[i]);
            foreach (int s in compiled.Safety)
            {
                if (context.Safety[s] == Truth.Unknown && context.Care.Safety[s].Rule.Kind == SafetyKind.Contraindication)
                    Raise(s, stake, subjectOfIntervention[i]);
            }
        }
    }

    /// <summary>The ids of the red flags and interventions that answers decide about: each once, ordinally.</summary>
    public ImmutableArray<string> DecidedBy(List<int> slots)
    {
        Array.Clear(asked);
        foreach (int slot in slots)
        {
            if (IsAsked(slot))
                SlotSet.Add(asked, slot);
        }

        // Subjects stand in the order of their ids: a set of them is sorted already.
        Array.Clear(decided);
        for (int i = 0; i < openRows.Count; i++)
        {
            if (SlotSet.Meet(context.DecidingRow(openRows[i]), asked))
                SlotSet.Add(decided, openSubjects[i]);
        }

        int count = SlotSet.Count(decided);
        if (count == 0)
            return [];
        string[] ids = new string[count];
        int next = 0;
        for (int i = SlotSet.Next(decided, 0); i >= 0; i = SlotSet.Next(decided, i + 1))
            ids[next++] = subjects[i];
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

    private bool IsAsked(int slot) => context.Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask;

    private void Raise(int row, Stake stake, int subject)
    {
        openRows.Add(row);
        openSubjects.Add(subject);
        var slots = context.DecidingRow(row);
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            if (IsAsked(slot) && stake.CompareTo(Stakes[slot]) < 0)
                Stakes[slot] = stake;
        }
    }

    private int Subject(string id) => Array.BinarySearch(subjects, id, StringComparer.Ordinal);

    /// <summary>The ids of all red flags and interventions, each once, ordinally.</summary>
    private static string[] Subjects(CompiledCare care)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var safety in care.Safety)
            ids.Add(safety.Rule.Id);
        foreach (var intervention in care.Interventions)
            ids.Add(intervention.Intervention.Id);
        string[] sorted = [.. ids];
        Array.Sort(sorted, string.CompareOrdinal);
        return sorted;
    }
}
