namespace GutSkin.Microbiome.Tests;

/// <summary>A beginning and then pseudo-random bytes, made as they are read.</summary>
internal sealed class NoiseStream(byte[] start, long length, bool lines) : Stream
{
    private uint state = 12345;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int n = 0;
        for (; n < count && position < length; n++, position++)
        {
            state = (state * 1664525) + 1013904223;
            byte noise = (byte)((state >> 24) % 94 + 33);
            if (lines && state >> 24 < 4)
                noise = (byte)'\n';
            buffer[offset + n] = position < start.Length ? start[position] : noise;
        }

        return n;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
