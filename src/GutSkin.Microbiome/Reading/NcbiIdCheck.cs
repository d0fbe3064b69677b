namespace GutSkin.Microbiome;

/// <summary>Kraken databases built from GTDB or SILVA carry ids of their own: a few names everyone knows tell.</summary>
internal static class NcbiIdCheck
{
    public static void Run(TableBuilder builder, int line)
    {
        var tree = builder.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            int expected = tree.NameOf(i) switch
            {
                "root" => 1,
                "Bacteria" => 2,
                "Archaea" => 2157,
                "Eukaryota" => 2759,
                "Viruses" => 10239,
                "Homo sapiens" => 9606,
                "Escherichia coli" => 562,
                _ => 0,
            };
            if (expected == 0 || tree.IdOf(i) == 0 || tree.IdOf(i) == expected)
                continue;
            tree.ClearIds();
            builder.Bag.Add(MicrobiomeDiagnostics.ForeignIds, line, 1, $"The id of {tree.NameOf(i)} is not NCBI's: the ids are ignored, taxa are matched by name.");
            return;
        }
    }
}
