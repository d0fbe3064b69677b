namespace GutSkin.Microbiome;

/// <summary>
/// Reads the files of sequencing laboratories and pipelines. Every fault of a file is a diagnostic with its line; a file with an
/// error gives no profile at all, so that no part passes for the whole. Only what the stream itself throws comes through.
/// The reader reads to the end and closes nothing.
/// </summary>
public static class TaxonomicProfileReader
{
    /// <summary>Reads one sample.</summary>
    /// <param name="input">The text.</param>
    /// <param name="options">Format, sample and taxonomy; null = found out, the only one, none.</param>
    /// <returns>The profile, or every fault found.</returns>
    public static ReadResult<TaxonomicProfile> Read(TextReader input, TaxonomicReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return First(ReadDispatcher.Read(new TextSource(input), options ?? new TaxonomicReadOptions(), single: true));
    }

    /// <summary>Reads one sample. Of a seekable stream only that sample is kept in memory, however large the table.</summary>
    /// <param name="input">The file, packed with gzip or not; texts in UTF-8 (a byte-order mark may name another encoding).</param>
    /// <param name="options">Format, sample and taxonomy; null = found out, the only one, none.</param>
    /// <returns>The profile, or every fault found.</returns>
    public static ReadResult<TaxonomicProfile> Read(Stream input, TaxonomicReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return First(ReadDispatcher.Read(input, options ?? new TaxonomicReadOptions(), single: true));
    }

    /// <summary>Reads all samples of a table.</summary>
    /// <param name="input">The text.</param>
    /// <param name="options">Format and taxonomy; the sample is ignored.</param>
    /// <returns>The table, or every fault found.</returns>
    public static ReadResult<TaxonomicTable> ReadTable(TextReader input, TaxonomicReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ReadDispatcher.Read(new TextSource(input), options ?? new TaxonomicReadOptions(), single: false);
    }

    /// <summary>Reads all samples of a table; twelve bytes are kept for each amount that is not 0.</summary>
    /// <param name="input">The file, packed with gzip or not; texts in UTF-8 (a byte-order mark may name another encoding).</param>
    /// <param name="options">Format and taxonomy; the sample is ignored.</param>
    /// <returns>The table, or every fault found.</returns>
    public static ReadResult<TaxonomicTable> ReadTable(Stream input, TaxonomicReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ReadDispatcher.Read(input, options ?? new TaxonomicReadOptions(), single: false);
    }

    /// <summary>Finds out the format from the beginning of a text; the text cannot be read again after that.</summary>
    /// <param name="input">The text.</param>
    /// <returns>The format; <see cref="TaxonomicFormat.Unknown"/> where it is none of the known ones.</returns>
    public static TaxonomicFormat DetectFormat(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return FormatDetector.Detect(new TextSource(input)).Format;
    }

    /// <summary>Finds out the format from the beginning of a file; a seekable stream is put back to where it was.</summary>
    /// <param name="input">The file.</param>
    /// <returns>The format; <see cref="TaxonomicFormat.Unknown"/> where it is none of the known ones.</returns>
    public static TaxonomicFormat DetectFormat(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var bytes = InputBytes.Of(input);
        var format = bytes.Kind switch
        {
            InputKind.Text => FormatDetector.Detect(new TextSource(bytes)).Format,
            InputKind.Hdf5 => TaxonomicFormat.BiomHdf5,
            _ => TaxonomicFormat.Compressed,
        };
        bytes.GoBack();
        return format;
    }

    private static ReadResult<TaxonomicProfile> First(ReadResult<TaxonomicTable> table) =>
        table.Success ? ReadResult.Of(table.Value[0], table.Diagnostics) : ReadResult.Failed<TaxonomicProfile>(table.Diagnostics);
}

/// <summary>How to read a file.</summary>
public sealed record TaxonomicReadOptions
{
    /// <summary>The format; null (the default) = found out from the first lines.</summary>
    public TaxonomicFormat? Format { get; init; }

    /// <summary>The sample of a table to read; null (the default) = the only one there is.</summary>
    public string? Sample { get; init; }

    /// <summary>What the features of a table are, for formats that keep this in a second file; null (the default) = none.</summary>
    public FeatureTaxonomy? Taxonomy { get; init; }

    /// <summary>The name of the file, for diagnostics only; null (the default) = none.</summary>
    public string? FileName { get; init; }
}
