using System.IO.Compression;
using System.Text;

namespace GutSkin.Microbiome;

/// <summary>What the first bytes of a file show.</summary>
internal enum InputKind
{
    /// <summary>Text, packed with gzip or not.</summary>
    Text,

    /// <summary>HDF5: BIOM 2.</summary>
    Hdf5,

    /// <summary>A workbook of a spreadsheet program.</summary>
    Workbook,

    /// <summary>A QIIME 2 artifact.</summary>
    QiimeArtifact,

    /// <summary>An object that R saved.</summary>
    RObject,

    /// <summary>An archive, or packed by another program than gzip.</summary>
    OtherArchive,

    /// <summary>A gzip file whose beginning is damaged.</summary>
    DamagedGzip,
}

/// <summary>
/// The bytes of a file: what they are, and from their beginning on, with gzip unpacked, as often as the stream can go back.
/// </summary>
internal sealed class InputBytes
{
    private const int HeadLength = 512;
    private const long MaxCopy = 512L * 1024 * 1024;
    private readonly Stream stream;
    private readonly long origin;
    private byte[] head;
    private Func<Stream>? forward;

    private InputBytes(Stream stream)
    {
        this.stream = stream;
        origin = stream.CanSeek ? stream.Position : 0;
        head = ReadHead(stream);
    }

    /// <summary>What it is.</summary>
    public InputKind Kind { get; private set; }

    /// <summary>Whether it is packed with gzip.</summary>
    public bool IsPacked { get; private set; }

    /// <summary>Whether it can be opened again.</summary>
    public bool CanReopen => stream.CanSeek;

    /// <summary>Looks at the beginning of a stream.</summary>
    public static InputBytes Of(Stream stream)
    {
        var bytes = new InputBytes(stream);
        bytes.IsPacked = bytes.head is [0x1F, 0x8B, ..];
        try
        {
            if (bytes.IsPacked)
            {
                var unpacked = new CheckedGzip(bytes.FromBeginning());
                bytes.head = ReadHead(unpacked);
                var rest = new HeadedStream(bytes.head, unpacked);
                bytes.forward = () => rest;
            }

            bytes.Kind = KindOf(bytes.head);
        }
        catch (InvalidDataException)
        {
            bytes.Kind = InputKind.DamagedGzip;
        }

        return bytes;
    }

    /// <summary>Opens the text from its beginning. Damaged gzip shows as <see cref="InvalidDataException"/> while it is read.</summary>
    public Stream Open()
    {
        if (!stream.CanSeek)
            return forward?.Invoke() ?? FromBeginning();
        var bytes = FromBeginning();
        return IsPacked ? new CheckedGzip(bytes) : bytes;
    }

    /// <summary>Opens the bytes for reading here and there: the stream itself where it can do that, else a copy in memory; null where that would be too large.</summary>
    public GuardedStream? OpenSeekable()
    {
        if (stream.CanSeek && !IsPacked)
            return new GuardedStream(FromBeginning(), origin);
        var copy = new MemoryStream();
        var source = Open();
        var block = new byte[81920];
        for (int n; (n = source.Read(block)) > 0;)
        {
            if (copy.Length + n > MaxCopy)
                return null;
            copy.Write(block, 0, n);
        }

        copy.Position = 0;
        return new GuardedStream(copy, 0);
    }

    /// <summary>The encoding, where the bytes show one that has no byte-order mark.</summary>
    public Encoding Encoding
    {
        get
        {
            int even = 0, odd = 0;
            for (int i = 0; i + 1 < head.Length; i += 2)
            {
                even += head[i] == 0 ? 1 : 0;
                odd += head[i + 1] == 0 ? 1 : 0;
            }

            int most = head.Length / 4;
            return head.Length < 8 ? new UTF8Encoding(false)
                : odd > most && even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
                : even > most && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
                : new UTF8Encoding(false);
        }
    }

    /// <summary>Puts a seekable stream back to where it was.</summary>
    public void GoBack()
    {
        if (stream.CanSeek)
            stream.Position = origin;
    }

    private Stream FromBeginning()
    {
        if (!stream.CanSeek)
            return new HeadedStream(head, stream);
        stream.Position = origin;
        return stream;
    }

    private static byte[] ReadHead(Stream stream)
    {
        var bytes = new byte[HeadLength];
        int n = stream.ReadAtLeast(bytes, HeadLength, throwOnEndOfStream: false);
        return bytes[..n];
    }

    private static InputKind KindOf(ReadOnlySpan<byte> head)
    {
        if (head is [0x89, 0x48, 0x44, 0x46, ..])
            return InputKind.Hdf5;
        if (head.StartsWith("PK\u0003\u0004"u8))
            return ZipKind(head);
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return InputKind.Workbook;
        if (head.StartsWith("RDX"u8) || head.StartsWith("RDA"u8) || head.StartsWith("X\n\0\0"u8))
            return InputKind.RObject;
        bool other = head.StartsWith("BZh"u8) || head is [0xFD, 0x37, 0x7A, 0x58, ..] || head is [0x28, 0xB5, 0x2F, 0xFD, ..]
            || head is [0x37, 0x7A, 0xBC, 0xAF, ..] || head is [0x1F, 0x9D, ..] || head is [0x1F, 0x8B, ..] || head.StartsWith("PAR1"u8)
            || head.StartsWith("%PDF"u8) || (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8));
        return other ? InputKind.OtherArchive : InputKind.Text;
    }

    private static InputKind ZipKind(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("xl/"u8) >= 0 || head.IndexOf("_rels/"u8) >= 0 || head.IndexOf("opendocument.spreadsheet"u8) >= 0)
            return InputKind.Workbook;
        // The first entry lies in a folder named by a UUID.
        return head.Length > 67 && head[38] == '-' && head[43] == '-' && head[48] == '-' && head[53] == '-' && head[66] == '/' ? InputKind.QiimeArtifact : InputKind.OtherArchive;
    }

    /// <summary>A stream whose first bytes were read already.</summary>
    private sealed class HeadedStream(byte[] head, Stream rest) : Stream
    {
        private int at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (at >= head.Length)
                return rest.Read(buffer);
            int n = Math.Min(buffer.Length, head.Length - at);
            head.AsSpan(at, n).CopyTo(buffer);
            at += n;
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
