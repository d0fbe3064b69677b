using System.Text;

namespace GutSkin.Cohorts.Reading;

/// <summary>What a file is by its first bytes: text in some encoding, Parquet, or something that is named with the way to convert it.</summary>
internal static class ContentCheck
{
    private const int MostRead = 65536;

    /// <summary>Reads the first bytes; the stream that comes back begins with them again.</summary>
    public static (byte[] Head, Stream Stream) Peek(Stream stream)
    {
        var head = new byte[MostRead];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Array.Resize(ref head, count);
        if (!stream.CanSeek)
            return (head, new PrefixedStream(head, stream));
        stream.Seek(-count, SeekOrigin.Current);
        return (head, stream);
    }

    public static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <summary>What is no text, in a sentence; null for what may be text.</summary>
    public static Diagnostic? Refuse(ReadOnlySpan<byte> head)
    {
        const string unpack = "Unpack it first, for example with gunzip, unzip, xz or zstd.";
        const string save = "Open it in its program and save (export) the sheet as CSV, in UTF-8.";
        return
            head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? Compressed("gzip")
            : head.StartsWith("BZh"u8) ? Compressed("bzip2")
            : head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']) ? Compressed("xz")
            : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? Compressed("zstd")
            : head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) ? Compressed("7z")
            : head.StartsWith("PK\u0003\u0004"u8) ? IsWorkbook(head) ? Workbook() : Compressed("zip")
            : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? Workbook()
            : head.StartsWith("ARROW1"u8) ? Other("a Feather (Arrow) file", "Write it as Parquet or CSV.")
            : head.StartsWith("$FL2"u8) || head.StartsWith("$FL3"u8) ? Other("an SPSS file", "Export it as CSV with values, not labels.")
            : head.StartsWith("<stata_dta>"u8) ? Other("a Stata file", "Export it with: export delimited using people.csv, nolabel")
            : head.StartsWith("SQLite format 3"u8) ? Other("an SQLite database", "Export the table as CSV.")
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? Other("an HDF5 file", "Write the table as CSV or Parquet.")
            : head.StartsWith("RDX"u8) || head.StartsWith("RDA"u8) ? Other("an R data file", "Write the table with write.csv or arrow::write_parquet.")
            : head.StartsWith("%PDF"u8) ? Other("a PDF", "Ask for the table as CSV.")
            : IsHtml(head) ? CohortDiagnostics.Error(CohortDiagnostics.Workbook, "This is a web page (some programs save a spreadsheet so), not CSV.", save)
            : EncodingOf(head) is UTF8Encoding or { CodePage: 28591 } && head.Contains((byte)0) ? Other("no text", "A cohort is CSV, JSON lines or Parquet.")
            : null;

        Diagnostic Compressed(string with) => CohortDiagnostics.Error(CohortDiagnostics.Compressed, $"This is a compressed file ({with}), not CSV or JSON lines.", unpack);
        Diagnostic Workbook() => CohortDiagnostics.Error(CohortDiagnostics.Workbook, "This is a spreadsheet's workbook, not CSV.", save);
        Diagnostic Other(string what, string hint) => CohortDiagnostics.Error(CohortDiagnostics.NotText, $"This is {what}.", hint);
    }

    /// <summary>The encoding: by the byte-order mark, by zero bytes in every other place, else UTF-8 where the head is that, else Latin-1.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        int first = Math.Min(head.Length & ~1, 64), even = 0, odd = 0;
        for (int i = 0; i < first; i++)
        {
            if (head[i] == 0)
                _ = (i & 1) == 0 ? even++ : odd++;
        }

        if (first >= 4 && odd > first / 4 && even == 0)
            return Encoding.Unicode;
        if (first >= 4 && even > first / 4 && odd == 0)
            return Encoding.BigEndianUnicode;
        return IsUtf8(head) ? new UTF8Encoding(false) : Encoding.Latin1;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        // The last character may be cut.
        for (int cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return true;
            if (head.Length < MostRead)
                return false;
        }

        return false;
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> head) =>
        head.IndexOf("xl/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("opendocument.spreadsheet"u8) >= 0 || head.IndexOf("Index/Tables"u8) >= 0;

    private static bool IsHtml(ReadOnlySpan<byte> head)
    {
        Span<byte> start = stackalloc byte[16];
        head = head.TrimStart(" \t\r\n\uFEFF"u8);
        int count = Math.Min(start.Length, head.Length);
        Ascii.ToLower(head[..count], start, out count);
        return start[..count].StartsWith("<!doctype html"u8) || start[..count].StartsWith("<html"u8) || start[..count].StartsWith("<table"u8);
    }

    /// <summary>What was read ahead, then the rest.</summary>
    private sealed class PrefixedStream(byte[] head, Stream rest) : Stream
    {
        private int at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (at == head.Length)
                return rest.Read(buffer);
            int count = Math.Min(buffer.Length, head.Length - at);
            head.AsSpan(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
