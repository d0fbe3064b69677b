namespace GutSkin.Core;

/// <summary>Where the number of an effect comes from; whatever is not published is shown as such.</summary>
public enum EffectBasis
{
    /// <summary>Printed in the source.</summary>
    Published,

    /// <summary>Computed from published figures.</summary>
    Derived,

    /// <summary>A labeled judgement: no figure is published.</summary>
    Judgement,
}
