using System.Runtime.CompilerServices;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// Which slots of a <see cref="ScoreState"/> hold what follows from other answers, so that none of it ever looks like an answer.
/// Works on the state's numbers; takes back what it wrote before it writes anew. Allocates nothing after it is made.
/// </summary>
internal sealed class InferredAnswers(int factors, int derivations)
{
    private const int NotInferred = 0;
    private const int Inapplicable = -1;

    /// <summary>By slot: nothing, "does not apply", or 1 + the derivation that filled it.</summary>
    private readonly int[] by = new int[factors];

    /// <summary>What stood in a slot before it was filled.</summary>
    private readonly double[] before = new double[factors];

    private readonly bool[] isEstimate = new bool[factors];

    private readonly bool[] isOutOfRange = new bool[derivations];

    /// <summary>Whether a derivation filled the slot.</summary>
    public bool IsDerived(int slot) => by[slot] > NotInferred;

    /// <summary>The position of the derivation that filled the slot; −1 where none did.</summary>
    public int DerivationOf(int slot) => Math.Max(by[slot], NotInferred) - 1;

    /// <summary>Whether the yes/no factor does not apply, and is false for that.</summary>
    public bool IsInapplicable(int slot) => by[slot] == Inapplicable;

    /// <summary>Whether the slot was filled with an expected value, not with what the person counted.</summary>
    public bool IsEstimate(int slot) => IsDerived(slot) && isEstimate[slot];

    /// <summary>Whether the result of a derivation was not finite or not allowed.</summary>
    public bool IsOutOfRange(int derivation) => isOutOfRange[derivation];

    /// <summary>Forgets what was inferred, without touching any number.</summary>
    public void Clear()
    {
        Array.Clear(by);
        Array.Clear(isOutOfRange);
    }

    /// <summary>Says that the slot holds an answer from now on.</summary>
    public void Forget(int slot) => by[slot] = NotInferred;

    /// <summary>Infers anew what the steps can.</summary>
    /// <param name="state">The answers, into which what follows is written.</param>
    /// <param name="steps">The steps, in order.</param>
    public void Run(ScoreState state, ReadOnlySpan<InferenceStep> steps)
    {
        foreach (var step in steps)
        {
            if (by[step.Slot] != NotInferred)
                state.Values[step.Slot] = before[step.Slot];
            by[step.Slot] = NotInferred;
        }

        foreach (var step in steps)
        {
            if (state.Declined[step.Slot])
                continue;
            if (step.Derivations.Length > 0)
                Derive(state, step);
            else if ((double.IsNaN(state.Values[step.Slot]) || state.Screened[step.Slot]) && step.DoesNotApply(state.Rules.Gates, state.Values))
                Fill(state, step.Slot, 0, Inapplicable);
        }
    }

    /// <summary>What a step would make of a row of numbers: what stands there, or what follows for it.</summary>
    public static double ValueOf(InferenceStep step, GateTable gates, ReadOnlySpan<double> values)
    {
        double x = values[step.Slot];
        if (!double.IsNaN(x))
            return x;
        foreach (var derivation in step.Derivations)
        {
            if (derivation.TryWorkOut(gates, values, out double value, out _))
                return value;
        }

        return step.Derivations.Length == 0 && step.DoesNotApply(gates, values) ? 0 : x;
    }

    private void Derive(ScoreState state, InferenceStep step)
    {
        foreach (var derivation in step.Derivations)
            isOutOfRange[derivation.Index] = false;
        if (!double.IsNaN(state.Values[step.Slot]))
            return;
        foreach (var derivation in step.Derivations)
        {
            if (derivation.TryWorkOut(state.Rules.Gates, state.Values, out double value, out var counted))
            {
                isEstimate[step.Slot] = derivation.Source.Standing == DerivationStanding.Estimate || NeedsEstimate(counted!);
                Fill(state, step.Slot, value, derivation.Index + 1);
                return;
            }

            isOutOfRange[derivation.Index] = counted is not null;
        }
    }

    private bool NeedsEstimate(CompiledCase counted)
    {
        foreach (int slot in counted.Needs)
        {
            if (IsEstimate(slot))
                return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fill(ScoreState state, int slot, double value, int how)
    {
        (before[slot], by[slot]) = (state.Values[slot], how);
        state.Values[slot] = value;
    }
}
