using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One column of a cohort as a user has it.</summary>
internal abstract class CohortColumn
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>The unit of the numbers; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>What the codes mean; default for a column without codes, or with the factor's own.</summary>
    public ImmutableArray<string> Choices { get; init; }

    /// <summary>A bit a row, the lowest first, 1 = valid; empty = all are.</summary>
    public ReadOnlyMemory<byte> Validity { get; init; }

    /// <summary>How many rows there are.</summary>
    public abstract int Length { get; }

    /// <summary>The array in which the numbers stand as doubles; null otherwise.</summary>
    public virtual ArraySegment<double>? Array => null;

    /// <summary>Writes rows as doubles, NaN for a code below 0.</summary>
    public abstract void Widen(int row, Span<double> target);
}
