using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

#pragma warning disable RS0030 // The one place that opens a file: one that the host names.

/// <summary>A rule set in a file: the one place where the library opens one.</summary>
/// <param name="path">The path of the file.</param>
public sealed class FileRuleSetSource(string path) : IRuleSetSource
{
    /// <summary>The most a document may have, and one byte, so that a larger one is seen to be too large without being read.</summary>
    private const int MostBytes = (16 * 1024 * 1024) + 1;

    /// <inheritdoc/>
    public string Name { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ReadOnlyMemory<byte> Read()
    {
        using var file = File.OpenRead(Name);
        return StreamRuleSetSource.ReadAtMost(file, MostBytes);
    }
}

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
