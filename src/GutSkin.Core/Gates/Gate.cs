using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
    private const int DeepestTold = 64;
    private const int LongestTold = 4000;

    private protected Gate()
    {
    }

    /// <summary>The ids of the factors the gate reads, in order of first mention; <c>known</c> included.</summary>
    /// <returns>The factor ids, each once.</returns>
    public IReadOnlyList<string> Factors()
    {
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Gate>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Gate>();
        open.Push(this);
        while (open.TryPop(out var gate))
        {
            // A gate made in C# may be of any depth, and made of the same parts again and again.
            if (!seen.Add(gate))
                continue;
            string? factor = gate switch
            {
                ComparisonGate comparison => comparison.Factor,
                KnownGate presence => presence.Factor,
                _ => null,
            };
            if (factor is not null && known.Add(factor))
                found.Add(factor);
            var operands = gate.Parts;
            for (int i = operands.Length - 1; i >= 0; i--)
                open.Push(operands[i]);
        }

        return found;
    }

    /// <summary>The gate in a short form: <c>person.age &gt;= 18</c>, <c>all(…)</c>. What is too long or too deep to be read ends in an ellipsis.</summary>
    /// <returns>One line.</returns>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Append(text, 0);
        return text.ToString();
    }

    /// <summary>The gates it is made of.</summary>
    private protected virtual ImmutableArray<Gate> Parts => [];

    private protected static ImmutableArray<Gate> Given(ImmutableArray<Gate> operands) => operands.IsDefault ? [] : operands;

    /// <summary>Writes the gate; one made in C# may be of any depth, and made of the same parts again and again.</summary>
    private void Append(StringBuilder text, int depth)
    {
        if (depth >= DeepestTold || text.Length >= LongestTold)
        {
            text.Append('…');
            return;
        }

        text.Append(this switch
        {
            AllGate => "all(",
            AnyGate => "any(",
            NotGate => "not(",
            KnownGate known => $"known({known.Factor})",
            ConcernGate concern => $"concern({concern.Condition})",
            ComparisonGate comparison => comparison.Describe(),
            _ => GetType().Name,
        });
        if (this is not (AllGate or AnyGate or NotGate))
            return;
        var parts = Parts;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            parts[i].Append(text, depth + 1);
            if (text.Length >= LongestTold)
                break;
        }

        text.Append(')');
    }
}

/// <summary>All operands: the minimum; true without operands.</summary>
public sealed partial record AllGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }

    private protected override ImmutableArray<Gate> Parts => Given(Operands);
}

/// <summary>Any operand: the maximum; false without operands.</summary>
public sealed partial record AnyGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }

    private protected override ImmutableArray<Gate> Parts => Given(Operands);
}

/// <summary>The opposite: swaps true and false, leaves unknown.</summary>
public sealed record NotGate : Gate
{
    /// <summary>What is negated.</summary>
    public required Gate Operand { get; init; }

    private protected override ImmutableArray<Gate> Parts => [Operand];

    /// <summary>Whether two negate the same.</summary>
    /// <param name="other">The other gate.</param>
    /// <returns>True where what is negated is equal.</returns>
    public bool Equals(NotGate? other)
    {
        Gate mine = this;
        Gate? their = other;
        while (mine is NotGate { Operand: var inner } && their is NotGate { Operand: var otherInner })
        {
            if (ReferenceEquals(mine, their))
                return true;
            (mine, their) = (inner, otherInner);
        }

        return mine is not NotGate && their is not NotGate && mine.Equals(their);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        Gate inner = this;
        int depth = 0;
        for (; inner is NotGate not; depth++)
            inner = not.Operand;
        return HashCode.Combine(depth, inner);
    }
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

/// <summary>Kleene's three truth values, in the order false &lt; unknown &lt; true.</summary>
internal enum Truth
{
    /// <summary>Known to be false.</summary>
    False,

    /// <summary>Not decided by what is known.</summary>
    Unknown,

    /// <summary>Known to be true.</summary>
    True,
}
