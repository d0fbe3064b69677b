namespace GutSkin.Core;

/// <summary>A rule set in a file: the one place where the library opens one.</summary>
/// <param name="path">The path of the file.</param>
public sealed class FileRuleSetSource(string path) : IRuleSetSource
{
    /// <summary>The most a document may have, and one byte, so that a larger one is seen to be too large without being read.</summary>
    private const int MostBytes = (16 * 1024 * 1024) + 1;

    /// <inheritdoc/>
    public string Name => path;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ReadOnlyMemory<byte> Read()
    {
        using var file = File.OpenRead(path);
        return StreamRuleSetSource.ReadAtMost(file, MostBytes);
    }
}
