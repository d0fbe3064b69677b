using System.IO.Compression;

namespace GutSkin.Microbiome;

/// <summary>
/// Unpacks gzip, and notices at its end whether the file was cut off, which the framework's stream leaves unsaid: the last four bytes
/// are the length of what was packed (RFC 1952), or of the last of several parts.
/// </summary>
internal sealed class CheckedGzip : Stream
{
    private readonly Tail tail;
    private readonly GZipStream gzip;
    private long length;

    public CheckedGzip(Stream packed)
    {
        tail = new Tail(packed);
        gzip = new GZipStream(tail, CompressionMode.Decompress, leaveOpen: true);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int n = gzip.Read(buffer);
        length += n;
        if (n == 0 && !buffer.IsEmpty && tail.PackedLength != (uint)length && !(tail.Parts > 1 && tail.PackedLength < length))
            throw new InvalidDataException("The gzip file is cut off.");
        return n;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            gzip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Remembers the last bytes that went by, and how often a part may have begun.</summary>
    private sealed class Tail(Stream packed) : Stream
    {
        private uint last;

        /// <summary>The last four bytes as a length.</summary>
        public uint PackedLength => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(last);

        /// <summary>How often the bytes with which a part begins went by; by chance once in 16 million.</summary>
        public int Parts { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int n = packed.Read(buffer);
            foreach (byte b in buffer[..n])
            {
                last = (last << 8) | b;
                Parts += (last & 0xFFFFFF) == 0x1F8B08 ? 1 : 0;
            }

            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
