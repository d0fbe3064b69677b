namespace GutSkin.Microbiome;

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
