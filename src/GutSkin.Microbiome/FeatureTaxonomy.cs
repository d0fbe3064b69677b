using System.Collections.Frozen;

namespace GutSkin.Microbiome;

/// <summary>
/// What the features (OTUs, ASVs) of a table are, from a file of its own: a QIIME 2 taxonomy, a mothur <c>cons.taxonomy</c>, a table of ranks.
/// Given to the reader of the table in <see cref="TaxonomicReadOptions.Taxonomy"/>. Immutable.
/// </summary>
public sealed class FeatureTaxonomy
{
    private readonly FrozenDictionary<string, string> lineages;

    private FeatureTaxonomy(IEnumerable<TaxonomyFileReader.Entry> entries) =>
        lineages = entries.ToFrozenDictionary(e => e.Feature, e => e.Lineage, StringComparer.Ordinal);

    /// <summary>How many features there are.</summary>
    public int Count => lineages.Count;

    /// <summary>The lineage of a feature as the file writes it; null where it has none.</summary>
    /// <param name="feature">The id of the feature.</param>
    /// <returns>The lineage.</returns>
    public string? LineageOf(string feature) => lineages.GetValueOrDefault(feature);

    /// <summary>Reads a taxonomy.</summary>
    /// <param name="input">The text.</param>
    /// <param name="fileName">The name of the file, for diagnostics only.</param>
    /// <returns>The taxonomy, or every fault found.</returns>
    public static ReadResult<FeatureTaxonomy> Read(TextReader input, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Read(new TextSource(input), fileName);
    }

    /// <summary>Reads a taxonomy.</summary>
    /// <param name="input">The file, packed with gzip or not, UTF-8.</param>
    /// <param name="fileName">The name of the file, for diagnostics only.</param>
    /// <returns>The taxonomy, or every fault found.</returns>
    public static ReadResult<FeatureTaxonomy> Read(Stream input, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var bytes = InputBytes.Of(input);
        if (bytes.Kind == InputKind.Text)
            return Read(new TextSource(bytes), fileName);
        var bag = new FileFaults(fileName);
        ReadDispatcher.Refuse(bytes.Kind, bag);
        return bag.ToResult<FeatureTaxonomy>(null);
    }

    private static ReadResult<FeatureTaxonomy> Read(TextSource source, string? fileName)
    {
        var bag = new FileFaults(fileName);
        var entries = new TaxonomyFileReader(source, bag).Read();
        ReadDispatcher.Finish(source, bag);
        return bag.ToResult(bag.HasErrors ? null : new FeatureTaxonomy(entries));
    }
}
