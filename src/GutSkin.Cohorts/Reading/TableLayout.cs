using System.Collections.Immutable;

namespace GutSkin.Cohorts.Reading;

/// <summary>A column that is read.</summary>
/// <param name="Cell">Which cell of a row it is.</param>
/// <param name="UnitCell">Which cell holds its unit; −1 where none does.</param>
/// <param name="Name">Its name in the header.</param>
/// <param name="Reader">How its cells become answers.</param>
internal sealed record BoundColumn(int Cell, int UnitCell, string Name, CellReader Reader);

/// <summary>An answer that is computed from columns, and how it is written into the factor's own unit.</summary>
internal sealed record BoundComputation(ComputedAnswer Answer, int[] Columns, CellReader Reader);

/// <summary>A second column of a factor, or what is computed for it: it fills in where the first has no answer.</summary>
internal sealed record SecondColumn(int Into, int From, bool MustAgree);

/// <summary>What the columns of a table mean: which is the id, which answer factors, in which unit, what they fill together.</summary>
internal sealed class TableLayout
{
    /// <summary>Two answers in two units agree where they differ by no more than what rounding makes.</summary>
    private const double Rounding = 0.02;

    private readonly Dictionary<(int Column, CellFault Fault), CohortFault> known = [];

    public required string[] Names { get; init; }

    /// <summary>Which cell is the id; −1 where there is none.</summary>
    public required int IdCell { get; init; }

    /// <summary>Which cell is the group; −1 where there is none.</summary>
    public required int GroupCell { get; init; }

    public required BoundColumn[] Columns { get; init; }

    public required BoundComputation[] Computed { get; init; }

    public required SecondColumn[] Seconds { get; init; }

    /// <summary>The factors, each with the position of its answers.</summary>
    public required (Factor Factor, int Column)[] Outputs { get; init; }

    /// <summary>How many numbers a row has: those of columns, then those computed.</summary>
    public int Width => Columns.Length + Computed.Length;

    /// <summary>Computes what is computed and joins what belongs together, in the row whose numbers were read.</summary>
    /// <param name="values">The numbers, column by column.</param>
    /// <param name="at">The position of the row in the first column.</param>
    /// <param name="pitch">From one column to the next.</param>
    /// <param name="fault">The column and its fault; −1 where nothing is wrong.</param>
    public bool Complete(double[] values, int at, int pitch, out (int Column, CellFault Fault) fault)
    {
        for (int i = 0; i < Computed.Length; i++)
        {
            int column = Columns.Length + i;
            fault = (column, Computed[i].Reader.Read(Compute(Computed[i], values, at, pitch), out values[at + (column * pitch)]));
            if (fault.Fault != CellFault.None)
                return false;
        }

        foreach (var second in Seconds)
        {
            ref double first = ref values[at + (second.Into * pitch)];
            double other = values[at + (second.From * pitch)];
            if (double.IsNaN(first))
            {
                first = other;
            }
            else if (second.MustAgree && Math.Abs(first - other) > Rounding * Math.Max(Math.Abs(first), Math.Abs(other)))
            {
                fault = (second.Into, CellFault.AnswersDiffer);
                return false;
            }
        }

        fault = (-1, CellFault.None);
        return true;
    }

    /// <summary>The fault of a column in words, found once.</summary>
    public CohortFault Describe(int column, CellFault fault, double value, IScoringService service)
    {
        lock (known)
        {
            if (!known.TryGetValue((column, fault), out var found))
            {
                var (reader, name) = column < Columns.Length ? (Columns[column].Reader, Columns[column].Name) : (Computed[column - Columns.Length].Reader, Computed[column - Columns.Length].Answer.Factor);
                known.Add((column, fault), found = CellHints.Describe(fault, reader.Factor, name, value, service));
            }

            return found;
        }
    }

    private static double Compute(BoundComputation computation, double[] values, int at, int pitch)
    {
        var answer = computation.Answer;
        int i = 0;
        if (answer.Terms.Count > 0)
        {
            double sum = answer.Intercept;
            foreach (var (_, coefficient) in answer.Terms)
                sum += coefficient * values[at + (computation.Columns[i++] * pitch)];
            return sum;
        }

        double product = answer.Times;
        foreach (var (_, power) in answer.Powers)
        {
            double value = values[at + (computation.Columns[i++] * pitch)];
            double raised = Math.Abs(power) == 2 ? value * value : value;
            product *= power < 0 ? 1 / raised : raised;
        }

        return product;
    }
}
