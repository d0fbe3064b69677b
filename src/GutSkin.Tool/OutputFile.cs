namespace GutSkin.Tool;

/// <summary>Writes a result to a file: beside it first, then renamed, so that nothing half-written is left behind.</summary>
internal static class OutputFile
{
    /// <summary>Writes a result.</summary>
    /// <param name="path">The file, or null or <c>-</c> for standard output.</param>
    /// <param name="text">The result.</param>
    public static void Write(string? path, string text)
    {
        if (path is null or InputFile.StandardInput)
        {
            Std.WriteResult(text);
            return;
        }

        string? beside = null;
        try
        {
            string full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                throw ToolFailure.Outside($"cannot write '{path}': it is a directory");
            beside = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Std.Encode(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, full, overwrite: true);
            beside = null;
        }
        catch (DirectoryNotFoundException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': there is no such folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': access is denied");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            throw ToolFailure.Outside($"cannot write '{path}': {error.Message}");
        }
        finally
        {
            if (beside is not null)
                TryDelete(beside);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report.
        }
    }
}
