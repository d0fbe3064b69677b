using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Section 8 of the scoring model: what every question decides and covers. Each unknown gate is looked at once, however many
/// interventions wait for it.
/// </summary>
internal sealed class QuestionStakes
{
    private const double MuchGain = 0.05;

    /// <summary>The tier that a trial or a reference gives.</summary>
    private const int NoTierOfItsOwn = 3;

    private readonly EvaluationContext context;
    private readonly TriageBuilder triage;
    private readonly RecommendationBuilder recommendations;
    private readonly GainBuilder gains;
    private readonly ulong[] deciding;
    private readonly int[] seen;
    private Row[] rows = new Row[256];
    private int rowCount;
    private readonly List<int> questionsOfRows = [];
    private readonly string[] subjects;
    private readonly int[] subjectOfSafety;
    private readonly int[] subjectOfIntervention;
    private readonly int[] gatedReferences;
    private int round;

    /// <summary>What hangs on an unknown gate.</summary>
    private enum RowKind
    {
        Flag,
        Safety,
        Intervention,
        Reference,
    }

    /// <summary>Something that hangs on an unknown gate, and which of the gathered questions decide it.</summary>
    private struct Row
    {
        public RowKind Kind;
        public int Index, Start, End;
    }

    public QuestionStakes(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations, GainBuilder gains)
    {
        this.context = context;
        this.triage = triage;
        this.recommendations = recommendations;
        this.gains = gains;
        var advice = context.Advice;
        var gated = new List<int>();
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            if (context.Rules.Slots.Factors[slot] is { Modifiable: true } factor && IsGated(factor.References))
                gated.Add(slot);
        }

        gatedReferences = [.. gated];
        deciding = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
        Worth = new QuestionWorth[advice.Asking.Questions];
        seen = new int[Worth.Length];
        List<string> safety = [], interventions = [];
        foreach (var rule in advice.Safety)
            safety.Add(rule.Rule.Id);
        foreach (var intervention in advice.Interventions)
            interventions.Add(intervention.Intervention.Id);
        subjects = Sorting.Distinct([.. safety, .. interventions]);
        subjectOfSafety = Sorting.PlacesIn(subjects, safety);
        subjectOfIntervention = Sorting.PlacesIn(subjects, interventions);
    }

    private static bool IsGated(ImmutableArray<FactorReference> references)
    {
        foreach (var reference in references)
        {
            if (reference.When is not null)
                return true;
        }

        return false;
    }

    /// <summary>What each question is worth, by its number.</summary>
    public QuestionWorth[] Worth { get; }

    /// <summary>Looks at everything that is not decided.</summary>
    public void Build()
    {
        gains.Build();
        rowCount = 0;
        questionsOfRows.Clear();
        for (int i = 0; i < Worth.Length; i++)
            Worth[i] = new QuestionWorth();
        Cover();
        foreach (int flag in triage.Unresolved)
            AddFlag(flag);
        for (int safety = 0; safety < context.Safety.Length; safety++)
        {
            if (context.Safety[safety] == Truth.Unknown)
                AddSafety(safety);
        }

        foreach (var appraisal in recommendations.Appraisals)
            AddIntervention(appraisal);
        AddReferences();
    }

    /// <summary>For each of some questions the ids of the red flags and interventions that it decides: each once, ordinally.</summary>
    public ImmutableArray<string>[] DecidedBy(ReadOnlySpan<int> questions)
    {
        int words = SlotSet.Words(subjects.Length);
        ulong[] decided = new ulong[questions.Length * words];
        var of = CollectionsMarshal.AsSpan(questionsOfRows);
        for (int i = 0; i < rowCount; i++)
        {
            foreach (int question in of[rows[i].Start..rows[i].End])
            {
                int at = questions.IndexOf(question);
                if (at >= 0)
                    AddSubjects(rows[i].Kind, rows[i].Index, decided.AsSpan(at * words, words));
            }
        }

        var lists = new ImmutableArray<string>[questions.Length];
        for (int i = 0; i < lists.Length; i++)
        {
            // Subjects stand in the order of their ids: a set of them is sorted already.
            var set = decided.AsSpan(i * words, words);
            string[] ids = new string[SlotSet.Count(set)];
            int next = 0;
            for (int subject = SlotSet.Next(set, 0); subject >= 0; subject = SlotSet.Next(set, subject + 1))
                ids[next++] = subjects[subject];
            lists[i] = ImmutableCollectionsMarshal.AsImmutableArray(ids);
        }

        return lists;
    }

    /// <summary>Gives every question what it covers: gains, the presence of what the profile names, and the full picture.</summary>
    private void Cover()
    {
        var asking = context.Asking;
        for (int slot = SlotSet.Next(asking.Askable, 0); slot >= 0; slot = SlotSet.Next(asking.Askable, slot + 1))
        {
            double gain = gains.Gains[slot];
            int order = context.Rules.Slots.Factors[slot] is { Core: true } factor ? factor.CoreOrder ?? 0 : int.MaxValue;
            foreach (int question in asking.Questions(slot))
            {
                ref var worth = ref Worth[question];
                worth.Covers = true;
                worth.Gain += gain;
                worth.IsMuch |= gain >= MuchGain;
                worth.CoreOrder = Math.Min(worth.CoreOrder, order);
            }
        }

        var concerns = context.State.Concerns;
        for (int c = 0; c < concerns.Length; c++)
        {
            if (concerns[c] == 0 || context.Advice.PresenceOf[c] is not (>= 0 and var slot) || !asking.IsAskable(slot))
                continue;
            foreach (int question in asking.Questions(slot))
                Worth[question].IsConcern = true;
        }
    }

    private void AddFlag(int flag)
    {
        foreach (int question in AddRow(RowKind.Flag, flag, context.Advice.Safety[flag].Gate))
        {
            ref var worth = ref Worth[question];
            switch (context.Advice.Safety[flag].Rule.Urgency)
            {
                case Urgency.Urgent:
                    worth.Urgent++;
                    break;
                case Urgency.Soon:
                    worth.Soon++;
                    break;
                default:
                    worth.OtherFlags++;
                    break;
            }
        }
    }

    /// <summary>A contraindication of what needs a check or is met already, or a caution of what is recommended.</summary>
    private void AddSafety(int safety)
    {
        var kind = context.Advice.Safety[safety].Rule.Kind;
        if (kind == SafetyKind.RedFlag)
            return;
        int tier = QuestionWorth.NoTier;
        double benefit = double.NegativeInfinity;
        foreach (int i in context.Advice.InterventionsOfSafety[safety])
        {
            if (!Waits(kind, i))
                continue;
            tier = Math.Min(tier, recommendations.Appraisals[i].Tier);
            benefit = Math.Max(benefit, recommendations.Appraisals[i].Benefit);
        }

        if (tier == QuestionWorth.NoTier)
            return;
        foreach (int question in AddRow(RowKind.Safety, safety, context.Advice.Safety[safety].Gate))
        {
            ref var worth = ref Worth[question];
            if (kind == SafetyKind.Caution)
            {
                worth.IsCaution = true;
                continue;
            }

            worth.SafetyTier = Math.Min(worth.SafetyTier, tier);
            worth.Benefit = Math.Max(worth.Benefit, benefit);
        }
    }

    /// <summary>Whether an intervention waits for a contraindication, or for a caution.</summary>
    private bool Waits(SafetyKind kind, int intervention)
    {
        var status = recommendations.Appraisals[intervention].Status;
        return kind == SafetyKind.Contraindication
            ? status is RecommendationStatus.NeedsCheck or RecommendationStatus.AlreadyMet
            : status is RecommendationStatus.Recommended or RecommendationStatus.Caution;
    }

    private void AddIntervention(Appraisal appraisal)
    {
        switch (appraisal.Status)
        {
            case null or RecommendationStatus.Blocked or RecommendationStatus.Deferred or RecommendationStatus.AdvisedAgainst
                or RecommendationStatus.AlreadyMet:
                return;
            case RecommendationStatus.NeedsCheck:
                AddCheck(appraisal);
                break;
        }

        foreach (var indication in appraisal.Compiled.Indications)
        {
            int tier = 3 - indication.Strength;
            if (indication.Indication.Direction == IndicationDirection.For && tier < appraisal.Tier && recommendations.Statuses.IsOpen(indication))
                Advise(AddRow(RowKind.Intervention, appraisal.Index, indication.Gate), tier);
        }

        foreach (var trial in appraisal.Compiled.Trials)
        {
            if (!recommendations.Statuses.CouldCount(trial))
                continue;
            if (context.State.TruthOf(trial.Gate.Node) == Truth.Unknown)
                Advise(AddRow(RowKind.Intervention, appraisal.Index, trial.Gate), NoTierOfItsOwn);
            if (context.Advice.PresenceOf[trial.Condition] is >= 0 and var slot && context.Asking.IsAskable(slot))
                Advise(AddRow(RowKind.Intervention, appraisal.Index, slot), NoTierOfItsOwn);
        }
    }

    /// <summary>The gate of an intervention that needs a check, what could speak against it, and whether there is room for it.</summary>
    private void AddCheck(Appraisal appraisal)
    {
        if (appraisal.Gate == Truth.Unknown)
            Check(AddRow(RowKind.Intervention, appraisal.Index, appraisal.Compiled.Gate), appraisal);
        foreach (var indication in appraisal.Compiled.Indications)
        {
            if (recommendations.Statuses.WaitsFor(appraisal, indication))
                Check(AddRow(RowKind.Intervention, appraisal.Index, indication.Gate), appraisal);
        }

        if (appraisal.Room != Room.Unknown)
            return;
        foreach (var move in appraisal.Compiled.Moves)
        {
            var change = recommendations.Benefits.Counting(move, out var open);
            if (open is not null)
                Check(AddRow(RowKind.Intervention, appraisal.Index, open), appraisal);
            if ((change is not null || open is not null) && context.Asking.IsAskable(move.Slot))
                Check(AddRow(RowKind.Intervention, appraisal.Index, move.Slot), appraisal);
        }
    }

    private void Check(ReadOnlySpan<int> questions, Appraisal appraisal)
    {
        foreach (int question in questions)
        {
            ref var worth = ref Worth[question];
            worth.SafetyTier = Math.Min(worth.SafetyTier, appraisal.Tier);
            worth.Benefit = Math.Max(worth.Benefit, appraisal.Benefit);
        }
    }

    private void Advise(ReadOnlySpan<int> questions, int tier)
    {
        foreach (int question in questions)
            Worth[question].AdviceTier = Math.Min(Worth[question].AdviceTier, tier);
    }

    /// <summary>The gates on which it hangs what is usual for a known factor that can be changed.</summary>
    private void AddReferences()
    {
        foreach (int slot in gatedReferences)
        {
            if (context.IsMissing(slot))
                continue;
            foreach (var reference in context.Advice.References[slot])
            {
                var truth = context.State.TruthOf(reference.Gate.Node);
                if (truth == Truth.Unknown)
                    Advise(AddRow(RowKind.Reference, slot, reference.Gate), NoTierOfItsOwn);
                if (truth != Truth.False)
                    break;
            }
        }
    }

    private ReadOnlySpan<int> AddRow(RowKind kind, int index, int slot)
    {
        Array.Clear(deciding);
        SlotSet.Add(deciding, slot);
        return AddRow(kind, index, deciding);
    }

    private ReadOnlySpan<int> AddRow(RowKind kind, int index, CompiledGate gate)
    {
        Array.Clear(deciding);
        context.Asking.AddDeciding(gate, deciding);
        return AddRow(kind, index, deciding);
    }

    /// <summary>Notes which questions cover one of the slots: each once.</summary>
    private ReadOnlySpan<int> AddRow(RowKind kind, int index, ReadOnlySpan<ulong> slots)
    {
        round++;
        int start = questionsOfRows.Count;
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            foreach (int question in context.Asking.Questions(slot))
            {
                if (seen[question] == round)
                    continue;
                seen[question] = round;
                questionsOfRows.Add(question);
            }
        }

        if (rowCount == rows.Length)
        {
            var more = new Row[2 * rowCount];
            rows.CopyTo(more, 0);
            rows = more;
        }

        rows[rowCount++] = new Row { Kind = kind, Index = index, Start = start, End = questionsOfRows.Count };
        return CollectionsMarshal.AsSpan(questionsOfRows)[start..];
    }

    private void AddSubjects(RowKind kind, int index, Span<ulong> set)
    {
        if (kind == RowKind.Flag)
        {
            SlotSet.Add(set, subjectOfSafety[index]);
        }
        else if (kind == RowKind.Intervention)
        {
            SlotSet.Add(set, subjectOfIntervention[index]);
        }
        else if (kind == RowKind.Safety)
        {
            foreach (int i in context.Advice.InterventionsOfSafety[index])
            {
                if (Waits(context.Advice.Safety[index].Rule.Kind, i))
                    SlotSet.Add(set, subjectOfIntervention[i]);
            }
        }
    }
}
