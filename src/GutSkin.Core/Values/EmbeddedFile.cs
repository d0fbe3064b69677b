namespace GutSkin.Core.Values;

/// <summary>The files inside the library.</summary>
internal static class EmbeddedFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="name">Its name, with the folder it is in: <c>Data.rules.json</c>.</param>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream("GutSkin.Core." + name)!;
        byte[] bytes = new byte[stream.Length];

        // Into the array itself: ReadExactly takes a span, for which this stream rents another array and copies, and a start waits for both.
        for (int read = 0; read < bytes.Length;)
            read += stream.Read(bytes, read, bytes.Length - read) is > 0 and var more ? more : throw new EndOfStreamException(name);
        return bytes;
    }
}
