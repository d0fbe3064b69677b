using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GutSkin.Core;

/// <summary>
/// Joins files that each hold some properties of one object into that object. Arrays of the same name are strung together,
/// objects of the same name too; anything else may stand only once.
/// </summary>
internal static class FragmentJoiner
{
    public static ReadOnlyMemory<byte> Join(IEnumerable<byte[]> fragments)
    {
        var order = new List<string>();
        var parts = new Dictionary<string, (byte Open, List<ReadOnlyMemory<byte>> Contents)>(StringComparer.Ordinal);
        foreach (byte[] fragment in fragments)
            Split(fragment, order, parts);

        var joined = new ArrayBufferWriter<byte>(1 << 20);
        joined.Write("{"u8);
        for (int i = 0; i < order.Count; i++)
        {
            var (open, contents) = parts[order[i]];
            if (i > 0)
                joined.Write(",\n"u8);
            joined.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(order[i], FragmentJsonContext.Default.String) + ":"));
            if (open != 0)
                joined.Write([open]);
            for (int k = 0; k < contents.Count; k++)
            {
                if (k > 0)
                    joined.Write(",\n"u8);
                joined.Write(contents[k].Span);
            }

            if (open != 0)
                joined.Write(open == (byte)'[' ? "]"u8 : "}"u8);
        }

        joined.Write("}"u8);
        return joined.WrittenMemory;
    }

    private static void Split(byte[] fragment, List<string> order, Dictionary<string, (byte Open, List<ReadOnlyMemory<byte>> Contents)> parts)
    {
        var reader = new Utf8JsonReader(fragment);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            byte open = reader.TokenType switch { JsonTokenType.StartArray => (byte)'[', JsonTokenType.StartObject => (byte)'{', _ => 0 };
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            int end = (int)reader.BytesConsumed;
            if (open != 0)
                (start, end) = (start + 1, end - 1);
            if (!parts.TryGetValue(name, out var part))
            {
                order.Add(name);
                parts[name] = part = (open, []);
            }
            else if (open == 0 || part.Open != open)
            {
                throw new InvalidOperationException($"Two files give '{name}'.");
            }

            var content = fragment.AsMemory(start, end - start);
            if (!content.Span.ContainsAnyExcept(" \r\n\t"u8))
                continue;
            part.Contents.Add(content);
        }
    }
}
