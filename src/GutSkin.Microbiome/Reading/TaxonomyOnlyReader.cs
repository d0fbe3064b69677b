namespace GutSkin.Microbiome;

/// <summary>
/// A taxonomy given where a profile is due. A mothur one has sizes, pooled over all samples, and can be measured; one of QIIME 2 has
/// no abundances, so all that can be told is whether it is sound.
/// </summary>
internal sealed class TaxonomyOnlyReader(TextSource source, TableBuilder builder)
{
    public void Read()
    {
        var entries = new TaxonomyFileReader(source, builder.Bag).Read();
        if (builder.Bag.HasErrors)
            return;
        if (builder.Format == TaxonomicFormat.QiimeTaxonomy || entries.All(e => e.Size is null))
        {
            builder.Bag.Add(
                MicrobiomeDiagnostics.TaxonomyOnly,
                1,
                1,
                "This is a taxonomy; it holds no abundances.",
                "Give the feature table (otu-table, biom, mothur-shared), and this file as its taxonomy.");
            return;
        }

        builder.Profiler = "mothur";
        if (!builder.Select([null], 1))
            return;
        foreach (var entry in entries)
        {
            string path = LineageText.ToPath(entry.Lineage);
            int row = builder.AddRow(path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path), entry.Feature, entry.Line);
            if (entry.Size is > 0)
                builder.Put(0, row, entry.Size.Value);
        }

        builder.Bag.Add(MicrobiomeDiagnostics.SizesPooled, 1, 1, "The sizes are pooled over all samples.", "Give the shared file for single samples.");
    }
}
