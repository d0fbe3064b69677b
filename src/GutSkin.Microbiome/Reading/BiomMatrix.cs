namespace GutSkin.Microbiome;

/// <summary>The <c>data</c> of a BIOM table: triplets of row, column and value (sparse), or a list a row (dense).</summary>
internal sealed class BiomMatrix(JsonText json, TableBuilder builder)
{
    private const double MaxRows = 10_000_000;
    private const double MaxColumns = 1_000_000;
    private readonly FileFaults bag = builder.Bag;
    private readonly List<double> element = [];
    private List<(double[] Element, int Line)>? kept;
    private bool dense;
    private bool? whole;
    private bool anyBroken;
    private int brokenLine;
    private (int Row, int Line) lastRow = (-1, 1);
    private (int Column, int Line) lastColumn = (-1, 1);
    private int denseRows;

    /// <summary>Whether it is known how the matrix is written.</summary>
    public bool TypeKnown { get; private set; }

    public bool SetType(bool isDense)
    {
        (dense, TypeKnown) = (isDense, true);
        return true;
    }

    public bool SetWhole(bool isWhole)
    {
        whole = isWhole;
        return true;
    }

    /// <summary>Reads the matrix.</summary>
    public bool Read()
    {
        bool first = true;
        if (!json.Take('['))
            return false;
        if (!TypeKnown)
            kept = [];
        while (json.NextElement(ref first) && !bag.IsFull)
        {
            int line = json.Line, column = json.Column;
            if (!ReadElement())
                return false;
            if (kept is not null)
                kept.Add(([.. element], line));
            else if (!Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(element), line, column))
                return false;
        }

        return !json.Failed;
    }

    /// <summary>Works off what was read before it was known how it is written, and what the type of the elements forbids.</summary>
    public void Resolve()
    {
        foreach (var (values, line) in kept ?? [])
        {
            if (!Add(values, line, 1))
                return;
        }

        if (whole == true && anyBroken)
            bag.Add(MicrobiomeDiagnostics.NotWhole, brokenLine, 1, "A value is not whole, though matrix_element_type is int.");
    }

    /// <summary>Whether all indices lie inside the matrix.</summary>
    public void CheckReach(int rows, int columns)
    {
        if (lastRow.Row >= rows)
            bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, lastRow.Line, 1, $"Row {lastRow.Row} does not exist; there are {rows} rows, counted from 0.");
        if (lastColumn.Column >= columns)
            bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, lastColumn.Line, 1, $"Column {lastColumn.Column} does not exist; there are {columns} columns, counted from 0.");
        if (dense && (denseRows != rows || lastColumn.Column + 1 != columns) && !bag.HasErrors)
            bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, lastRow.Line, 1, $"The dense matrix has {denseRows} rows of {lastColumn.Column + 1}; there should be {rows} of {columns}.");
    }

    private bool ReadElement()
    {
        bool first = true;
        element.Clear();
        if (!json.Take('['))
            return false;
        while (json.NextElement(ref first))
        {
            if (!json.TryNumber(out double value))
                return false;
            if (element.Count > MaxColumns)
                return TooLarge();
            element.Add(value);
        }

        return !json.Failed;
    }

    private bool Add(ReadOnlySpan<double> values, int line, int column)
    {
        if (dense)
            return AddDense(values, line, column);
        if (values.Length != 3 || values[0] != Math.Floor(values[0]) || values[1] != Math.Floor(values[1]) || values[0] < 0 || values[1] < 0)
        {
            bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, line, column, "An entry of a sparse matrix is row, column and value.");
            return !bag.IsFull;
        }

        if (values[0] >= MaxRows || values[1] >= MaxColumns)
            return TooLarge();
        return Put((int)values[0], (int)values[1], values[2], line, column);
    }

    private bool AddDense(ReadOnlySpan<double> values, int line, int column)
    {
        if (denseRows > 0 && values.Length != lastColumn.Column + 1)
        {
            bag.Add(MicrobiomeDiagnostics.CellCount, line, column, $"The row has {values.Length} values; the first has {lastColumn.Column + 1}.");
            return false;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!Put(denseRows, i, values[i], line, column))
                return false;
        }

        denseRows++;
        return true;
    }

    private bool Put(int row, int sample, double value, int line, int column)
    {
        if (row > lastRow.Row)
            lastRow = (row, line);
        if (sample > lastColumn.Column)
            lastColumn = (sample, line);
        if (!double.IsFinite(value) || value > DelimitedLine.MaxAmount)
            bag.Add(MicrobiomeDiagnostics.NotFinite, line, column, "The number is not finite, or far too large.");
        else if (value < 0)
            bag.Add(MicrobiomeDiagnostics.Negative, line, column, "The number is below 0.", "Abundances are 0 or more.");
        else if (value > 0 && !builder.Put(sample, row, value))
            bag.Add(MicrobiomeDiagnostics.DuplicateCell, line, column, $"Row {row}, column {sample} is there twice.");
        if (value != Math.Floor(value) && !anyBroken)
            (anyBroken, brokenLine) = (true, line);
        return !bag.IsFull;
    }

    private bool TooLarge()
    {
        bag.Add(MicrobiomeDiagnostics.TooLarge, json.Line, json.Column, "The table has more than ten million rows or a million samples.");
        return false;
    }
}
