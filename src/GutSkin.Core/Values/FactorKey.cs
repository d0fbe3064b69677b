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

    /// <summary>Names a factor of any kind, where only its id is known.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>A key without a kind: whether it fits is found out where it is used.</returns>
    public static FactorKey Named(string id) => new UntypedFactor(id);

    /// <summary>The unit that numbers under this key are in; null = the factor's own, or a factor without one.</summary>
    internal virtual string? NumbersIn => null;

    /// <summary>The id of the factor.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;

    private sealed class UntypedFactor(string id) : FactorKey(id);
}

/// <summary>The typed name of a factor that takes a number.</summary>
public sealed class NumberFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="unit">Its unit, in UCUM spelling; null where it has none.</param>
    public NumberFactor(string id, string? unit = null)
        : base(id) => Unit = unit;

    /// <summary>The unit of the numbers under this key: the factor's own, or one that it converts from; null where it has none.</summary>
    public string? Unit { get; }

    internal override string? NumbersIn => Unit;
}

/// <summary>The typed name of a factor that takes a whole number.</summary>
public sealed class IntegerFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="unit">Its unit, in UCUM spelling; null where it has none.</param>
    public IntegerFactor(string id, string? unit = null)
        : base(id) => Unit = unit;

    /// <summary>The unit of the numbers under this key: the factor's own, or one that it converts from; null where it has none.</summary>
    public string? Unit { get; }

    internal override string? NumbersIn => Unit;
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

/// <summary>The typed name of a factor that takes a choice. The built-in ones have a property for each choice: <c>Factors.Person.Sex.Female</c>.</summary>
public class ChoiceFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="choices">The ids of its choices.</param>
    public ChoiceFactor(string id, params string[] choices)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(choices);
        Choices = [.. choices];
    }

    /// <summary>The ids of its choices, in order.</summary>
    public ImmutableArray<string> Choices { get; }
}
