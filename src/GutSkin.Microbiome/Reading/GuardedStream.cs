using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace GutSkin.Microbiome;

/// <summary>
/// A stream whose own failures are told from those of what it holds, and that ends reading in circles: a damaged file can point back to
/// what was read already.
/// </summary>
/// <param name="inner">The stream; not closed with this one.</param>
/// <param name="origin">Where the file begins in it.</param>
internal sealed class GuardedStream(Stream inner, long origin) : Stream
{
    // Small files are read several times over while their structure is looked up; large ones hardly more than once.
    private long left = (64 * (inner.Length - origin)) + (64 * 1024 * 1024);
    private long sizeAt = -1;
    private long objectSizeAt = -1;
    private long heapFrom;
    private long heapTo;

    /// <summary>What the stream itself threw; null = nothing.</summary>
    public Exception? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length - origin;

    public override long Position { get => inner.Position - origin; set => inner.Position = value + origin; }

    public override int Read(Span<byte> buffer)
    {
        // A link that leads to itself is followed by a call in a call; every step reads.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        left -= buffer.Length + 16;
        if (left < 0)
            throw new InvalidDataException("The file is read in circles.");
        long at = Position;
        int n;
        try
        {
            n = inner.Read(buffer);
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }

        CheckSize(buffer[..n], at);
        return n;
    }

    // Heaps say their size after a signature, the objects in a heap after four bytes; memory is reserved for what they say.
    private void CheckSize(ReadOnlySpan<byte> bytes, long at)
    {
        if (bytes.Length == 8 && (at == sizeAt || at == objectSizeAt))
        {
            ulong size = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (size > (ulong)Length)
                throw new InvalidDataException("A size is larger than the file.");
            if (at == sizeAt)
                (heapFrom, heapTo) = (at, at + (long)size);
        }

        if (bytes.Length != 4)
            return;
        if (bytes.SequenceEqual("GCOL"u8) || bytes.SequenceEqual("HEAP"u8))
            sizeAt = at + 8;
        else if (at > heapFrom && at < heapTo)
            objectSizeAt = at + 4;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin from) => Position = from switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
