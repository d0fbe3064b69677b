namespace GutSkin.Microbiome;

/// <summary>One taxon of the GMWI2 model that the sample holds.</summary>
/// <param name="Clade">Its full lineage in the database of the model.</param>
/// <param name="Coefficient">What its presence adds to the score; above 0 = commoner in the healthy group.</param>
public sealed record Gmwi2Term(string Clade, double Coefficient)
{
    /// <summary>The name to show, for example <c>Roseburia hominis</c>.</summary>
    public string Name => LineagePiece.Split(Clade.AsSpan(Clade.LastIndexOf('|') + 1), out _).ToString().Replace('_', ' ');
}
