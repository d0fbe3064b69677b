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
    private long left = (64 * (inner.Length - origin)) + (256 * 1024 * 1024);

    /// <summary>What the stream itself threw; null = nothing.</summary>
    public Exception? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length - origin;

    public override long Position { get => inner.Position - origin; set => inner.Position = value + origin; }

    public override int Read(Span<byte> buffer)
    {
        left -= buffer.Length + 64;
        if (left < 0)
            throw new InvalidDataException("The file is read in circles.");
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
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
