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
    private const int MaxStack = 128 * 1024;

    private readonly long top = StackPosition();

    // Small files are read several times over while their structure is looked up; large ones hardly more than once.
    private long left = (64 * (inner.Length - origin)) + (64 * 1024 * 1024);
    private long sizeAt = -1;
    private long objectSizeAt = -1;
    private long heapFrom;
    private long heapTo;

    // The last bytes that were read one by one, the latest lowest, and where the next would be.
    private uint single;
    private long singleAt = -1;

    // Where the next entry of a table of symbols begins, and where the kind of the one at hand stands.
    private long entryAt = -1;
    private long kindAt = -1;

    /// <summary>What the stream itself threw; null = nothing.</summary>
    public Exception? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length - origin;

    public override long Position { get => inner.Position - origin; set => inner.Position = value + origin; }

    public override int Read(Span<byte> buffer)
    {
        // A link that leads to itself is followed by a call in a call, of which every step reads. Found long before the stack ends: on the way
        // back each step catches what was thrown, and goes on.
        if (Math.Abs(top - StackPosition()) > MaxStack)
            throw new InvalidDataException("The file leads in circles.");
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

        if (n == 1)
            CheckLink(buffer[0], at);
        CheckEntry(buffer[..n], at);
        CheckSize(buffer[..n], at);
        return n;
    }

    // The same in the form of older programs: a node of a table of symbols, and in each entry behind the places of its name and of what it
    // names the kind of what is noted beside them, 2 for a link by name.
    private void CheckEntry(ReadOnlySpan<byte> bytes, long at)
    {
        if (at == kindAt && bytes.Length == 4)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) == 2)
                throw new InvalidDataException("A link leads out of its group.");
            entryAt = at + 24;
        }
        else if (at == entryAt && bytes.Length is (2 or 4 or 8))
        {
            kindAt = at + (2 * bytes.Length);
        }
        else if (bytes.SequenceEqual("SNOD"u8))
        {
            entryAt = at + 8;
        }
    }

    // A link of a group begins with 1, flags of which 8 says that its kind follows (damage may set any other), and its kind, each read by itself. A table has only links
    // to what the group holds (kind 0): a link by name may lead to itself, one to another file out of this one.
    private void CheckLink(byte value, long at)
    {
        single = at == singleAt ? (single << 8) | value : value;
        singleAt = at + 1;
        if ((single & 0x00_FF_08_00) == 0x00_01_08_00 && value != 0)
            throw new InvalidDataException("A link leads out of its group.");
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

    // Where the stack is. Reading goes on in calls of whoever made this.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe long StackPosition()
    {
        byte here;
        return (long)&here;
    }
}
