using System.Buffers;

namespace GutSkin.Cohorts;

/// <summary>What comes of a block, in the order of the blocks.</summary>
/// <param name="Block">The number of the block, from 0.</param>
/// <param name="Scored">How many people were scored.</param>
/// <param name="Failures">The rows that failed.</param>
public sealed record CohortProgress(long Block, int Scored, IReadOnlyList<CohortFailure> Failures)
{
    /// <summary>How many bytes of the input were read.</summary>
    public long BytesRead { get; init; }
}

/// <summary>
/// Takes a cohort from a reader to a writer: one thread reads, others decode, score and encode, and blocks are written in their order.
/// Neither threads nor the machine change a byte.
/// </summary>
public sealed class CohortRun
{
    private readonly CohortReader reader;
    private readonly CohortScorer scorer;
    private readonly CohortWriter writer;

    /// <summary>Prepares a run.</summary>
    /// <param name="reader">Where people come from.</param>
    /// <param name="scorer">What is computed.</param>
    /// <param name="writer">Where scores go.</param>
    public CohortRun(CohortReader reader, CohortScorer scorer, CohortWriter writer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(writer);
        this.reader = reader;
        this.scorer = scorer;
        this.writer = writer;
    }

    /// <summary>How many threads work. Default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Called for each block when it is written, in order, with its people and scores.</summary>
    public Action<CohortBatch, CohortScores>? EachBlock { get; init; }

    /// <summary>Called for each block after that.</summary>
    public IProgress<CohortProgress>? Progress { get; init; }

    /// <summary>Factors that were left out, as the rule set does not know them.</summary>
    public IReadOnlyCollection<string> LeftOut => leftOut;

    private readonly SortedSet<string> leftOut = new(StringComparer.Ordinal);

    /// <summary>Runs it to the end on this thread and <see cref="Threads"/> others.</summary>
    /// <param name="cancellationToken">Ends the work between two blocks; what was written stays as it is.</param>
    public void Run(CancellationToken cancellationToken = default)
    {
        writer.Begin();
        var idle = new Stack<Work>();
        var underWay = new Queue<(Work Work, Task Task)>();
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader.ReadBlock() is not { } batch)
                    break;
                if (!idle.TryPop(out var work))
                    work = new Work(scorer.CreateScores());
                work.Batch = batch;
                if (Threads == 1)
                {
                    Do(work);
                    Finish(work);
                    idle.Push(work);
                    continue;
                }

                underWay.Enqueue((work, Task.Run(() => Do(work), CancellationToken.None)));

                // One block more than threads: while the oldest is written, the others go on.
                if (underWay.Count > Threads)
                    idle.Push(FinishOldest());
            }

            while (underWay.Count > 0)
                FinishOldest();
            writer.Complete();
        }
        finally
        {
            // Whatever went wrong, nobody works on a block that is given back.
            Task.WaitAny([Task.WhenAll(underWay.Select(u => u.Task))], CancellationToken.None);
        }

        Work FinishOldest()
        {
            var (work, task) = underWay.Peek();
            task.GetAwaiter().GetResult();
            underWay.Dequeue();
            Finish(work);
            return work;
        }
    }

    private void Do(Work work)
    {
        work.Batch!.Prepare();
        scorer.Score(work.Batch, work.Scores);
        work.Encoded = writer.Encode(work.Batch, work.Scores, work.Encoded);
    }

    private void Finish(Work work)
    {
        var batch = work.Batch!;
        writer.Append(work.Encoded!, batch, work.Scores);
        leftOut.UnionWith(batch.LeftOut);
        EachBlock?.Invoke(batch, work.Scores);
        Progress?.Report(new CohortProgress(batch.Block, batch.Count, batch.Failures) { BytesRead = reader.BytesRead });
        work.Batch = null;
        batch.Dispose();
    }

    private sealed class Work(CohortScores scores)
    {
        public CohortBatch? Batch { get; set; }

        public CohortScores Scores { get; } = scores;

        public CohortWriter.Encoded? Encoded { get; set; }
    }
}
