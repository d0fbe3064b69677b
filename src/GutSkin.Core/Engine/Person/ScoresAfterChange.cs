using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Engine.Person;

/// <summary>
/// L′ of every condition after changes to slots: a full new sum, in which markers keep their values and groups are formed
/// again. Works on the state itself and puts back what it found.
/// </summary>
internal sealed class ScoresAfterChange(ScoreState state)
{
    private readonly SlotValues undone = new();
    private readonly bool[] touched = new bool[state.Rules.SkinConditions.Length];
    private readonly SlotValues before = new();

    /// <summary>Computes L′.</summary>
    /// <param name="changes">Slots with their new values; of two for one slot the last counts.</param>
    /// <param name="result">One L′ a condition.</param>
    public void LogOddsAfter(SlotValues changes, Span<double> result)
    {
        state.Totals.AsSpan(0, result.Length).CopyTo(result);
        Apply(changes);
        for (int c = 0; c < touched.Length; c++)
        {
            if (touched[c])
                result[c] = ItemSums.Sum(state.Rules.Items, c, state.Value);
        }

        Undo();
    }

    /// <summary>The lane of the item of a condition whose value falls most, of those within 1e-12 of it the first by id; −1 where none falls.</summary>
    public int MostFallen(SlotValues changes, int condition)
    {
        Apply(changes);
        int first = state.Rules.Items.First[condition], best = -1;
        double most = ItemSums.Tie;
        for (int lane = first; lane < first + state.Rules.Items.Length[condition]; lane++)
        {
            double fall = Before(lane) - state.Value[lane];
            if (fall > most + (best < 0 ? 0 : ItemSums.Tie))
                (best, most) = (lane, fall);
        }

        Undo();
        return best;
    }

    private void Apply(SlotValues changes)
    {
        var rules = state.Rules;
        for (int i = 0; i < changes.Count; i++)
            Set(changes.SlotAt(i), changes.ValueAt(i));
        for (int i = 0; i < changes.Count; i++)
        {
            foreach (int rule in rules.RulesBySlot[changes.SlotAt(i)])
            {
                if (!rules.Rules.IsDriver[rule] || !rules.Rules.IsScored[rule])
                    continue;
                touched[rules.Rules.Conditions[rule]] = true;
                Put(rules.Rules.Positions[rule], ValueOf(rule));
            }
        }

        for (int c = 0; c < touched.Length; c++)
        {
            if (!touched[c])
                continue;
            foreach (int group in rules.Items.GroupsOfCondition[c])
                Put(rules.Items.Groups[group], ItemSums.Fold(rules.Items, group, state.Value));
        }
    }

    private void Undo()
    {
        for (int i = undone.Count - 1; i >= 0; i--)
            state.Value[undone.SlotAt(i)] = undone.ValueAt(i);
        undone.Clear();
        for (int i = before.Count - 1; i >= 0; i--)
            state.Values[before.SlotAt(i)] = before.ValueAt(i);
        before.Clear();
        Array.Clear(touched);
    }

    /// <summary>The value of a lane before the changes.</summary>
    private double Before(int lane)
    {
        for (int i = 0; i < undone.Count; i++)
        {
            if (undone.SlotAt(i) == lane)
                return undone.ValueAt(i);
        }

        return state.Value[lane];
    }

    private void Set(int slot, double value)
    {
        before.Add(slot, state.Values[slot]);
        state.Values[slot] = value;
    }

    private void Put(int position, double value)
    {
        if (state.Value[position] == value)
            return;
        undone.Add(position, state.Value[position]);
        state.Value[position] = value;
    }

    /// <summary>A rule's value for the changed answers, by the kernel, once what is computed beforehand for it is up to date.</summary>
    private double ValueOf(int rule)
    {
        var set = state.Rules;
        if (set.Rules.Computed[rule] is { } computed)
            return computed.Ends(set.Gates.Evaluate(computed.Gate, state.Values), state.Values, state.Inputs).Near;
        int position = set.Rules.Positions[rule];
        if (set.Table.GateOf(position, state.Values) is { } gate)
            Set(set.Table.GateSlotOf(position), gate);
        int burden = set.Table.SlotOf(position) - set.Layout.Burdens;
        if (burden >= 0)
            Set(set.Layout.Burdens + burden, set.OffTableCurves[burden].At(state.Values));
        return PersonKernel.ValueAt(state, position);
    }
}

/// <summary>Slots or lanes, each with a number, in the order in which they were added.</summary>
internal sealed class SlotValues
{
    private int[] slots = new int[4];
    private double[] values = new double[4];

    public int Count { get; private set; }

    public int SlotAt(int index) => slots[index];

    public double ValueAt(int index) => values[index];

    public Enumerator GetEnumerator() => new(this);

    public void Clear() => Count = 0;

    public void AddRange(SlotValues others)
    {
        for (int i = 0; i < others.Count; i++)
            Add(others.slots[i], others.values[i]);
    }

    public void Add(int slot, double value)
    {
        if (Count == slots.Length)
        {
            Array.Resize(ref slots, 2 * Count);
            double[] more = new double[2 * Count];
            values.CopyTo(more, 0);
            values = more;
        }

        (slots[Count], values[Count]) = (slot, value);
        Count++;
    }

    public struct Enumerator(SlotValues of)
    {
        private int index = -1;

        public readonly (int Slot, double Value) Current => (of.slots[index], of.values[index]);

        public bool MoveNext() => ++index < of.Count;
    }
}
