namespace GutSkin.Tool;

/// <summary>A file on its way: written beside its place, and renamed when it is whole, so that nothing half-written is left behind.</summary>
internal sealed class PendingFile : IDisposable
{
    private const int DiskFull = 28;
    private const int DiskFullOnWindows = 112;
    private readonly string path, full, beside;
    private FileStream? stream;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place.</param>
    public PendingFile(string path)
    {
        this.path = path;
        (full, beside, stream) = Try(path, () =>
        {
            string place = Path.GetFullPath(path);
            if (Directory.Exists(place))
                throw ToolFailure.Outside($"cannot write '{path}': it is a directory");
            string name = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Path.GetRandomFileName()}");
            return (place, name, new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite));
        });
    }

    /// <summary>Writes more of it.</summary>
    public void Write(ReadOnlyMemory<byte> bytes) => Try(path, () =>
    {
        stream!.Write(bytes.Span);
        return 0;
    });

    /// <summary>Writes more of it, and may read and seek.</summary>
    public void Write(Action<Stream> write) => Try(path, () =>
    {
        write(stream!);
        return 0;
    });

    /// <summary>Puts it in its place.</summary>
    public void Commit() => Try(path, () =>
    {
        stream!.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(beside, full, overwrite: true);
        stream = null;
        return 0;
    });

    /// <summary>Removes what was not put in its place.</summary>
    public void Dispose()
    {
        if (stream is null)
            return;
        try
        {
            stream.Dispose();
            File.Delete(beside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report.
        }

        stream = null;
    }

    /// <summary>Whether something could not be written because there is no room for it.</summary>
    public static bool IsFull(IOException error) => (error.HResult & 0xFFFF) is DiskFull or DiskFullOnWindows;

    /// <summary>Does something with a file that is written, and says in words why it cannot be done.</summary>
    public static T Try<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (DirectoryNotFoundException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': there is no such folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': access is denied");
        }
        catch (IOException error) when (IsFull(error))
        {
            throw ToolFailure.Outside($"cannot write '{path}': the disk is full");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': {error.Message}");
        }
    }
}
