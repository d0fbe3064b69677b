namespace GutSkin.Core;

/// <summary>A typed name of a factor, so that an answer of the wrong kind does not compile.</summary>
public abstract class FactorKey
{
    private protected FactorKey(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    /// <summary>The id of the factor.</summary>
    public string Id { get; }

    /// <summary>The id of the factor.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
