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

/// <summary>A source that is read row after row: a row of another part, or of a block that was done, is read and only counted.</summary>
internal abstract class RowSource : BlockSource
{
    /// <inheritdoc/>
    public sealed override bool Fill(CohortBatch batch, Place place, CohortShard shard, Func<long, bool> skip)
    {
        while (true)
        {
            bool isMine = shard.Has(place.Blocks) && !skip(place.Blocks);
            batch.Begin(place.Blocks);
            long before = place.Rows;
            bool more = ReadBlock(batch, place, isMine);
            bool any = place.Rows > before;
            if (any)
                place.Blocks++;
            if (isMine && any)
                return true;
            if (!more)
                return false;
        }
    }

    /// <summary>Reads the rows of one block, counting them.</summary>
    /// <param name="batch">Where they go.</param>
    /// <param name="place">The counters.</param>
    /// <param name="isMine">Whether they are wanted.</param>
    /// <returns>False where the source ended.</returns>
    protected abstract bool ReadBlock(CohortBatch batch, Place place, bool isMine);
}

/// <summary>How many blocks and rows there were before.</summary>
internal sealed class Place
{
    public long Blocks { get; set; }

    public long Rows { get; set; }
}
