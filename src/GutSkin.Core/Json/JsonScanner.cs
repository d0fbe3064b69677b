namespace GutSkin.Core.Json;

/// <summary>
/// Finds the values in the library's own data. A test has read those files with <see cref="JsonTreeParser"/>, which reads anybody's and checks
/// them, and found the same rows: here nothing is checked, which a start has no time for.
/// </summary>
internal static class JsonScanner
{
    /// <summary>The tree of a text that is known to be JSON. One loop with hardly a call: calls are slow where a runtime interprets.</summary>
    public static JsonTree Scan(byte[] text)
    {
        var rows = new JsonRow[Math.Max(16, text.Length / 12)];
        int count = 0, open = -1, nameAt = 0, nameLength = -1;
        bool isInObject = false, isValue = true, nameEscaped = false;

        // How many elements each open array has had, by its depth; no document is deeper.
        int[] elements = new int[JsonDialect.MaxDepth + 1];
        int depth = 0;
        for (int at = 0; at < text.Length; at++)
        {
            byte character = text[at];
            if (character <= (byte)' ')
                continue;
            if (character == (byte)':')
            {
                isValue = true;
                continue;
            }

            if (character == (byte)',')
            {
                isValue = !isInObject;
                continue;
            }

            if (character is (byte)'}' or (byte)']')
            {
                rows[open].End = count;
                open = rows[open].Parent;
                isInObject = open >= 0 && rows[open].Kind == JsonKind.Object;
                depth--;
                continue;
            }

            int start = at;
            bool escaped = false;
            if (character == (byte)'"')
            {
                for (at++; text[at] != (byte)'"'; at++)
                {
                    if (text[at] != (byte)'\\')
                        continue;
                    escaped = true;
                    at++;
                }

                if (!isValue)
                {
                    (nameAt, nameLength, nameEscaped) = (start, at - start - 1, escaped);
                    continue;
                }
            }
            else if (character is not ((byte)'{' or (byte)'['))
            {
                while (at + 1 < text.Length && text[at + 1] > (byte)' ' && text[at + 1] is not ((byte)',' or (byte)']' or (byte)'}'))
                    at++;
            }

            if (count == rows.Length)
                Array.Resize(ref rows, 2 * count);
            ref var row = ref rows[count];
            row.Kind = KindOf(character);
            row.Start = start;
            row.Length = character == (byte)'"' ? at - start - 1 : at - start + 1;
            row.ValueEscaped = escaped;
            row.Parent = open;
            row.End = ++count;
            if (isInObject)
                (row.NameOrIndex, row.NameLength, row.NameEscaped) = (nameAt, nameLength, nameEscaped);
            else
                (row.NameOrIndex, row.NameLength) = (elements[depth]++, -1);
            if (character is (byte)'{' or (byte)'[')
            {
                open = count - 1;
                isInObject = character == (byte)'{';
                isValue = !isInObject;
                elements[++depth] = 0;
            }
        }

        return new JsonTree(text, rows, count, null, -1);
    }

    private static JsonKind KindOf(byte first) => first switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'"' => JsonKind.String,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };
}
