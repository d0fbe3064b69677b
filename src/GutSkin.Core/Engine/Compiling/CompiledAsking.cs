using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>A derivation as far as asking goes: what its cases wait for.</summary>
/// <param name="Target">The slot it fills.</param>
/// <param name="Cases">Its cases in order: the gate, null = always true, and the slots needed.</param>
internal sealed record AskedDerivation(int Target, AskedCase[] Cases);

/// <summary>A case of a derivation as far as asking goes.</summary>
/// <param name="Gate">Its gate; null = always true.</param>
/// <param name="Needs">The slots it needs.</param>
internal sealed record AskedCase(CompiledGate? Gate, int[] Needs);

/// <summary>
/// What may be asked of a person, and as part of which question (scoring model, section 8), over slots. Questions have numbers:
/// the screens in order, then the forms in order, then a factor alone for each slot.
/// </summary>
internal sealed class CompiledAsking
{
    private readonly int screens;
    private readonly int forms;

    public CompiledAsking(CompiledRuleSet set, CompiledScreen[] screens, Func<int, CompiledGate> gateAt)
    {
        var ruleSet = set.Resolved.Data;
        var slots = set.Slots;
        this.screens = screens.Length;
        forms = ruleSet.Forms.Length;
        IsAsk = new bool[slots.Count];
        AskWhen = new CompiledGate?[slots.Count];
        for (int slot = 0; slot < slots.Count; slot++)
        {
            IsAsk[slot] = slots.Factors[slot].Acquisition == Acquisition.Ask;
            if (slots.Factors[slot].AskWhen is not null)
                AskWhen[slot] = gateAt(set.AdviceGates.AskWhen[slot]);
        }

        ScreenGates = Array.ConvertAll(screens, s => s.Screen.When is null ? null : gateAt(s.Gate));
        ScreensOfSlot = Inverted(Array.ConvertAll(screens, static s => s.Slots), slots.Count);
        FormSlots = new int[forms][];
        for (int form = 0; form < forms; form++)
            FormSlots[form] = slots.IndexesOf(ruleSet.Forms[form].Items);
        FormOfSlot = new int[slots.Count];
        Filled.With(-1, FormOfSlot);
        for (int form = forms - 1; form >= 0; form--)
        {
            foreach (int slot in FormSlots[form])
                FormOfSlot[slot] = form;
        }

        Derivations = new AskedDerivation[ruleSet.Derivations.Length];
        string[] ids = new string[Derivations.Length];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = ruleSet.Derivations[i].Id;
        int[] byId = Sorting.PlacesOf(ids);
        for (int i = 0; i < byId.Length; i++)
        {
            var derivation = ruleSet.Derivations[byId[i]];
            int[] nodes = set.AdviceGates.Cases[byId[i]];
            var cases = new AskedCase[nodes.Length];
            for (int k = 0; k < cases.Length; k++)
                cases[k] = new AskedCase(derivation.Cases[k].When is null ? null : gateAt(nodes[k]), slots.IndexesOf(derivation.Cases[k].Needs));
            Derivations[i] = new AskedDerivation(slots.IndexOf(derivation.Factor), cases);
        }

        int[] targets = new int[Derivations.Length];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = Derivations[i].Target;
        DerivationsOfSlot = IntLists.ByKey(targets, slots.Count);
        Targets = InOrder();
        (Ids, IdOf) = Names(ruleSet, slots);
    }

    /// <summary>Whether a person can answer each slot.</summary>
    public bool[] IsAsk { get; }

    /// <summary>Whom each slot's question concerns; null = everyone.</summary>
    public CompiledGate?[] AskWhen { get; }

    /// <summary>The gate of each screen; null = always asked.</summary>
    public CompiledGate?[] ScreenGates { get; }

    /// <summary>For each slot the screens that list it, in order.</summary>
    public IntLists ScreensOfSlot { get; }

    /// <summary>The slots of each form's items, in order.</summary>
    public int[][] FormSlots { get; }

    /// <summary>For each slot the first form that lists it; −1 where none does.</summary>
    public int[] FormOfSlot { get; }

    /// <summary>The derivations, by id.</summary>
    public AskedDerivation[] Derivations { get; }

    /// <summary>For each slot the derivations that fill it, by id.</summary>
    public IntLists DerivationsOfSlot { get; }

    /// <summary>The slots that derivations fill, each after those that its own derivations wait for.</summary>
    public int[] Targets { get; }

    /// <summary>How many questions there are.</summary>
    public int Questions => screens + forms + IsAsk.Length;

    /// <summary>The ids of all questions, each once, ordinally.</summary>
    public string[] Ids { get; }

    /// <summary>For each question its position in <see cref="Ids"/>.</summary>
    public int[] IdOf { get; }

    /// <summary>The number of the question that asks a form.</summary>
    public int QuestionOfForm(int form) => screens + form;

    /// <summary>The number of the question that asks a slot alone.</summary>
    public int QuestionOfSlot(int slot) => screens + forms + slot;

    /// <summary>The screen that a question asks; −1 where it asks none.</summary>
    public int ScreenOf(int question) => question < screens ? question : -1;

    /// <summary>The form that a question asks; −1 where it asks none.</summary>
    public int FormOf(int question) => question >= screens && question < screens + forms ? question - screens : -1;

    /// <summary>The slot that a question asks alone; −1 where it asks others.</summary>
    public int SlotOf(int question) => Math.Max(-1, question - screens - forms);

    private static IntLists Inverted(int[][] lists, int count)
    {
        int[] starts = new int[lists.Length + 1];
        for (int i = 0; i < lists.Length; i++)
            starts[i + 1] = starts[i] + lists[i].Length;
        int[] all = new int[starts[^1]];
        for (int i = 0; i < lists.Length; i++)
            lists[i].CopyTo(all, starts[i]);
        return new IntLists(starts, all).Inverted(count);
    }

    private int[] InOrder()
    {
        var order = new List<int>();
        bool[] seen = new bool[IsAsk.Length];
        foreach (var derivation in Derivations)
            Visit(derivation.Target);
        return [.. order];

        void Visit(int target)
        {
            if (seen[target])
                return;
            seen[target] = true;
            foreach (int derivation in DerivationsOfSlot[target])
            {
                foreach (var way in Derivations[derivation].Cases)
                {
                    foreach (int slot in way.Needs)
                        VisitTarget(slot);
                    foreach (int slot in way.Gate?.Reads ?? [])
                        VisitTarget(slot);
                }
            }

            order.Add(target);
        }

        void VisitTarget(int slot)
        {
            if (!DerivationsOfSlot[slot].IsEmpty)
                Visit(slot);
        }
    }

    private static (string[] Ids, int[] IdOf) Names(RuleSet ruleSet, Slots slots)
    {
        List<string> all = [];
        foreach (var screen in ruleSet.Screens)
            all.Add(screen.Id);
        foreach (var form in ruleSet.Forms)
            all.Add(form.Id);
        foreach (var factor in slots.Factors)
            all.Add(factor.Id);
        string[] ids = Sorting.Distinct([.. all]);
        return (ids, Sorting.PlacesIn(ids, all));
    }
}
