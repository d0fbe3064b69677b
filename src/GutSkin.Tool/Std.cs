using System.Text;

namespace GutSkin.Tool;

/// <summary>The three standard streams, in UTF-8 without a byte-order mark and with line feeds, whatever the machine's culture.</summary>
internal static class Std
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where everything goes that is not the result.</summary>
    public static TextWriter Error { get; } = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Where the help goes.</summary>
    public static TextWriter Out { get; } = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Writes a result in one piece.</summary>
    /// <param name="text">The result; a line feed is added where it has none at its end.</param>
    public static void WriteResult(string text)
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write(Encode(text));
    }

    /// <summary>A result as bytes, ending in a line feed.</summary>
    public static byte[] Encode(string text) => Utf8.GetBytes(text.EndsWith('\n') ? text : text + "\n");
}
