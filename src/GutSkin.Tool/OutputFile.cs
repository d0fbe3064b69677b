namespace GutSkin.Tool;

/// <summary>Writes a result to a file, whole or not at all.</summary>
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

        using var file = new PendingFile(path);
        file.Write(Std.Encode(text));
        file.Commit();
    }
}
