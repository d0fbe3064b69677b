namespace GutSkin.Cohorts.Reading;

/// <summary>One file of people, handed out block by block.</summary>
internal abstract class BlockSource : IDisposable
{
    /// <summary>What was noticed when it was opened.</summary>
    public abstract IReadOnlyList<Diagnostic> Notices { get; }

    /// <summary>The names of its columns; null where it has none.</summary>
    public abstract string[]? Names { get; }

    /// <summary>Whether people have ids.</summary>
    public abstract bool HasIds { get; }

    /// <summary>How many bytes were read.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Makes an empty block.</summary>
    public abstract CohortBatch CreateBatch();

    /// <summary>Reads the next block of this part; the counters go on over all blocks and rows.</summary>
    /// <param name="batch">Where it goes.</param>
    /// <param name="place">The counters.</param>
    /// <param name="shard">The part.</param>
    /// <param name="skip">Whether a block of this part was done by an earlier run.</param>
    /// <returns>False where there was none any more.</returns>
    public abstract bool Fill(CohortBatch batch, Place place, CohortShard shard, Func<long, bool> skip);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>How many blocks and rows there were before.</summary>
internal sealed class Place
{
    public long Blocks { get; set; }

    public long Rows { get; set; }
}
