using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GutSkin.Microbiome;

/// <summary>What the cells and titles of a table look like: taxa, features, samples, taxonomy, or something else.</summary>
internal static partial class TableText
{
    private static readonly SearchValues<char> LineageMarks = SearchValues.Create(";|,_:=");
    private static readonly SearchValues<char> Nucleotides = SearchValues.Create("ACGTNacgtn");

    private static readonly FrozenSet<string> FeatureTitles = Set(
        "otu", "otu id", "otuid", "otu_id", "otus", "feature", "feature id", "featureid", "feature_id", "feature-id", "asv", "asv id", "asv_id", "asvid", "name", "taxonomy", "taxon",
        "taxa", "id", "clade_name", "clade", "species", "genus", "family", "order", "class", "phylum", "motu", "consensus_taxonomy", "representative_sequence", "lineage", "classification");

    private static readonly FrozenSet<string> SampleTitles = Set(
        "sample", "samples", "sampleid", "sample id", "sample_id", "sample-id", "sample name", "sample_name", "sample-name", "samplename", "index", "subject", "subjectid", "subject_id", "run");

    private static readonly FrozenSet<string> TaxonomyTitles = Set(
        "taxonomy", "taxon", "consensus lineage", "consensuslineage", "consensus.lineage", "consensus_lineage", "consensus_taxonomy", "lineage", "classification", "tax", "taxonomic lineage", "full taxonomy");

    private static readonly FrozenSet<string> IdTitles = Set("ncbi_tax_id", "ncbi_taxid", "ncbi tax id", "taxonomy_id", "tax_id", "taxid", "clade_taxid", "ncbi_taxon_id");

    private static readonly FrozenSet<string> OtherTitles = Set(
        "confidence", "consensus", "sequence", "seq", "total", "sum", "rowsum", "size", "otu_size", "additional_species", "rank", "id_lineage", "rank_lineage");

    public static bool IsFeatureTitle(string title) => FeatureTitles.Contains(title.TrimStart('#', ' '));

    public static bool IsSampleTitle(string title) => SampleTitles.Contains(title.TrimStart('#', ' '));

    public static bool IsTaxonomyTitle(string title) => TaxonomyTitles.Contains(title);

    public static bool IsIdTitle(string title) => IdTitles.Contains(title);

    /// <summary>Whether a row is the sum of the others.</summary>
    public static bool IsTotal(string label) => label.Trim(':', ' ').ToUpperInvariant() is "TOTAL" or "TOTALS" or "SUM" or "GRAND TOTAL" or "COLUMN TOTAL";

    /// <summary>Columns that go with tables and hold no amounts of a sample.</summary>
    public static bool IsOtherTitle(string title) => OtherTitles.Contains(title);

    /// <summary>Whether a text is a lineage, or a name with a rank prefix.</summary>
    public static bool IsLineage(string text) => text.AsSpan().ContainsAny(LineageMarks) && LineageText.IsLineage(text) && (text.AsSpan().ContainsAny(";|") || text.Contains("__", StringComparison.Ordinal) || text.Contains(','));

    /// <summary>Whether a text is a nucleotide sequence, as DADA2 names what it finds.</summary>
    public static bool IsSequence(string text) => text.Length >= 20 && !text.AsSpan().ContainsAnyExcept(Nucleotides);

    /// <summary>Whether a text is a name of a taxon without a lineage: with a rank prefix, of a known genus, with the ending of a rank.</summary>
    public static bool IsTaxonName(string text)
    {
        var name = RankText.Split(text, out char letter);
        if (letter is not ('\0' or RankText.NoPlace))
            return true;
        var trimmed = name.TrimStart("[\"'");
        int end = trimmed.IndexOfAny(" _].");
        var first = end < 0 ? trimmed : trimmed[..end];
        return first.Length > 3 && (TaxonNames.LetterByEnding(first) != RankText.NoPlace || TaxonNames.IsKnownGenus(first));
    }

    /// <summary>Whether a text is the number of an OTU or ASV.</summary>
    public static bool IsFeatureNumber(string text) => FeatureNumber().IsMatch(text);

    /// <summary>Whether a cell can be an amount: a number, or how programs write that there is none.</summary>
    public static bool IsAmount(string cell) =>
        DelimitedLine.TryNumber(cell, out _) || IsCommaNumber(cell) || cell.Length == 0 || cell.Equals("NA", StringComparison.OrdinalIgnoreCase) || cell.Equals("NaN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a cell is a number with a comma, as German and French programs write decimals, and others thousands.</summary>
    public static bool IsCommaNumber(string cell) => CommaNumber().IsMatch(cell);

    [GeneratedRegex("^[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CommaNumber();

    [GeneratedRegex("^(OTU|ASV|zOTU|SV|sp|bin|denovo|New\\.ReferenceOTU|X)[_ .-]?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeatureNumber();

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
