using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>
/// Which steps of <see cref="Inferences"/> can give anything for the columns of a cohort, and what they read. They run row by row
/// over the staged tile, by the same code as for one person, hence with the same bits whatever the width of the vectors.
/// </summary>
internal sealed class CohortInference
{
    private readonly GateTable gates;
    private readonly InferenceStep[] steps;
    private readonly int[] inputs;
    private readonly double[] nothing;

    public CohortInference(CohortPlan plan, BoundColumn[] columns, ReadOnlySpan<bool> concerns)
    {
        var set = plan.Set;
        gates = set.Gates;
        nothing = new double[set.Layout.Burdens];
        nothing.AsSpan(0, set.Layout.Factors).Fill(double.NaN);
        for (int c = 0; c < concerns.Length; c++)
            nothing[set.Layout.Concern(c)] = concerns[c] ? 1 : 0;
        nothing[set.Layout.One] = 1;

        bool[] given = new bool[set.Layout.Factors], read = new bool[set.Layout.Factors];
        foreach (var column in columns)
            given[column.Slot] = true;
        bool[] isThere = [.. given];
        var active = new List<InferenceStep>();
        foreach (var step in set.Inferences.Scored)
        {
            if (!CanGive(step, isThere))
                continue;
            active.Add(step);
            isThere[step.Slot] = read[step.Slot] = true;
            foreach (int slot in step.Reads)
                read[slot] = true;
        }

        steps = [.. active];
        Slots = Array.ConvertAll(steps, s => s.Slot);
        inputs = [.. Enumerable.Range(0, read.Length).Where(slot => read[slot] && given[slot])];
    }

    /// <summary>The slots that are filled: each needs a column of its own.</summary>
    public int[] Slots { get; }

    /// <summary>A row of numbers to work in: concerns, and nothing else.</summary>
    public double[] NewRow() => [.. nothing];

    /// <summary>Fills the slots for every row of the tile at hand.</summary>
    public void Run(CohortScratch scratch)
    {
        if (steps.Length == 0)
            return;
        double[] row = scratch.Row;
        for (int r = 0; r < scratch.Rows; r++)
        {
            foreach (int slot in Slots)
                row[slot] = double.NaN;
            foreach (int slot in inputs)
            {
                double x = Unsafe.Add(ref scratch.Column(slot), r);
                // A column may hold any NaN; here they are all one.
                row[slot] = double.IsNaN(x) ? double.NaN : x;
            }

            foreach (var step in steps)
            {
                double value = InferredAnswers.ValueOf(step, gates, row);
                row[step.Slot] = value;
                Unsafe.Add(ref scratch.Column(step.Slot), r) = value;
            }
        }
    }

    /// <summary>Whether a step can give anything: by what columns there are, or with nothing at all.</summary>
    private bool CanGive(InferenceStep step, bool[] isThere) =>
        step.Derivations.Length > 0
            ? step.Derivations.Any(d => d.Cases.Any(c => c.Needs.All(slot => isThere[slot])))
            : step.Reads.Any(slot => isThere[slot]) || step.DoesNotApply(gates, nothing);
}
