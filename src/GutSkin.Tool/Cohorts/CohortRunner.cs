namespace GutSkin.Tool;

/// <summary>Takes a cohort through: while one thread reads, the others score and write. The order of the rows stays.</summary>
internal static class CohortRunner
{
    /// <summary>Runs a cohort.</summary>
    /// <param name="source">Where the people come from.</param>
    /// <param name="threads">How many threads work.</param>
    /// <param name="write">Takes each chunk when it is done, in order, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the work between two chunks.</param>
    public static void Run(ICohortSource source, int threads, Action<CohortChunk> write, CancellationToken cancellationToken = default)
    {
        var all = new List<CohortChunk>();
        var idle = new Stack<CohortChunk>();
        var underWay = new Queue<(CohortChunk Chunk, Task Work)>();
        try
        {
            bool more = true;
            while (more)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!idle.TryPop(out var chunk))
                    all.Add(chunk = source.CreateChunk());
                chunk.Clear();
                more = source.Fill(chunk);
                if (threads == 1)
                {
                    chunk.Work();
                    write(chunk);
                    idle.Push(chunk);
                    continue;
                }

                underWay.Enqueue((chunk, Task.Run(chunk.Work, CancellationToken.None)));
                if (underWay.Count == threads)
                    idle.Push(Finish(underWay, write));
            }

            while (underWay.Count > 0)
                Finish(underWay, write);
        }
        finally
        {
            // Whatever went wrong, nobody works on a chunk that is given back.
            Task.WaitAny([Task.WhenAll(underWay.Select(u => u.Work))], CancellationToken.None);
            foreach (var chunk in all)
                chunk.Dispose();
        }
    }

    private static CohortChunk Finish(Queue<(CohortChunk Chunk, Task Work)> underWay, Action<CohortChunk> write)
    {
        var (chunk, work) = underWay.Peek();
        work.GetAwaiter().GetResult();
        underWay.Dequeue();
        write(chunk);
        return chunk;
    }
}
