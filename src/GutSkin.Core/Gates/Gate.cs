using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// A condition in Kleene's three-valued logic: a comparison on a missing factor is unknown, <c>all</c> is the minimum,
/// <c>any</c> the maximum, <c>not</c> swaps true and false.
/// </summary>
[JsonConverter(typeof(GateConverter))]
public abstract record Gate
{
    private protected Gate()
    {
    }

    /// <summary>The ids of the factors the gate reads, in order of first mention; <c>known</c> included.</summary>
    /// <returns>The factor ids, each once.</returns>
    public IReadOnlyList<string> Factors()
    {
        var found = new List<string>();
        Collect(this, found);
        return found;
    }

    /// <summary>The gate in a short form: <c>person.age &gt;= 18</c>, <c>all(…)</c>.</summary>
    /// <returns>One line.</returns>
    public sealed override string ToString() => this switch
    {
        AllGate all => $"all({string.Join(", ", all.Operands)})",
        AnyGate any => $"any({string.Join(", ", any.Operands)})",
        NotGate not => $"not({not.Operand})",
        KnownGate known => $"known({known.Factor})",
        ConcernGate concern => $"concern({concern.Condition})",
        ComparisonGate comparison => comparison.Describe(),
        _ => GetType().Name,
    };

    private static void Collect(Gate gate, List<string> found)
    {
        switch (gate)
        {
            case ComparisonGate comparison when !found.Contains(comparison.Factor):
                found.Add(comparison.Factor);
                break;
            case KnownGate known when !found.Contains(known.Factor):
                found.Add(known.Factor);
                break;
            case AllGate all:
                foreach (var operand in all.Operands)
                    Collect(operand, found);
                break;
            case AnyGate any:
                foreach (var operand in any.Operands)
                    Collect(operand, found);
                break;
            case NotGate not:
                Collect(not.Operand, found);
                break;
        }
    }
}

/// <summary>All operands: the minimum; true without operands.</summary>
public sealed partial record AllGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }
}

/// <summary>Any operand: the maximum; false without operands.</summary>
public sealed partial record AnyGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }
}

/// <summary>The opposite: swaps true and false, leaves unknown.</summary>
public sealed record NotGate : Gate
{
    /// <summary>What is negated.</summary>
    public required Gate Operand { get; init; }
}

/// <summary>One factor compared; several comparisons in one gate mean all of them. Exact, on the value in the factor's unit.</summary>
public sealed partial record ComparisonGate : Gate
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>True where the value is this or more.</summary>
    public double? AtLeast { get; init; }

    /// <summary>True where the value is more than this.</summary>
    public double? Above { get; init; }

    /// <summary>True where the value is this or less.</summary>
    public double? AtMost { get; init; }

    /// <summary>True where the value is less than this.</summary>
    public double? Below { get; init; }

    /// <summary>True where the value is exactly this.</summary>
    public FactorValue? EqualTo { get; init; }

    /// <summary>True where the value is one of these; absent = not compared.</summary>
    public ImmutableArray<FactorValue>? In { get; init; }

    /// <summary>True where the value lies between the two, ends included.</summary>
    public Interval? Between { get; init; }

    /// <summary>The unit that the numbers are in, as the key of a gate written in C# says; null = the factor's own.</summary>
    internal string? Unit { get; init; }

    /// <summary>Whether anything is compared at all.</summary>
    public bool HasComparison =>
        AtLeast is not null || Above is not null || AtMost is not null || Below is not null
        || EqualTo is not null || In is not null || Between is not null;

    internal string Describe()
    {
        (string Sign, string? Value)[] all =
        [
            (">=", Text(AtLeast)), (">", Text(Above)), ("<=", Text(AtMost)), ("<", Text(Below)), ("=", EqualTo?.ToString()),
            ("in", In is { } values ? $"({string.Join(", ", values)})" : null),
            ("from", Between is { } between ? $"{Text(between.Low)} to {Text(between.High)}" : null),
        ];
        return string.Join(" and ", all.Where(c => c.Value is not null).Select(c => $"{Factor} {c.Sign} {c.Value}").DefaultIfEmpty(Factor));
    }

    private static string? Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Whether a factor is known: two-valued, so that a rule can step in for a test not done.</summary>
public sealed record KnownGate : Gate
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }
}

/// <summary>Whether the profile names a condition among its concerns: two-valued. Naming a concern is not having the condition.</summary>
public sealed record ConcernGate : Gate
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }
}
