using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 8 of the scoring model: measurements that would decide or narrow something, apart from the questions.</summary>
internal sealed class TestBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations, GainBuilder gains)
{
    private const int MostTests = 6;

    private readonly ulong[] deciding = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly double[] gain = new double[context.Rules.Slots.Count];
    private readonly List<int> found = [];
    private Comparison<int>? byUse;

    /// <summary>The tests, the most useful first, once the gains are known.</summary>
    public ImmutableArray<UsefulTest> Build(QuestionTexts texts)
    {
        Decide();
        gains.Gains.CopyTo(gain, 0);
        FromTargets();
        found.Clear();
        var measurable = context.Asking.Measurable;
        for (int slot = SlotSet.Next(measurable, 0); slot >= 0; slot = SlotSet.Next(measurable, slot + 1))
        {
            if ((SlotSet.Contains(deciding, slot) || gain[slot] > 0) && !NeedsBiopsy(context.Rules.Slots.Factors[slot]))
                found.Add(slot);
        }

        found.Sort(byUse ??= Compare);
        var tests = ImmutableArray.CreateBuilder<UsefulTest>(Math.Min(MostTests, found.Count));
        for (int i = 0; i < tests.Capacity; i++)
            tests.Add(new UsefulTest(context.Rules.Slots.Factors[found[i]].Id, texts.Name(found[i]), gain[found[i]]));

        return tests.MoveToImmutable();
    }

    // Slots stand in the order of their ids.
    private int Compare(int a, int b) => First(Decides(b).CompareTo(Decides(a)), First(Decides(a) ? 0 : gain[b].CompareTo(gain[a]), a.CompareTo(b)));

    private static int First(int first, int second) => first != 0 ? first : second;

    /// <summary>Nobody is asked for a biopsy: a factor that takes one says so among its codes.</summary>
    private static bool NeedsBiopsy(Factor factor) => factor.CodesByName?.Get("method") == "biopsy";

    private bool Decides(int slot) => SlotSet.Contains(deciding, slot);

    private void Decide()
    {
        Array.Clear(deciding);
        foreach (int flag in triage.Unresolved)
            context.Asking.AddMeasuredDeciding(context.Advice.Safety[flag].Gate, deciding);
        for (int safety = 0; safety < context.Safety.Length; safety++)
        {
            if (context.Safety[safety] == Truth.Unknown && context.Advice.Safety[safety].Rule.Kind == SafetyKind.Contraindication
                && IsWaitedFor(safety))
            {
                context.Asking.AddMeasuredDeciding(context.Advice.Safety[safety].Gate, deciding);
            }
        }

        foreach (var appraisal in recommendations.Appraisals)
        {
            if (appraisal.Status != RecommendationStatus.NeedsCheck)
                continue;
            if (appraisal.Gate == Truth.Unknown)
                context.Asking.AddMeasuredDeciding(appraisal.Compiled.Gate, deciding);
            foreach (var indication in appraisal.Compiled.Indications)
            {
                if (recommendations.Statuses.WaitsFor(appraisal, indication))
                    context.Asking.AddMeasuredDeciding(indication.Gate, deciding);
            }
        }
    }

    private bool IsWaitedFor(int safety)
    {
        foreach (int i in context.Advice.InterventionsOfSafety[safety])
        {
            if (recommendations.Appraisals[i].Status == RecommendationStatus.NeedsCheck)
                return true;
        }

        return false;
    }

    /// <summary>What only measured factors keep a derivation from: the target's gain is theirs.</summary>
    private void FromTargets()
    {
        var asking = context.Asking;
        foreach (var derivation in context.Advice.Asking.Derivations)
        {
            // A target that was declined stays missing, whatever is measured.
            if (!context.IsMissing(derivation.Target) || context.State.Declined[derivation.Target] || gains.Gains[derivation.Target] == 0)
                continue;
            int[] waits = asking.WaitsFor(derivation);
            bool isOpen = true, forThemAlone = true;
            foreach (int slot in waits)
            {
                if (!context.IsMissing(slot) || asking.IsAskable(slot))
                    continue;
                isOpen = false;
                forThemAlone &= SlotSet.Contains(asking.Measurable, slot);
            }

            if (isOpen || !forThemAlone)
                continue;
            foreach (int slot in waits)
            {
                if (SlotSet.Contains(asking.Measurable, slot))
                    gain[slot] = Math.Max(gain[slot], gains.Gains[derivation.Target]);
            }
        }
    }
}
