using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>How scores are written: those of the conditions that have one. An instance belongs to one chunk.</summary>
internal abstract class ScoreFormat : IDisposable
{
    /// <summary>Where a person's scores begin, a condition that has one each: points, then bounds.</summary>
    private readonly int[] places;

    /// <summary>Makes the format.</summary>
    /// <param name="rules">Whose conditions they are.</param>
    protected ScoreFormat(ResolvedRuleSet rules) => places = [.. rules.ScoredConditions.Select(c => 3 * rules.ScoreOrder.IndexOf(c))];

    /// <summary>Where a person's scores begin, in the order of the conditions that have one: points, low, high.</summary>
    protected ReadOnlySpan<int> Places => places;

    /// <summary>What stands above all rows.</summary>
    public abstract ReadOnlyMemory<byte> Header { get; }

    /// <summary>Writes the people of a chunk; what it returns is good until the next call.</summary>
    public abstract ReadOnlyMemory<byte> Write(CohortChunk chunk);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
