using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>The real files beside the tests, each with its SOURCE note.</summary>
internal static class SampleFiles
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static ReadResult<TaxonomicProfile> Read(string name, string? sample = null, FeatureTaxonomy? taxonomy = null)
    {
        using var stream = File.OpenRead(PathOf(name));
        return TaxonomicProfileReader.Read(stream, new TaxonomicReadOptions { Sample = sample, FileName = Path.GetFileName(name), Taxonomy = taxonomy });
    }

    public static TaxonomicProfile Profile(string name, string? sample = null) => Read(name, sample).GetValueOrThrow();

    public static TaxonomicTable Table(string name, FeatureTaxonomy? taxonomy = null)
    {
        using var stream = File.OpenRead(PathOf(name));
        return TaxonomicProfileReader.ReadTable(stream, new TaxonomicReadOptions { Taxonomy = taxonomy }).GetValueOrThrow();
    }

    public static FeatureTaxonomy Taxonomy(string name)
    {
        using var stream = File.OpenRead(PathOf(name));
        return FeatureTaxonomy.Read(stream).GetValueOrThrow();
    }

    public static ReadResult<TaxonomicProfile> ReadText(string text, TaxonomicFormat? format = null, string? sample = null) =>
        TaxonomicProfileReader.Read(new StringReader(text), new TaxonomicReadOptions { Format = format, Sample = sample });

    public static ReadResult<TaxonomicProfile> ReadBytes(string text) =>
        TaxonomicProfileReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
