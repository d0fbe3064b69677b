using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Engine.Person;

/// <summary>
/// L′ of every condition after changes to slots: a full new sum, in which markers keep their values and groups are formed
/// again. Works on the state itself and puts back what it found.
/// </summary>
internal sealed class ScoresAfterChange(ScoreState state)
{
    private readonly List<(int Position, double Value)> undone = [];
    private readonly bool[] touched = new bool[state.Rules.SkinConditions.Length];
    private readonly List<(int Slot, double Value)> before = [];

    /// <summary>Computes L′.</summary>
    /// <param name="changes">Slots with their new values; of two for one slot the last counts.</param>
    /// <param name="result">One L′ a condition.</param>
    public void LogOddsAfter(ReadOnlySpan<(int Slot, double Value)> changes, Span<double> result)
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
    public int MostFallen(ReadOnlySpan<(int Slot, double Value)> changes, int condition)
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

    private void Apply(ReadOnlySpan<(int Slot, double Value)> changes)
    {
        var rules = state.Rules;
        foreach (var (slot, value) in changes)
            Set(slot, value);
        foreach (var (slot, _) in changes)
        {
            foreach (int rule in rules.RulesBySlot[slot])
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
            state.Value[undone[i].Position] = undone[i].Value;
        undone.Clear();
        for (int i = before.Count - 1; i >= 0; i--)
            state.Values[before[i].Slot] = before[i].Value;
        before.Clear();
        Array.Clear(touched);
    }

    /// <summary>The value of a lane before the changes.</summary>
    private double Before(int lane)
    {
        foreach (var (position, value) in undone)
        {
            if (position == lane)
                return value;
        }

        return state.Value[lane];
    }

    private void Set(int slot, double value)
    {
        before.Add((slot, state.Values[slot]));
        state.Values[slot] = value;
    }

    private void Put(int position, double value)
    {
        if (state.Value[position] == value)
            return;
        undone.Add((position, state.Value[position]));
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
