namespace GutSkin.Core;

/// <summary>A rule set in a stream, which is read when this is made.</summary>
internal sealed class StreamRuleSetSource : IRuleSetSource
{
    private readonly ReadOnlyMemory<byte> bytes;

    public StreamRuleSetSource(Stream stream, string name)
    {
        Name = name;
        bytes = ReadAtMost(stream, int.MaxValue);
    }

    public string Name { get; }

    public ReadOnlyMemory<byte> Read() => bytes;

    public static ReadOnlyMemory<byte> ReadAtMost(Stream stream, int most)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while (buffer.Length < most && (read = stream.Read(chunk, 0, (int)Math.Min(chunk.Length, most - buffer.Length))) > 0)
            buffer.Write(chunk, 0, read);
        return buffer.ToArray();
    }
}
