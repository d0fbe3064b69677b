namespace GutSkin.Microbiome;

/// <summary>
/// mothur shared files: a row a sample and distance label, a column an OTU (https://mothur.org/wiki/shared_file/). Where a file has
/// several labels, samples are named <c>label/Group</c>.
/// </summary>
internal sealed class MothurSharedReader(TextSource source, TableBuilder builder)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly Cells cells = new();
    private readonly List<(string Label, string Group, int Line, SampleRow? Row)> samples = [];
    private int columns;

    public void Read()
    {
        builder.Profiler = "mothur";
        if (!ReadHeader())
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace())
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (samples.Count == 0)
        {
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The file has a header and no rows.");
            return;
        }

        bool labels = samples.Select(s => s.Label).Distinct().Skip(1).Any();
        if (!builder.Select([.. samples.Select(s => labels ? $"{s.Label}/{s.Group}" : s.Group)], 1))
            return;
        for (int i = 0; i < samples.Count; i++)
            samples[i].Row?.CopyTo(builder, i);
    }

    private bool ReadHeader()
    {
        while (source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            cells.Split(line, '\t');
            cells.DropBlankLast(line);
            columns = cells.Count;
            if (columns < 4)
            {
                bool other = line.ContainsAny(",; ");
                bag.Add(other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header with label, Group, numOtus and OTUs parted by tabs is missing.");
                return false;
            }

            return AddFeatures(line);
        }

        return false;
    }

    private bool AddFeatures(ReadOnlySpan<char> line)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int missing = 0;
        for (int i = 3; i < columns && !bag.IsFull; i++)
        {
            string feature = cells.Get(line, i).ToString();
            if (!seen.Add(feature))
                bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(i), $"{FileFaults.Quote(feature)} is there twice.");
            string? lineage = builder.Options.Taxonomy?.LineageOf(feature);
            missing += lineage is null && builder.Options.Taxonomy is not null ? 1 : 0;
            string path = lineage is null ? "" : LineageText.ToPath(lineage);
            builder.AddRow(path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path), feature, source.Line);
        }

        if (missing > 0)
            bag.Add(MicrobiomeDiagnostics.FeatureWithoutTaxonomy, source.Line, 1, $"{missing} OTUs are not in the taxonomy.");
        return !bag.HasErrors;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (cells.Count == columns + 1)
            cells.DropBlankLast(line);
        if (cells.Count != columns)
        {
            bool cut = source.LineEndMissing && cells.Count < columns;
            bool other = cells.Count == 1 && line.ContainsAny(",;");
            bag.Add(
                cut ? MicrobiomeDiagnostics.Truncated : other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.CellCount,
                source.Line,
                1,
                cut ? "The last row breaks off." : $"The row has {cells.Count} cells; the header has {columns}.");
            return;
        }

        if (!cells.TryAmount(line, 2, source.Line, bag, out double otus))
            return;
        if (otus != columns - 3)
        {
            bag.Add(MicrobiomeDiagnostics.CellCount, source.Line, cells.Column(2), $"numOtus is not the number of OTUs, {columns - 3}.");
            return;
        }

        string label = cells.Get(line, 0).ToString(), group = cells.Get(line, 1).ToString();
        // Only the row asked for is kept; which that is shows once the labels are known, so both spellings are.
        string? wanted = builder.Single ? builder.Options.Sample : null;
        bool keep = !builder.Single || wanted == group || wanted == $"{label}/{group}" || (wanted is null && samples.Count == 0);
        var row = keep ? new SampleRow() : null;
        for (int i = 3; i < columns; i++)
        {
            if (!cells.TryAmount(line, i, source.Line, bag, out double count))
                return;
            if (count != Math.Floor(count))
            {
                bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(i), "The count is not whole.");
                return;
            }

            if (count > 0)
                row?.Cells.Add((i - 3, count));
        }

        samples.Add((label, group, source.Line, row));
    }

    private sealed class SampleRow
    {
        public List<(int Row, double Count)> Cells { get; } = [];

        public void CopyTo(TableBuilder builder, int column)
        {
            foreach (var (row, count) in Cells)
                builder.Put(column, row, count);
        }
    }
}
