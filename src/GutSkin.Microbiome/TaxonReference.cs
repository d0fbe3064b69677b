namespace GutSkin.Microbiome;

/// <summary>
/// A taxon to look for in a profile: by NCBI id first, then by name at the same rank, with the names it had before and after
/// renamings (Firmicutes = Bacillota, Prevotella copri = Segatella copri).
/// </summary>
/// <param name="Name">A name, current or former.</param>
/// <param name="Rank">The rank: "Actinobacteria" is a phylum and a class.</param>
/// <param name="NcbiId">The NCBI taxonomy id; null where it has none.</param>
public sealed record TaxonReference(string Name, TaxonRank Rank, int? NcbiId = null);
