namespace GutSkin.Microbiome;

/// <summary>
/// mothur shared files: a row a sample and distance label, a column an OTU (https://mothur.org/wiki/shared_file/); relabund files, the same
/// with shares; and tshared files, a row an OTU of a sample. Where a file has several labels, samples are named <c>label/Group</c>.
/// </summary>
internal sealed class MothurReader(TextSource source, TableBuilder builder)
{
    private const int Names = 3;
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly SampleRows samples = new(builder);
    private readonly List<(string Label, string Group)> names = [];
    private readonly Dictionary<string, int> features = new(StringComparer.Ordinal);
    private int columns;
    private int missing;
    private bool isList;

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

        if (missing > 0)
            bag.Add(MicrobiomeDiagnostics.FeatureWithoutTaxonomy, 1, 1, $"{missing} OTUs are not in the taxonomy.");
        bool labels = names.Select(s => s.Label).Distinct().Skip(1).Any();
        samples.Finish(labels ? i => $"{names[i].Label}/{names[i].Group}" : null, 1);
    }

    private bool ReadHeader()
    {
        while (source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            cells.Split(line, '\t');
            cells.DropEmptyLast(line);
            columns = cells.Count;
            isList = columns == 4 && cells.Get(line, 3).Equals("Abundance", StringComparison.OrdinalIgnoreCase);
            if (columns < 4)
            {
                bool other = line.ContainsAny(",; ");
                bag.Add(other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header with label, Group, numOtus and OTUs separated by tabs is missing.");
                return false;
            }

            for (int i = Names; i < columns && !isList && !bag.IsFull; i++)
            {
                int count = features.Count;
                if (FeatureOf(cells.Get(line, i).ToString()) < count)
                    bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(i), $"{FileFaults.Quote(cells.Get(line, i))} is there twice.");
            }

            return !bag.HasErrors;
        }

        return false;
    }

    private int FeatureOf(string feature)
    {
        if (features.TryGetValue(feature, out int known))
            return known;
        string? lineage = builder.Options.Taxonomy?.LineageOf(feature);
        bool isMissing = lineage is null && builder.Options.Taxonomy is not null;
        string path = lineage is null ? "" : LineageText.ToPath(lineage);
        int row = builder.AddRow(path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path), feature, source.Line);
        if (isMissing)
        {
            missing++;
            builder.MarkUnclear(row, feature);
        }

        return features[feature] = row;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (!cells.Expect(line, columns, source, bag, $"the header has {columns}"))
            return;
        string label = cells.Get(line, 0).ToString(), group = cells.Get(line, 1).ToString();
        if (isList)
        {
            if (names.Count == 0 || names[^1] != (label, group))
                Begin(label, group);
            if (cells.TryReads(line, Names, source.Line, bag, out double reads))
                samples.Put(FeatureOf(cells.Get(line, 2).ToString()), reads);
            return;
        }

        if (!cells.TryAmount(line, 2, source.Line, bag, out double otus))
            return;
        if (otus != columns - Names)
        {
            bag.Add(MicrobiomeDiagnostics.CellCount, source.Line, cells.Column(2), $"numOtus is not the number of OTUs, {columns - Names}.");
            return;
        }

        Begin(label, group);
        ReadCounts(line);
    }

    private void Begin(string label, string group)
    {
        names.Add((label, group));
        samples.Begin(group, $"{label}/{group}");
    }

    // Counts; or shares that add up to 1, as relabund files have them.
    private void ReadCounts(ReadOnlySpan<char> line)
    {
        double sum = 0;
        int broken = -1;
        for (int i = Names; i < columns; i++)
        {
            if (!cells.TryAmount(line, i, source.Line, bag, out double count))
                return;
            if (count != Math.Floor(count) && broken < 0)
                broken = i;
            sum += count;
            samples.Put(i - Names, count);
        }

        if (broken >= 0 && Math.Abs(sum - 1) > 0.02)
            bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(broken), "The count is not whole, and the row is no relabund row, whose shares add up to 1.", "Give the .shared file.");
    }
}
