namespace GutSkin.Microbiome;

/// <summary>Gathers taxa, rows and samples while a file is read.</summary>
internal sealed class TableBuilder(TaxonomicFormat format, TaxonomicReadOptions options, FileFaults bag, bool single)
{
    private const int MaxSamples = 1_000_000;
    private const int MaxRows = 10_000_000;
    private readonly List<SampleValues?> columns = [];
    private readonly List<int> rowTaxon = [];
    private readonly List<string?> rowFeature = [];
    private readonly Dictionary<int, string> unclearRows = [];

    public FileFaults Bag => bag;

    public TaxonomicReadOptions Options => options;

    /// <summary>Whether one sample is asked for, not the whole table.</summary>
    public bool Single => single;

    public TaxonomicFormat Format { get; set; } = format;

    public TaxonTreeBuilder Tree { get; } = new();

    public string? Profiler { get; set; }

    public string? Database { get; set; }

    public bool RowsAreClades { get; set; }

    public TaxonRank? RowRank { get; set; }

    public bool? Viruses { get; set; }

    public bool GeneraFromNames { get; set; }

    /// <summary>Whether what was not classified is beside the rows, so that shares are of the rest.</summary>
    public bool UnclassifiedIsApart { get; set; }

    /// <summary>Whether diversity is that of taxa at one rank, though rows are parts of any rank.</summary>
    public bool FeaturesAreTaxa { get; set; }

    /// <summary>Whether some number of the table is not whole, in whatever sample.</summary>
    public bool HasDecimals { get; set; }

    /// <summary>The unit the format prescribes; null = found out from the numbers.</summary>
    public AbundanceUnit? Unit { get; set; }

    /// <summary>Whether the samples are known.</summary>
    public bool Selected { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Rows => rowTaxon.Count;

    /// <summary>The samples that are kept, with their columns.</summary>
    public IEnumerable<(int Column, SampleValues Values)> Kept => columns.Index().Where(c => c.Item is not null).Select(c => (c.Index, c.Item!));

    /// <summary>Names the samples, and decides which are kept.</summary>
    /// <returns>Whether there is something to keep.</returns>
    public bool Select(IReadOnlyList<string?> names, int line)
    {
        Selected = true;
        if (names.Count > MaxSamples)
        {
            bag.Add(MicrobiomeDiagnostics.TooLarge, line, 1, "The table has more than a million samples.");
            return false;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? name in names)
        {
            if (name is not null && !known.Add(name))
                bag.Add(MicrobiomeDiagnostics.DuplicateSample, line, 1, $"The sample {FileFaults.Quote(name)} is there twice.");
        }

        while (columns.Count < names.Count)
            columns.Add(new SampleValues());
        for (int i = 0; i < names.Count; i++)
            columns[i]!.Name = names[i];
        if (!single || (names.Count == 1 && (options.Sample is null || names[0] is null)))
            return names.Count > 0;
        int wanted = options.Sample is null ? -1 : IndexOf(names, options.Sample);
        if (wanted < 0)
        {
            ReportSamples(names, line);
            return false;
        }

        for (int i = 0; i < columns.Count; i++)
        {
            if (i != wanted)
                columns[i] = null;
        }

        return true;
    }

    /// <summary>Adds a row; -1 where there are too many.</summary>
    public int AddRow(int taxon, string? feature, int line)
    {
        if (rowTaxon.Count == MaxRows)
        {
            bag.Add(MicrobiomeDiagnostics.TooLarge, line, 1, "The table has more than ten million rows.");
            return -1;
        }

        rowTaxon.Add(taxon);
        rowFeature.Add(feature);
        return rowTaxon.Count - 1;
    }

    /// <summary>The taxon of a row.</summary>
    public int TaxonOf(int row) => rowTaxon[row];

    /// <summary>Notes that the name of a row was not understood.</summary>
    public void MarkUnclear(int row, ReadOnlySpan<char> name) => unclearRows.TryAdd(row, name.ToString());

    /// <summary>Whether a column is kept.</summary>
    public bool Keeps(int column) => column >= columns.Count ? !Selected : columns[column] is not null;

    /// <summary>Puts an amount into the matrix; false where it is there already or out of reach.</summary>
    public bool Put(int column, int row, double value)
    {
        if (column >= columns.Count)
        {
            if (Selected || column >= MaxSamples)
                return true;
            while (columns.Count <= column)
                columns.Add(new SampleValues());
        }

        return columns[column] is not { } sample || sample.Add(row, value);
    }

    /// <summary>Adds to the unclassified part of a sample.</summary>
    public void PutUnclassified(int column, double value)
    {
        if (column < columns.Count && columns[column] is { } sample)
            sample.Unclassified = double.IsNaN(sample.Unclassified) ? value : sample.Unclassified + value;
    }

    /// <summary>The table, or the faults.</summary>
    public ReadResult<TaxonomicTable> Build(int lastLine)
    {
        if (bag.HasErrors)
            return bag.ToResult<TaxonomicTable>(null);
        SampleValues[] kept = [.. Kept.Select(k => k.Values)];
        foreach (var sample in kept)
        {
            sample.Trim();
            if (sample.Sum == 0 && !(sample.Unclassified > 0))
                bag.Add(MicrobiomeDiagnostics.EmptySample, lastLine, 1, $"Nothing was found in the sample {FileFaults.Quote(sample.Name ?? "")}.");
        }

        var unit = Unit ?? UnitOf(kept, lastLine);
        var info = new TableInfo
        {
            Format = Format,
            Profiler = Profiler,
            Database = Database,
            Unit = unit,
            RowsAreClades = RowsAreClades,
            RowRank = RowRank,
            Viruses = Viruses,
            GeneraFromNames = GeneraFromNames,
            UnclassifiedIsApart = UnclassifiedIsApart,
            FeaturesAreTaxa = FeaturesAreTaxa || RowsAreClades,
            UnclearRows = unclearRows,
            Notices = bag.Notices,
            Set = Tree.Build(),
            RowTaxon = [.. rowTaxon],
            RowFeature = [.. rowFeature],
        };
        return bag.ToResult(new TaxonomicTable(info, kept));
    }

    private static int IndexOf(IReadOnlyList<string?> names, string wanted)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == wanted)
                return i;
        }

        return -1;
    }

    private AbundanceUnit UnitOf(SampleValues[] kept, int lastLine)
    {
        if (!HasDecimals && kept.All(s => s.Whole))
            return AbundanceUnit.Reads;
        if (kept.All(s => s.Count == 0 || Math.Abs(Total(s) - 1) < 0.02))
            return AbundanceUnit.Fraction;
        if (kept.All(s => s.Count == 0 || Math.Abs(Total(s) - 100) < 2))
            return AbundanceUnit.Percent;
        bag.Add(MicrobiomeDiagnostics.ArbitraryUnit, lastLine, 1, "The numbers are neither whole nor shares of a whole.", "Only their proportions are used.");
        return AbundanceUnit.Arbitrary;
    }

    // Of rows that hold one another, those at the top; with what was not classified.
    private double Total(SampleValues sample)
    {
        double total = double.IsNaN(sample.Unclassified) ? 0 : sample.Unclassified;
        if (!RowsAreClades)
            return total + sample.Sum;
        HashSet<int> listed = [.. rowTaxon];
        for (int i = 0; i < sample.Count; i++)
        {
            int taxon = rowTaxon[sample.Rows[i]];
            int parent = taxon < 0 ? -1 : Tree.ParentOf(taxon);
            while (parent >= 0 && !listed.Contains(parent))
                parent = Tree.ParentOf(parent);
            total += parent < 0 ? sample.Values[i] : 0;
        }

        return total;
    }

    private void ReportSamples(IReadOnlyList<string?> names, int line)
    {
        const int shown = 20;
        var some = names.Where(n => n is not null).Take(shown).Select(n => FileFaults.Quote(n));
        string list = string.Join(", ", some) + (names.Count > shown ? $" and {names.Count - shown} more" : "");
        if (options.Sample is not { } wanted)
            bag.Add(MicrobiomeDiagnostics.SampleNotChosen, line, 1, $"The table has {names.Count} samples, and none was chosen.", $"Name one of: {list}.");
        else
            bag.Add(MicrobiomeDiagnostics.SampleUnknown, line, 1, $"The table has no sample {FileFaults.Quote(wanted)}.", FileFaults.Nearest(wanted, names.OfType<string>().Take(10_000)) ?? $"It has: {list}.");
    }
}

/// <summary>The amounts of one sample, those that are not 0: twelve bytes each.</summary>
internal sealed class SampleValues
{
    private int[] rows = [];
    private double[] values = [];
    private HashSet<int>? seen;

    /// <summary>The name of the sample; null where the file has none.</summary>
    public string? Name { get; set; }

    /// <summary>The unclassified part in the file's own measure; NaN = not given.</summary>
    public double Unclassified { get; set; } = double.NaN;

    /// <summary>Whether all amounts are whole numbers.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>The sum of the amounts.</summary>
    public double Sum { get; private set; }

    /// <summary>How many amounts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows, in the order of the file.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    /// <summary>The amounts beside <see cref="Rows"/>.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, Count);

    /// <summary>Adds an amount; false where the row has one already.</summary>
    public bool Add(int row, double value)
    {
        if (Count > 0 && (seen is not null || row <= rows[Count - 1]))
        {
            // Out of order: from here on a set tells whether a row comes twice.
            seen ??= [.. Rows];
            if (!seen.Add(row))
                return false;
        }

        if (Count == rows.Length)
        {
            int size = Math.Max(16, rows.Length + (rows.Length / 2));
            Array.Resize(ref rows, size);
            Array.Resize(ref values, size);
        }

        (rows[Count], values[Count]) = (row, value);
        Count++;
        Sum += value;
        Whole &= value == Math.Floor(value);
        return true;
    }

    /// <summary>Lets go of what is only needed while reading.</summary>
    public void Trim()
    {
        seen = null;
        Array.Resize(ref rows, Count);
        Array.Resize(ref values, Count);
    }
}
