namespace GutSkin.Core.Json;

/// <summary>
/// Finds the values in the library's own data. A test has read those files with <see cref="JsonTreeParser"/>, which reads anybody's and checks
/// them, and found the same rows: here nothing is checked, which a start has no time for.
/// </summary>
internal static class JsonScanner
{
    /// <summary>The tree of a text that is known to be JSON.</summary>
    public static JsonTree Scan(byte[] text)
    {
        var rows = new JsonRowList(text.Length);
        bool isValue = true;
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    break;
                case (byte)':':
                    isValue = true;
                    break;
                case (byte)',':
                    isValue = !rows.IsInObject;
                    break;
                case (byte)'{':
                    rows.Begin(JsonKind.Object, at);
                    isValue = false;
                    break;
                case (byte)'[':
                    rows.Begin(JsonKind.Array, at);
                    isValue = true;
                    break;
                case (byte)'}' or (byte)']':
                    rows.End();
                    break;
                case (byte)'"':
                    int length = LengthOfString(text, at, out bool escaped);
                    if (isValue)
                        rows.Add(JsonKind.String, at, length, escaped);
                    else
                        rows.Name(at, length, escaped);
                    at += length + 1;
                    break;
                default:
                    int end = EndOfWord(text, at);
                    rows.Add(KindOf(text[at]), at, end - at);
                    at = end - 1;
                    break;
            }
        }

        return new JsonTree(text, rows.Rows, rows.Count, null, -1);
    }

    private static int LengthOfString(byte[] text, int quote, out bool escaped)
    {
        escaped = false;
        for (int at = quote + 1; ; at++)
        {
            at += text.AsSpan(at).IndexOfAny((byte)'"', (byte)'\\');
            if (text[at] == (byte)'"')
                return at - quote - 1;
            escaped = true;
            at++;
        }
    }

    /// <summary>Where a number, <c>true</c>, <c>false</c> or <c>null</c> ends.</summary>
    private static int EndOfWord(byte[] text, int at)
    {
        while (at < text.Length && text[at] > (byte)' ' && text[at] is not ((byte)',' or (byte)']' or (byte)'}'))
            at++;
        return at;
    }

    private static JsonKind KindOf(byte first) => first switch
    {
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };
}
