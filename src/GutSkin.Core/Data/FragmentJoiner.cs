using System.Text.Json;

namespace GutSkin.Core.Data;

/// <summary>
/// Joins files that each hold some properties of one object into that object. Arrays of the same name are strung together,
/// objects of the same name too; anything else may stand only once.
/// </summary>
internal static class FragmentJoiner
{
    public static byte[] Join(byte[][] fragments)
    {
        var parts = new List<Part>();
        int length = 2;
        foreach (byte[] fragment in fragments)
        {
            Split(fragment, parts);
            length += fragment.Length;
        }

        var joined = new MemoryStream(length);
        joined.Write("{"u8);
        for (int i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                joined.Write(",\n"u8);
            Write(joined, parts[i]);
        }

        joined.Write("}"u8);
        return joined.ToArray();
    }

    private static void Write(MemoryStream joined, Part part)
    {
        joined.Write("\""u8);
        joined.Write(part.Name);
        joined.Write("\":"u8);
        if (part.IsContainer)
            joined.WriteByte(part.Open);
        for (int i = 0; i < part.Pieces.Count; i++)
        {
            if (i > 0)
                joined.Write(",\n"u8);
            var piece = part.Pieces[i];
            joined.Write(piece.File.AsSpan(piece.Start, piece.Length));
        }

        if (part.IsContainer)
            joined.Write(part.Open == (byte)'[' ? "]"u8 : "}"u8);
    }

    private static void Split(byte[] fragment, List<Part> parts)
    {
        var reader = new Utf8JsonReader(fragment);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            var part = Find(parts, name);
            if (part is null)
                parts.Add(part = new Part(name.ToArray(), fragment[reader.TokenStartIndex]));
            else if (!part.IsContainer || part.Open != fragment[reader.TokenStartIndex])
                throw new InvalidOperationException("Two files give the same property.");

            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            int end = (int)reader.BytesConsumed;
            if (part.IsContainer)
                (start, end) = (start + 1, end - 1);
            if (fragment.AsSpan(start, end - start).ContainsAnyExcept(" \r\n\t"u8))
                part.Pieces.Add(new Piece(fragment, start, end - start));
        }
    }

    private static Part? Find(List<Part> parts, ReadOnlySpan<byte> name)
    {
        foreach (var part in parts)
        {
            if (name.SequenceEqual(part.Name))
                return part;
        }

        return null;
    }

    /// <summary>One property of the joined object.</summary>
    private sealed class Part(byte[] name, byte open)
    {
        public readonly byte[] Name = name;
        public readonly byte Open = open;
        public readonly bool IsContainer = open is (byte)'[' or (byte)'{';
        public readonly List<Piece> Pieces = [];
    }

    /// <summary>What one file says of a property.</summary>
    private sealed class Piece(byte[] file, int start, int length)
    {
        public readonly byte[] File = file;
        public readonly int Start = start;
        public readonly int Length = length;
    }
}
