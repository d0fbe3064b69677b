using System.Buffers.Binary;
using System.Collections.Frozen;

namespace GutSkin.Cohorts.Reading;

/// <summary>
/// Whether a description in a Parquet file is whole: fields of the kinds that the format gives them (parquet.thrift, Thrift's compact
/// protocol), lists and texts that end before it does. The library that reads it takes its word for all of that, and never comes to an end
/// where a byte is wrong.
/// </summary>
internal ref struct ParquetDescription
{
    private const int Trailer = 8;

    // Of each structure its fields: i whole number, y byte, t yes or no, d number, b bytes, otherwise a structure; [ a list of them.
    private static readonly FrozenDictionary<string, FrozenDictionary<int, string>> Structures = new Dictionary<string, string>
    {
        ["File"] = "1 i 2 [Schema 3 i 4 [Group 5 [KeyValue 6 b 7 [Order 8 Encryption 9 b",
        ["Schema"] = "1 i 2 i 3 i 4 b 5 i 6 i 7 i 8 i 9 i 10 Logical",
        ["Logical"] = "1 Empty 2 Empty 3 Empty 4 Empty 5 Decimal 6 Empty 7 Time 8 Time 10 Integer 11 Empty 12 Empty 13 Empty 14 Empty 15 Empty 16 Variant 17 Geometry 18 Geometry",
        ["Empty"] = "",
        ["Decimal"] = "1 i 2 i",
        ["Time"] = "1 t 2 Unit",
        ["Unit"] = "1 Empty 2 Empty 3 Empty",
        ["Integer"] = "1 y 2 t",
        ["Variant"] = "1 y",
        ["Geometry"] = "1 b 2 i",
        ["Group"] = "1 [Chunk 2 i 3 i 4 [Sorting 5 i 6 i 7 i",
        ["Chunk"] = "1 b 2 i 3 Column 4 i 5 i 6 i 7 i 8 Crypto 9 b",
        ["Column"] = "1 i 2 [i 3 [b 4 i 5 i 6 i 7 i 8 [KeyValue 9 i 10 i 11 i 12 Statistics 13 [EncodingStats 14 i 15 i 16 Sizes 17 Geospatial",
        ["Statistics"] = "1 b 2 b 3 i 4 i 5 b 6 b 7 t 8 t",
        ["EncodingStats"] = "1 i 2 i 3 i",
        ["Sizes"] = "1 i 2 [i 3 [i",
        ["Geospatial"] = "1 Box 2 [i",
        ["Box"] = "1 d 2 d 3 d 4 d 5 d 6 d 7 d 8 d",
        ["Sorting"] = "1 i 2 t 3 t",
        ["KeyValue"] = "1 b 2 b",
        ["Order"] = "1 Empty",
        ["Crypto"] = "1 Empty 2 ColumnKey",
        ["ColumnKey"] = "1 [b 2 b",
        ["Encryption"] = "1 Aes 2 Aes",
        ["Aes"] = "1 b 2 b 3 t",
        ["Page"] = "1 i 2 i 3 i 4 i 5 Values 6 Empty 7 Dictionary 8 ValuesV2",
        ["Values"] = "1 i 2 i 3 i 4 i 5 Statistics",
        ["Dictionary"] = "1 i 2 i 3 t",
        ["ValuesV2"] = "1 i 2 i 3 i 4 i 5 i 6 i 7 t 8 Statistics",
    }.ToFrozenDictionary(s => s.Key, s => s.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(f => int.Parse(f[0], System.Globalization.CultureInfo.InvariantCulture), f => f[1]));

    private readonly ReadOnlySpan<byte> bytes;
    private readonly Dictionary<(string Structure, int Field), long>? numbers;
    private int at;

    private ParquetDescription(ReadOnlySpan<byte> bytes, Dictionary<(string Structure, int Field), long>? numbers = null)
    {
        this.bytes = bytes;
        this.numbers = numbers;
    }

    /// <summary>Reads the description of a page, which stands at the beginning of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="numbers">Gets the whole numbers of each structure by field.</param>
    /// <returns>Its length.</returns>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public static int Page(ReadOnlySpan<byte> bytes, Dictionary<(string Structure, int Field), long> numbers)
    {
        var page = new ParquetDescription(bytes, numbers);
        page.Structure("Page");
        return page.at;
    }

    /// <summary>Throws where the description of the file, at its end, is not whole, and leaves the file at its beginning.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void CheckFile(Stream file)
    {
        Span<byte> trailer = stackalloc byte[Trailer];
        if (file.Length < Trailer + 4)
            throw new InvalidDataException("The file is shorter than an empty one.");
        file.Seek(-Trailer, SeekOrigin.End);
        file.ReadExactly(trailer);
        int length = BinaryPrimitives.ReadInt32LittleEndian(trailer);
        if (length <= 0 || length > file.Length - Trailer - 4)
            throw new InvalidDataException("The description is longer than the file.");
        byte[] footer = new byte[length];
        file.Seek(-Trailer - length, SeekOrigin.End);
        file.ReadExactly(footer);
        file.Seek(0, SeekOrigin.Begin);
        new ParquetDescription(footer).Structure("File");
    }

    private void Structure(string name)
    {
        var fields = Structures[name];
        int field = 0;
        while (Next() is var header and not 0)
        {
            var type = (Kind)(header & 0x0F);
            field = (short)(header >> 4 == 0 ? Whole() : field + (header >> 4));
            if (!fields.TryGetValue(field, out string? wanted))
                Unknown(type);
            else if (wanted == "i" && numbers is not null && Fits(type, wanted))
                numbers[(name, field)] = Whole();
            else
                Known(type, wanted);
        }
    }

    private void Known(Kind type, string wanted)
    {
        if (wanted[0] == '[')
        {
            Require(type == Kind.List);
            var (count, element) = List();
            string each = wanted[1..];
            Require(count == 0 || Fits(element, each));
            for (int i = 0; i < count; i++)
                Value(each);
        }
        else
        {
            Require(Fits(type, wanted));
            // Yes and no stand in the field's type.
            if (wanted != "t")
                Value(wanted);
        }
    }

    private static bool Fits(Kind type, string wanted) => wanted switch
    {
        "i" => type is Kind.I16 or Kind.I32 or Kind.I64,
        "y" => type == Kind.Byte,
        "t" => type is Kind.True or Kind.False,
        "d" => type == Kind.Double,
        "b" => type == Kind.Binary,
        _ => type == Kind.Structure,
    };

    private void Value(string kind)
    {
        switch (kind)
        {
            case "i":
                Whole();
                break;
            case "y":
                Skip(1);
                break;
            case "d":
                Skip(sizeof(double));
                break;
            case "b":
                Skip(Length());
                break;
            default:
                Structure(kind);
                break;
        }
    }

    // What a later version of the format may add, as far as the library passes over it as one must.
    private void Unknown(Kind type)
    {
        switch (type)
        {
            case Kind.True or Kind.False:
                break;
            case Kind.Structure:
                Require(Next() == 0);
                break;
            case Kind.List:
                var (count, element) = List();
                Require(element is not (Kind.True or Kind.False or Kind.List) || count == 0);
                for (int i = 0; i < count; i++)
                    Unknown(element);
                break;
            default:
                Require(type is >= Kind.Byte and <= Kind.Binary);
                Value(type switch { Kind.Byte => "y", Kind.Double => "d", Kind.Binary => "b", _ => "i" });
                break;
        }
    }

    private (int Count, Kind Element) List()
    {
        byte header = Next();
        int count = header >> 4 == 15 ? Length() : header >> 4;
        // Each element takes a byte at least.
        Require(count <= bytes.Length - at);
        return (count, (Kind)(header & 0x0F));
    }

    private int Length()
    {
        ulong length = Varint();
        Require(length <= (ulong)(bytes.Length - at));
        return (int)length;
    }

    private long Whole()
    {
        ulong n = Varint();
        return (long)(n >> 1) ^ -(long)(n & 1);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte b = Next();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }

        throw new InvalidDataException("A number of the description has no end.");
    }

    private byte Next()
    {
        Require(at < bytes.Length);
        return bytes[at++];
    }

    private void Skip(int count)
    {
        Require(count <= bytes.Length - at);
        at += count;
    }

    private static void Require(bool holds)
    {
        if (!holds)
            throw new InvalidDataException("The description is not what the format says.");
    }

    private enum Kind
    {
        True = 1,
        False = 2,
        Byte = 3,
        I16 = 4,
        I32 = 5,
        I64 = 6,
        Double = 7,
        Binary = 8,
        List = 9,
        Structure = 12,
    }
}
