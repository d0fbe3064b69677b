using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>Every diagnostic code of microbiome inputs, with severity, meaning and remedy; the table of <c>docs/microbiome.md</c> is made from it.</summary>
internal static class MicrobiomeDiagnostics
{
    public const string NotRecognized = "GS3001";
    public const string BiomHdf5 = "GS3002";
    public const string Compressed = "GS3003";
    public const string Empty = "GS3004";
    public const string WrongDelimiter = "GS3005";
    public const string BadHeader = "GS3006";
    public const string Truncated = "GS3007";
    public const string CellCount = "GS3008";
    public const string NotANumber = "GS3009";
    public const string NotFinite = "GS3010";
    public const string Negative = "GS3011";
    public const string PercentForFraction = "GS3012";
    public const string FractionForPercent = "GS3013";
    public const string SumMismatch = "GS3014";
    public const string DuplicateTaxon = "GS3015";
    public const string DuplicateSample = "GS3016";
    public const string DuplicateCell = "GS3017";
    public const string SampleNotChosen = "GS3018";
    public const string SampleUnknown = "GS3019";
    public const string OutOfRange = "GS3020";
    public const string LineTooLong = "GS3021";
    public const string TooManyFaults = "GS3022";
    public const string Binary = "GS3023";
    public const string NotJson = "GS3024";
    public const string BiomProperty = "GS3025";
    public const string IndexOutOfRange = "GS3026";
    public const string BadLineage = "GS3027";
    public const string UnknownRank = "GS3028";
    public const string BadIndentation = "GS3029";
    public const string TaxonomyOnly = "GS3030";
    public const string NotWhole = "GS3031";
    public const string NoAbundances = "GS3032";
    public const string TooLarge = "GS3033";
    public const string DamagedGzip = "GS3034";
    public const string Workbook = "GS3035";
    public const string OtherProgram = "GS3036";
    public const string PercentForReads = "GS3037";
    public const string NoRanks = "GS3038";
    public const string MixedRanks = "GS3039";
    public const string NotUtf8 = "GS3101";
    public const string FeatureWithoutTaxonomy = "GS3102";
    public const string ArbitraryUnit = "GS3103";
    public const string EmptySample = "GS3104";
    public const string SizesPooled = "GS3105";
    public const string ForeignIds = "GS3106";
    public const string BiomDescription = "GS3107";
    public const string SamplesInRows = "GS3108";
    public const string ShortHeader = "GS3109";
    public const string SumsOff = "GS3110";
    public const string ReadsLost = "GS3111";
    public const string PartOfWhole = "GS3112";
    public const string ColumnsIgnored = "GS3113";

    /// <summary>All codes in order.</summary>
    public static ImmutableArray<DiagnosticDescription> All { get; } =
    [
        Error(NotRecognized, "None of the known formats", "Check that it is the profiler's own output; name the format if it is an unusual variant."),
        Error(BiomHdf5, "A BIOM 2 file (HDF5) that is damaged, or another HDF5 file", "Copy it again, or convert it: biom convert -i table.biom -o table.json.biom --table-type=\"OTU table\" --to-json"),
        Error(Compressed, "An archive, or packed by another program than gzip (zip, .qza, bzip2, xz, zstd)", "Unpack it first; of a .qza take the file in its data folder."),
        Error(Empty, "Nothing in it", "Give the whole file."),
        Error(WrongDelimiter, "Cells separated by something other than the format's tab", "Save it with tabs between the cells."),
        Error(BadHeader, "The header lacks what the format needs", "Compare the first lines with the profiler's own output."),
        Error(Truncated, "The file ends too early", "Copy it again, whole."),
        Error(CellCount, "A row with too few or too many cells", "Compare it with the header."),
        Error(NotANumber, "A text or an empty cell where a number is needed", "Write numbers as 12.5 or 1e-5, with a point and without spaces inside; 0 where nothing was found."),
        Error(NotFinite, "NaN, infinity or a number too large", "Write a finite number; 0 where nothing was found."),
        Error(Negative, "A number below 0", "Abundances are 0 or more."),
        Error(PercentForFraction, "Percent where a fraction is needed", "Divide by 100, or give the profiler's own output."),
        Error(FractionForPercent, "Fractions where percent is needed", "Multiply by 100, or give the profiler's own output."),
        Error(SumMismatch, "Parts that do not add up to their whole, by more than the program's rounding", "Rows are missing, or numbers were changed: give the profiler's own output, whole."),
        Error(DuplicateTaxon, "The same taxon or feature twice (two ids are two taxa)", "Keep one of the two rows."),
        Error(DuplicateSample, "The same sample twice", "Rename or remove one of the two."),
        Error(DuplicateCell, "The same cell of the matrix twice", "Keep one of the two."),
        Error(SampleNotChosen, "A table of several samples, and none was chosen", "Name one of the samples."),
        Error(SampleUnknown, "A sample the table does not have", "Name one of the samples."),
        Error(OutOfRange, "A share above the whole", "Percent go from 0 to 100."),
        Error(LineTooLong, "A line longer than 4 million characters", "This is no table; give the profiler's own output."),
        Error(TooManyFaults, "More than 100 faults; the rest was not read", "Fix those listed first."),
        Error(Binary, "Control characters: not a text file", "Give the profiler's text output."),
        Error(NotJson, "Not JSON", "Fix the text at that place; nothing after it was read."),
        Error(BiomProperty, "A part of a BIOM table is missing, twice there or of the wrong type", "See the BIOM specification."),
        Error(IndexOutOfRange, "A row or column the matrix does not have", "Compare shape, rows, columns and data."),
        Error(BadLineage, "A lineage that cannot be read", "Ranks go from wide to narrow, each with its prefix: k__…|p__…|c__…"),
        Error(UnknownRank, "A rank the format does not have", "Kraken and Bracken know U, R, D, K, P, C, O, F, G, S, each with a digit after it for ranks between."),
        Error(BadIndentation, "A taxon indented under nothing", "Kraken indents by two spaces a level: keep the leading spaces of the names."),
        Error(TaxonomyOnly, "A taxonomy without abundances", "Give the feature table, and this file as its taxonomy (gutskin microbiome TABLE --taxonomy FILE)."),
        Error(NotWhole, "A number with decimals where a count is needed", "Give the counts, not shares made from them."),
        Error(NoAbundances, "No row with an abundance", "Give the whole file."),
        Error(TooLarge, "More than a million samples or ten million rows", "Split the table."),
        Error(DamagedGzip, "A gzip file that is damaged or cut off", "Copy it again, whole; gzip -t tells whether a copy is sound."),
        Error(Workbook, "A workbook of a spreadsheet program, or an object that R saved", "Save it as text with tabs between the cells (or CSV)."),
        Error(OtherProgram, "The output of a program whose files are not read", "The message names the program and the way to convert its output."),
        Error(PercentForReads, "Percentages where numbers of reads are needed", "Give the counts: kreport2mpa.py without --percentages, or the Kraken report itself."),
        Error(NoRanks, "A report that says no ranks", "Use a database whose taxonomy has ranks, or names with rank prefixes (g__…)."),
        Error(MixedRanks, "Names of several ranks that hold one another, without lineages", "Give the table with lineages, or the rows of one rank."),
        Warning(NotUtf8, "Bytes that are not UTF-8", "Names with these characters may not be found; save the file as UTF-8."),
        Warning(FeatureWithoutTaxonomy, "Features the taxonomy does not have", "They count in diversity, and as unclassified in shares; what was not found is unknown."),
        Warning(ArbitraryUnit, "Numbers that are neither counts nor shares", "Only their proportions are used."),
        Warning(EmptySample, "A sample in which nothing was found", "Nothing can be measured in it."),
        Warning(SizesPooled, "Sizes pooled over all samples", "Give the shared file for single samples."),
        Warning(ForeignIds, "Ids that are not NCBI's", "They tell taxa apart; taxa are looked up by name."),
        Warning(BiomDescription, "A descriptive part of a BIOM table is missing", "See the BIOM specification."),
        Warning(SamplesInRows, "Samples in rows, taxa in columns", "It was read that way round."),
        Warning(ShortHeader, "A header one cell short, as R's write.table makes it", "It was read with the names moved by one; col.names = NA writes the corner."),
        Warning(SumsOff, "Clades between that do not add up, though the species are complete", "Some databases have such lineages (MetaPhlAn vOct22); the species are used."),
        Warning(ReadsLost, "Reads that are in no row of a Kraken report", "Kraken 2 leaves them out; shares are of the reads in the rows."),
        Warning(PartOfWhole, "Percentages that add up to less than 100", "Rows were left out; shares are of the rows that are there."),
        Warning(ColumnsIgnored, "Columns that are neither samples nor taxonomy, or a row of sums", "They were not read."),
    ];

    /// <summary>The severity of a code.</summary>
    public static DiagnosticSeverity SeverityOf(string code) =>
        string.CompareOrdinal(code, "GS31") < 0 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    private static DiagnosticDescription Error(string code, string meaning, string remedy) =>
        new(code, DiagnosticSeverity.Error, meaning, remedy);

    private static DiagnosticDescription Warning(string code, string meaning, string remedy) =>
        new(code, DiagnosticSeverity.Warning, meaning, remedy);
}
