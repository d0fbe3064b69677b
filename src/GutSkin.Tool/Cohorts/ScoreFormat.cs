namespace GutSkin.Tool;

/// <summary>How scores are written. An instance belongs to one chunk.</summary>
internal abstract class ScoreFormat : IDisposable
{
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
