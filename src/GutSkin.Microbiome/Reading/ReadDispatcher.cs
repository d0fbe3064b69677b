namespace GutSkin.Microbiome;

/// <summary>Finds the reader of a file and runs it.</summary>
internal static class ReadDispatcher
{
    private const string Tabs = "Save it as text with tabs between the cells (or CSV), and give that file.";

    public static ReadResult<TaxonomicTable> Read(Stream stream, TaxonomicReadOptions options, bool single)
    {
        var bytes = InputBytes.Of(stream);
        if (bytes.Kind == InputKind.Text)
            return Read(new TextSource(bytes), options, single);
        var bag = new FileFaults(options.FileName);
        if (bytes.Kind == InputKind.Hdf5)
            return ReadHdf5(bytes, options, bag, single);
        Refuse(bytes.Kind, bag);
        return bag.ToResult<TaxonomicTable>(null);
    }

    // HDF5 is read here and there, so what cannot be read so is kept in memory, up to a limit.
    private static ReadResult<TaxonomicTable> ReadHdf5(InputBytes bytes, TaxonomicReadOptions options, FileFaults bag, bool single)
    {
        try
        {
            var stream = bytes.OpenSeekable();
            if (stream is null)
            {
                bag.Add(MicrobiomeDiagnostics.TooLarge, 1, 1, "A BIOM 2 file of more than 512 MB that is packed, or comes through a pipe, cannot be read.", "Unpack it, and give the file itself.");
                return bag.ToResult<TaxonomicTable>(null);
            }

            var builder = new TableBuilder(TaxonomicFormat.BiomHdf5, options, bag, single);
            new Biom2Reader(stream, builder).Read();
            return builder.Build(1);
        }
        catch (InvalidDataException)
        {
            Refuse(InputKind.DamagedGzip, bag);
            return bag.ToResult<TaxonomicTable>(null);
        }
    }

    public static ReadResult<TaxonomicTable> Read(TextSource source, TaxonomicReadOptions options, bool single)
    {
        var bag = new FileFaults(options.FileName);
        var (found, layout) = FormatDetector.Detect(source);
        // A file that cannot be text is refused for what it is, whatever format was named.
        var format = found is TaxonomicFormat.BiomHdf5 or TaxonomicFormat.Compressed ? found : options.Format ?? found;
        if (source.Head.Trim().IsEmpty)
        {
            bag.Add(source.Damaged ? MicrobiomeDiagnostics.DamagedGzip : MicrobiomeDiagnostics.Empty, 1, 1, source.Damaged ? "The gzip file is damaged or cut off." : "The file is empty.");
            return bag.ToResult<TaxonomicTable>(null);
        }

        var builder = new TableBuilder(format, options, bag, single);
        switch (format)
        {
            case TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged:
                new MetaPhlAnReader(source, builder).Read();
                break;
            case TaxonomicFormat.KrakenReport:
                new KrakenReportReader(source, builder).Read();
                break;
            case TaxonomicFormat.KrakenMpa:
                new KrakenMpaReader(source, builder).Read();
                break;
            case TaxonomicFormat.Bracken:
                new BrackenReader(source, builder).Read();
                break;
            case TaxonomicFormat.FeatureTable or TaxonomicFormat.SpeciesTable or TaxonomicFormat.Motus:
                ReadTable(source, builder, layout ?? TableLayout.Find(source.PeekLines()));
                break;
            case TaxonomicFormat.BiomJson:
                new BiomReader(source, builder).Read();
                break;
            case TaxonomicFormat.MothurShared:
                new MothurReader(source, builder).Read();
                break;
            case TaxonomicFormat.MothurTaxonomy or TaxonomicFormat.QiimeTaxonomy:
                new TaxonomyOnlyReader(source, builder).Read();
                break;
            case TaxonomicFormat.Taxpasta:
                new TaxpastaReader(source, builder).Read();
                break;
            case TaxonomicFormat.Cami:
                new CamiReader(source, builder).Read();
                break;
            default:
                Refuse(format, source, bag);
                break;
        }

        Finish(source, bag);
        return builder.Build(Math.Max(1, source.Line));
    }

    /// <summary>Faults of the text itself, whatever the format.</summary>
    public static void Finish(TextSource source, FileFaults bag)
    {
        if (source.Damaged)
            bag.Add(MicrobiomeDiagnostics.DamagedGzip, Math.Max(1, source.Line), 1, "The gzip file is damaged or cut off here.", "Copy it again, whole.");
        if (source.TooLong)
            bag.Add(MicrobiomeDiagnostics.LineTooLong, source.Line, 1, "The line is longer than 4 million characters.");
        if (source.ControlLine > 0)
            bag.Add(MicrobiomeDiagnostics.Binary, source.ControlLine, 1, "The line holds control characters: this is not a text file.");
        if (source.BadEncodingLine > 0)
            bag.Add(MicrobiomeDiagnostics.NotUtf8, source.BadEncodingLine, 1, "The line holds bytes that are not UTF-8.", "Save the file as UTF-8.");
    }

    private static void ReadTable(TextSource source, TableBuilder builder, TableLayout? layout)
    {
        if (layout is null)
        {
            bool tab = source.PeekLines().Exists(l => l.Contains('\t', StringComparison.Ordinal));
            builder.Bag.Add(
                tab ? MicrobiomeDiagnostics.BadHeader : MicrobiomeDiagnostics.WrongDelimiter,
                1,
                1,
                tab ? "The header with the samples is missing." : "The lines are no table: their cells are not separated by tabs, commas or semicolons, or there are not as many in each.",
                tab ? "Put a first line above the rows: a name for the first column, then the samples." : "Save the table with tabs between the cells.");
            return;
        }

        if (builder.Format == TaxonomicFormat.SpeciesTable)
            layout.TakeLabelsAsNames();
        else if (builder.Format == TaxonomicFormat.Motus)
            MotusNames(source, builder, layout);
        if (layout.SamplesInRows)
            new SampleRowsReader(source, builder, layout).Read();
        else
            new FeatureTableReader(source, builder, layout).Read();
    }

    // "# git tag version 3.0.3 | motus version 3.0.3 | … calc_motu 3.0.3 -k genus …": the version, and the rank where it is no mOTU.
    private static void MotusNames(TextSource source, TableBuilder builder, TableLayout layout)
    {
        builder.Profiler = "mOTUs";
        var rank = TaxonRank.None;
        foreach (string line in source.PeekLines().Where(l => l.StartsWith('#')))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (int i = 0; i + 1 < words.Length; i++)
            {
                if (words[i] == "-k" && rank == TaxonRank.None)
                    rank = RankText.RankOf(RankText.LetterOfWord(words[i + 1]), default);
                if (words[i] == "version" && i > 0 && words[i - 1] == "motus")
                    builder.Profiler = $"mOTUs {words[i + 1].Split('.')[0]}";
            }
        }

        layout.TakeLabelsAsNames(rank);
    }

    /// <summary>Says what a file that is no text is, and what to give instead.</summary>
    public static void Refuse(InputKind kind, FileFaults bag)
    {
        var (code, message, hint) = kind switch
        {
            InputKind.Workbook => (MicrobiomeDiagnostics.Workbook, "This is a workbook of a spreadsheet program.", Tabs),
            InputKind.RObject => (MicrobiomeDiagnostics.Workbook, "This is an object that R saved.", "Write it as text: write.table(x, \"table.tsv\", sep = \"\\t\", quote = FALSE, col.names = NA)."),
            InputKind.QiimeArtifact => (MicrobiomeDiagnostics.Compressed, "This is a QIIME 2 artifact (.qza).", "Export it: qiime tools export --input-path table.qza --output-path table; then give table/feature-table.biom, and taxonomy.tsv with --taxonomy."),
            InputKind.DamagedGzip => (MicrobiomeDiagnostics.DamagedGzip, "The gzip file is damaged or cut off.", "Copy it again, whole."),
            _ => (MicrobiomeDiagnostics.Compressed, "The file is an archive, or compressed by another program than gzip.", "Unpack it first, and give the profile or table in it."),
        };
        bag.Add(code, 1, 1, message, hint);
    }

    private static void Refuse(TaxonomicFormat format, TextSource source, FileFaults bag)
    {
        if (format == TaxonomicFormat.BiomHdf5)
            bag.Add(MicrobiomeDiagnostics.BiomHdf5, 1, 1, "This is a BIOM 2 file (HDF5), which is read from bytes, not from a text.", "Give it as a stream.");
        else if (format == TaxonomicFormat.Compressed)
            bag.Add(MicrobiomeDiagnostics.Compressed, 1, 1, "The file is compressed, and was given as a text.", "Give it as a stream, or unpack it first.");
        else if (OtherPrograms.Recognize(source.PeekLines()) is var (what, hint))
            bag.Add(MicrobiomeDiagnostics.OtherProgram, 1, 1, $"This is {what}, which is not read.", hint);
        else
            bag.Add(MicrobiomeDiagnostics.NotRecognized, 1, 1, "The file is none of the known formats.", $"Known are: {string.Join(", ", TaxonomicFormats.Names)}.");
    }
}
