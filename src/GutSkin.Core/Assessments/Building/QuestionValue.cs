using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 8 of the scoring model: how much the rules of the concerns that name a missing factor could still move.</summary>
internal sealed class GainBuilder(EvaluationContext context)
{
    private const double DeterminedWidth = 1e-12;

    /// <summary>For each slot the sum over rules, by id.</summary>
    public double[] Gains { get; } = new double[context.Rules.Slots.Count];

    public void Build()
    {
        Array.Clear(Gains);
        var rules = context.Rules.Rules;
        for (int rule = 0; rule < rules.Count; rule++)
        {
            if (!rules.IsScored[rule] || !context.IsAdvised(rules.Conditions[rule]))
                continue;
            double gain = GainOf(rule);
            if (gain == 0)
                continue;
            foreach (int slot in context.Rules.Reads[rule])
            {
                if (context.IsMissing(slot))
                    Gains[slot] += gain;
            }
        }
    }

    private double GainOf(int rule)
    {
        var state = context.State;
        int position = context.Rules.Rules.Positions[rule];
        double low = state.Low[position], high = state.High[position];
        if (high - low <= DeterminedWidth)
            return 0;
        var items = context.Rules.Items;
        int group = items.GroupOfRule[rule];
        if (group < 0)
            return high - low;
        int lane = items.Groups[group];
        return Math.Max(0, items.GroupIsNegative[group] ? state.High[lane] - low : high - state.Low[lane]);
    }
}

/// <summary>What kind of thing is at stake with an answer, rising.</summary>
internal enum StakeRank
{
    None,
    Intervention,
    Flag,
    UrgentFlag,
}

/// <summary>What is at stake with an answer: sorts an urgent red flag before any other, before interventions by priority, before nothing.</summary>
internal readonly record struct Stake(StakeRank Rank, double Priority) : IComparable<Stake>
{
    public bool IsSafety => Rank != StakeRank.None;

    public int CompareTo(Stake other)
    {
        int byRank = other.Rank.CompareTo(Rank);
        return byRank != 0 ? byRank : other.Priority.CompareTo(Priority);
    }
}

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
        var advice = context.Advice;
        subjects = Subjects(advice);
        subjectOfSafety = Array.ConvertAll(advice.Safety, s => Subject(s.Rule.Id));
        subjectOfIntervention = Array.ConvertAll(advice.Interventions, i => Subject(i.Intervention.Id));
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
            var rule = context.Advice.Safety[flag].Rule;
            Raise(flag, new Stake(rule.Urgency == Urgency.Urgent ? StakeRank.UrgentFlag : StakeRank.Flag, 0), subjectOfSafety[flag]);
        }

        for (int i = 0; i < context.Advice.Interventions.Length; i++)
        {
            var (status, priority) = recommendations.Outcomes[i];
            if (status != RecommendationStatus.NeedsCheck)
                continue;
            var compiled = context.Advice.Interventions[i];
            var stake = new Stake(StakeRank.Intervention, priority);
            if (recommendations.Gates[i] == Truth.Unknown)
                Raise(context.Safety.Length + i, stake, subjectOfIntervention[i]);
            foreach (int s in compiled.Safety)
            {
                if (context.Safety[s] == Truth.Unknown && context.Advice.Safety[s].Rule.Kind == SafetyKind.Contraindication)
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
    private static string[] Subjects(CompiledAdvice advice)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var safety in advice.Safety)
            ids.Add(safety.Rule.Id);
        foreach (var intervention in advice.Interventions)
            ids.Add(intervention.Intervention.Id);
        string[] sorted = [.. ids];
        Array.Sort(sorted, string.CompareOrdinal);
        return sorted;
    }
}
