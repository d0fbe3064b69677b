namespace GutSkin.Tool;

/// <summary>Reads an input file, or standard input where it is named <c>-</c>.</summary>
internal static class InputFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The largest document the library reads.</summary>
    private const int Limit = 16 * 1024 * 1024;

    /// <summary>How a file is called in diagnostics.</summary>
    public static string NameOf(string path) => path == StandardInput ? "stdin" : path;

    /// <summary>Reads a document, and one byte more than the library's limit at most: that byte makes it report the limit.</summary>
    /// <param name="path">The path, or <c>-</c>.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Read(string path) => With(path, ReadUpToLimit);

    /// <summary>Opens a file and reads it.</summary>
    /// <param name="path">The path, or <c>-</c>.</param>
    /// <param name="read">Reads the stream.</param>
    /// <returns>What was read.</returns>
    public static T With<T>(string path, Func<Stream, T> read)
    {
        try
        {
            if (path == StandardInput)
            {
                using var input = Console.OpenStandardInput();
                return read(input);
            }

            if (Directory.Exists(path))
                throw ToolFailure.Outside($"cannot read '{path}': it is a directory");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return read(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ToolFailure.Outside($"cannot read '{path}': there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw ToolFailure.Outside($"cannot read '{path}': access is denied");
        }
        catch (Exception error) when (error is IOException or NotSupportedException)
        {
            throw ToolFailure.Outside($"cannot read '{NameOf(path)}': {error.Message}");
        }
    }

    private static byte[] ReadUpToLimit(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        while (buffer.Length <= Limit)
        {
            int count = stream.Read(chunk, 0, (int)Math.Min(chunk.Length, Limit + 1 - buffer.Length));
            if (count == 0)
                break;
            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    }
}
