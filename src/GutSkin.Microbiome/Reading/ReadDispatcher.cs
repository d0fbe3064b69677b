namespace GutSkin.Microbiome;

/// <summary>Finds the reader of a file and runs it.</summary>
internal static class ReadDispatcher
{
    public static ReadResult<TaxonomicTable> Read(TextSource source, TaxonomicReadOptions options, bool single)
    {
        var bag = new FileFaults(options.FileName);
        var found = FormatDetector.Detect(source.Head);
        // A file that cannot be text is refused for what it is, whatever format was named.
        var format = found is TaxonomicFormat.BiomHdf5 or TaxonomicFormat.Compressed ? found : options.Format ?? found;
        if (source.Head.Trim().IsEmpty)
        {
            bag.Add(MicrobiomeDiagnostics.Empty, 1, 1, "The file is empty.");
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
            case TaxonomicFormat.FeatureTable or TaxonomicFormat.SpeciesTable:
                new FeatureTableReader(source, builder).Read();
                break;
            case TaxonomicFormat.BiomJson:
                new BiomReader(source, builder).Read();
                break;
            case TaxonomicFormat.MothurShared:
                new MothurSharedReader(source, builder).Read();
                break;
            case TaxonomicFormat.MothurTaxonomy or TaxonomicFormat.QiimeTaxonomy:
                new TaxonomyOnlyReader(source, builder).Read();
                break;
            default:
                Refuse(format, bag);
                break;
        }

        Finish(source, bag);
        return builder.Build(Math.Max(1, source.Line));
    }

    /// <summary>Faults of the text itself, whatever the format.</summary>
    public static void Finish(TextSource source, FileFaults bag)
    {
        if (source.TooLong)
            bag.Add(MicrobiomeDiagnostics.LineTooLong, source.Line, 1, "The line is longer than 4 million characters.");
        if (source.ControlLine > 0)
            bag.Add(MicrobiomeDiagnostics.Binary, source.ControlLine, 1, "The line holds control characters: this is not a text file.");
        if (source.BadEncodingLine > 0)
            bag.Add(MicrobiomeDiagnostics.NotUtf8, source.BadEncodingLine, 1, "The line holds bytes that are not UTF-8.");
    }

    private static void Refuse(TaxonomicFormat format, FileFaults bag)
    {
        if (format == TaxonomicFormat.BiomHdf5)
        {
            bag.Add(
                MicrobiomeDiagnostics.BiomHdf5,
                1,
                1,
                "This is a BIOM 2 file (HDF5), which cannot be read here.",
                "Convert it with: biom convert -i table.biom -o table.json.biom --table-type=\"OTU table\" --to-json");
        }
        else if (format == TaxonomicFormat.Compressed)
        {
            bag.Add(MicrobiomeDiagnostics.Compressed, 1, 1, "The file is compressed.", "Unpack it first; of a .qza take the file in its data folder.");
        }
        else
        {
            bag.Add(
                MicrobiomeDiagnostics.NotRecognized,
                1,
                1,
                "The file is none of the known formats.",
                $"Known are: {string.Join(", ", TaxonomicFormats.Names)}.");
        }
    }
}
