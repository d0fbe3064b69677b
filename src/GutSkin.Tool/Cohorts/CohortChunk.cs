using System.Buffers;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>
/// A run of people on their way through: read, scored, written. Its room is used again and again; one thread at a time has it.
/// </summary>
internal abstract class CohortChunk : IDisposable
{
    private readonly ScoreFormat format;
    private readonly int[] idEnds;
    private byte[] ids = new byte[4096];

    /// <summary>Makes room.</summary>
    /// <param name="capacity">For how many people at most.</param>
    /// <param name="conditions">How many conditions there are.</param>
    /// <param name="format">Writes the scores.</param>
    protected CohortChunk(int capacity, int conditions, ScoreFormat format)
    {
        this.format = format;
        Capacity = capacity;
        Width = 3 * conditions;
        idEnds = new int[capacity];
        Rows = new long[capacity];
        Scores = new double[capacity * Width];
    }

    /// <summary>For how many people there is room.</summary>
    public int Capacity { get; }

    /// <summary>How many people were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows failed.</summary>
    public int Failed { get; protected set; }

    /// <summary>How many scores a person has: points and bounds of each condition.</summary>
    public int Width { get; }

    /// <summary>The number of each person's row in the input, from 1.</summary>
    public long[] Rows { get; }

    /// <summary>The scores, person by person.</summary>
    public double[] Scores { get; }

    /// <summary>What failed, as lines of JSON.</summary>
    public ArrayBufferWriter<byte> Errors { get; } = new();

    /// <summary>The rows that did not fail, as they are written.</summary>
    public ReadOnlyMemory<byte> Output { get; private set; }

    /// <summary>The id of a person; empty where there is none.</summary>
    public ReadOnlySpan<byte> Id(int person) => ids.AsSpan(person == 0 ? 0 : idEnds[person - 1], idEnds[person] - (person == 0 ? 0 : idEnds[person - 1]));

    /// <summary>The scores of a person.</summary>
    public ReadOnlySpan<double> ScoresOf(int person) => Scores.AsSpan(person * Width, Width);

    /// <summary>Forgets everyone.</summary>
    public virtual void Clear()
    {
        Count = 0;
        Failed = 0;
        Errors.ResetWrittenCount();
    }

    /// <summary>Scores and writes what was read.</summary>
    public void Work()
    {
        Score();
        Output = format.Write(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            format.Dispose();
    }

    /// <summary>Fills in <see cref="Scores"/>.</summary>
    protected abstract void Score();

    /// <summary>Adds a person.</summary>
    protected void Add(long row, ReadOnlySpan<byte> id)
    {
        int start = Count == 0 ? 0 : idEnds[Count - 1];
        if (ids.Length - start < id.Length)
            Array.Resize(ref ids, Math.Max(ids.Length * 2, start + id.Length));
        id.CopyTo(ids.AsSpan(start));
        idEnds[Count] = start + id.Length;
        Rows[Count] = row;
        Count++;
    }
}
