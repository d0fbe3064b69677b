namespace GutSkin.Tool;

/// <summary>Where scores go, and beside them what failed: into OUT and OUT.errors.jsonl, or to standard output and standard error.</summary>
internal sealed class CohortOutput : IDisposable
{
    private readonly string? errorsPath;
    private readonly PendingFile? file;
    private readonly Stream? standard;
    private PendingFile? errors;

    /// <summary>Begins the output.</summary>
    /// <param name="path">OUT; null or <c>-</c> = standard output.</param>
    public CohortOutput(string? path)
    {
        if (path is null or InputFile.StandardInput)
        {
            standard = Console.OpenStandardOutput();
            return;
        }

        file = new PendingFile(path);
        errorsPath = path + ".errors.jsonl";
    }

    /// <summary>Where the errors are, in words.</summary>
    public string ErrorsName => errorsPath ?? "standard error";

    /// <summary>Writes scores.</summary>
    public void Write(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        if (file is not null)
            file.Write(bytes);
        else
            PendingFile.Try("standard output", () =>
            {
                standard!.Write(bytes.Span);
                return 0;
            });
    }

    /// <summary>Writes what failed.</summary>
    public void WriteErrors(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        if (errorsPath is not null)
            (errors ??= new PendingFile(errorsPath)).Write(bytes);
        else
            Std.Error.Write(System.Text.Encoding.UTF8.GetString(bytes.Span));
    }

    /// <summary>Puts the files in their places; errors of an earlier run go.</summary>
    public void Commit()
    {
        standard?.Flush();
        errors?.Commit();
        file?.Commit();
        if (errors is null && errorsPath is not null)
            PendingFile.Try(errorsPath, () =>
            {
                File.Delete(errorsPath);
                return 0;
            });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file?.Dispose();
        errors?.Dispose();
        standard?.Dispose();
    }
}
