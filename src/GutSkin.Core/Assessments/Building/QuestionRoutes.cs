using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Section 8 of the scoring model: the questions that cover what may be asked. A candidate belongs to one; a target is covered by those of its
/// items; and what waits for an unknown gate by those of what decides it. Each is looked for once.
/// </summary>
internal sealed class QuestionRoutes(Asking asking, CompiledAsking compiled, ScoreState state, int slotCount)
{
    private readonly Lists routes = new(slotCount);
    private readonly int words = SlotSet.Words(slotCount);
    private readonly int[] ownQuestion = new int[slotCount];
    private readonly int[] addedIn = new int[compiled.IdOf.Length];

    // What decides a gate in whose place something is asked: one set for each gate on the way.
    private readonly List<ulong[]> sets = [];
    private int depth;
    private int round;

    /// <summary>Forgets the person.</summary>
    public void Clear()
    {
        routes.Clear();
        Filled.With(-1, ownQuestion);
    }

    /// <summary>The numbers of the questions that cover an askable slot.</summary>
    public ReadOnlySpan<int> Of(int slot)
    {
        if (!routes.Has(slot))
            FindQuestions(slot);
        return routes[slot];
    }

    /// <summary>Whether a question lists a candidate, once its questions were asked for.</summary>
    public bool Lists(int question, int slot) => ownQuestion[slot] == question;

    private void FindQuestions(int slot)
    {
        bool isCandidate = asking.IsCandidate(slot);
        int question = isCandidate ? QuestionOf(slot) : -1;
        var closed = question < 0 || compiled.ScreenOf(question) is not (>= 0 and var screen) ? null : compiled.ScreenGates[screen];
        if (isCandidate && !IsUnknown(compiled.AskWhen[slot]) && !IsUnknown(closed))
        {
            ownQuestion[slot] = question;
            routes.Begin(slot);
            routes.Add(question);
            return;
        }

        var found = new List<int>();
        if (!isCandidate)
        {
            foreach (int item in asking.Through(slot))
                Of(item);
            round++;
            foreach (int item in asking.Through(slot))
                AddEach(item, found);
        }
        else if (!AskInItsPlace(compiled.AskWhen[slot], found) && !AskInItsPlace(closed, found))
        {
            ownQuestion[slot] = question;
            found.Add(question);
        }

        routes.Begin(slot);
        foreach (int other in found)
            routes.Add(other);
    }

    private bool IsUnknown(CompiledGate? gate) => gate is not null && state.TruthOf(gate.Node) == Truth.Unknown;

    /// <summary>Adds the questions of the askable slots that decide an unknown gate, asked in the place of what waits for it.</summary>
    private bool AskInItsPlace(CompiledGate? gate, List<int> found)
    {
        if (!IsUnknown(gate))
            return false;
        if (depth == sets.Count)
            sets.Add(new ulong[words]);
        ulong[] slots = sets[depth++];
        Array.Clear(slots);
        asking.AddDeciding(gate!, slots);
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
            Of(slot);
        round++;
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
            AddEach(slot, found);
        depth--;
        return found.Count > 0;
    }

    /// <summary>Adds the questions of a slot, which are known, but for those that were added in this round.</summary>
    private void AddEach(int slot, List<int> found)
    {
        foreach (int question in routes[slot])
        {
            if (addedIn[question] == round)
                continue;
            addedIn[question] = round;
            found.Add(question);
        }
    }

    /// <summary>The question that a candidate belongs to: its first screen that may be asked, else its first form, else itself.</summary>
    private int QuestionOf(int slot)
    {
        foreach (int screen in compiled.ScreensOfSlot[slot])
        {
            if (compiled.ScreenGates[screen] is not { } gate || state.TruthOf(gate.Node) != Truth.False)
                return screen;
        }

        int form = compiled.FormOfSlot[slot];
        return form >= 0 ? compiled.QuestionOfForm(form) : compiled.QuestionOfSlot(slot);
    }
}
