namespace GutSkin.Core.Json;

/// <summary>
/// Lines and columns of a UTF-8 text, both from 1, columns in UTF-16 units. Lines end at LF, CR LF or CR; a byte order mark
/// does not count. One pass notes where each block of the text begins, so that a look-up reads one block only.
/// </summary>
internal sealed class TextPositions
{
    private const int BlockSize = 1024;

    private readonly byte[] text;
    private readonly (int Line, int Column)[] blocks;

    public TextPositions(byte[] text)
    {
        this.text = text;
        blocks = new (int, int)[(text.Length / BlockSize) + 1];
        int line = 1, column = 1;
        for (int block = 0; block < blocks.Length; block++)
        {
            blocks[block] = (line, column);
            Advance(block * BlockSize, Math.Min((block + 1) * BlockSize, text.Length), ref line, ref column);
        }
    }

    /// <summary>The position of a byte; the text's length is the position behind its end.</summary>
    public (int Line, int Column) Of(int offset)
    {
        int block = Math.Min(offset, text.Length) / BlockSize;
        var (line, column) = blocks[block];
        Advance(block * BlockSize, Math.Min(offset, text.Length), ref line, ref column);
        return (line, column);
    }

    private void Advance(int from, int to, ref int line, ref int column)
    {
        for (int i = from; i < to; i++)
        {
            byte b = text[i];
            if (b == '\n' || (b == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, column) = (line + 1, 1);
            else if (b >= 0xF0)
                column += 2;
            else if ((b & 0xC0) != 0x80 && !(i == 0 && JsonTreeParser.HasByteOrderMark(text)))
                column++;
        }
    }
}
