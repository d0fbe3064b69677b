namespace GutSkin.Core;

/// <summary>The typed name of a factor that takes yes or no.</summary>
public sealed class BooleanFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    public BooleanFactor(string id)
        : base(id)
    {
    }
}
