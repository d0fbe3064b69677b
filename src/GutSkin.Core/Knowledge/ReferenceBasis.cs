namespace GutSkin.Core;

/// <summary>Where a reference comes from.</summary>
public enum ReferenceBasis
{
    /// <summary>A recommended level that was found in a source.</summary>
    Published,

    /// <summary>No recommended level was found: where the least demanding scored curve reaches zero. Shown as such.</summary>
    ZeroOfCurve,
}
