namespace GutSkin.Microbiome;

/// <summary>Tables of species without lineages: the first word of a two-part name is the genus.</summary>
internal static class SpeciesName
{
    /// <summary>Adds a taxon, below its genus where the name tells.</summary>
    public static int Add(TableBuilder builder, ReadOnlySpan<char> name, TaxonRank rank, int id)
    {
        string text = name.ToString();
        int blank = text.AsSpan().IndexOfAny(' ', '_');
        bool binomial = rank == TaxonRank.Species && blank > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1])
            && blank + 1 < text.Length && char.IsAsciiLetterLower(text[blank + 1]) && !text.StartsWith("Candidatus", StringComparison.OrdinalIgnoreCase)
            && !text.AsSpan(0, blank).ContainsAnyExceptInRange('A', 'z');
        int parent = -1;
        if (binomial)
        {
            parent = builder.Tree.GetOrAdd(-1, text[..blank], TaxonRank.Genus, 0);
            builder.GeneraFromNames = true;
        }

        return builder.Tree.GetOrAdd(parent, text, rank, id);
    }
}
