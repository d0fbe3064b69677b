namespace GutSkin.Microbiome;

/// <summary>Which way a taxon differs.</summary>
public enum SignatureDirection
{
    /// <summary>More of it.</summary>
    Increased,

    /// <summary>Less of it.</summary>
    Decreased,
}
