namespace GutSkin.Core;

/// <summary>The typed name of a factor that takes a number.</summary>
public sealed class NumberFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="unit">Its unit, in UCUM spelling; null where it has none.</param>
    public NumberFactor(string id, string? unit = null)
        : base(id) => Unit = unit;

    /// <summary>The factor's own unit; null where it has none.</summary>
    public string? Unit { get; }
}
