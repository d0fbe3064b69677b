using System.Collections.Immutable;

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

/// <summary>The typed name of a factor that takes a whole number.</summary>
public sealed class IntegerFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="unit">Its unit, in UCUM spelling; null where it has none.</param>
    public IntegerFactor(string id, string? unit = null)
        : base(id) => Unit = unit;

    /// <summary>The factor's own unit; null where it has none.</summary>
    public string? Unit { get; }
}

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

/// <summary>The typed name of a factor that takes a choice.</summary>
public sealed class ChoiceFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="choices">The ids of its choices.</param>
    public ChoiceFactor(string id, params ReadOnlySpan<string> choices)
        : base(id) => Choices = [.. choices];

    /// <summary>The ids of its choices, in order.</summary>
    public ImmutableArray<string> Choices { get; }
}
