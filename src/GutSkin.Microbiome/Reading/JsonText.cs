using System.Text;

namespace GutSkin.Microbiome;

/// <summary>
/// Reads JSON forward from a text too large to hold: what the caller asks for, in order. After the first fault everything
/// answers "no", so that loops end.
/// </summary>
internal sealed class JsonText(TextSource source, FileFaults bag)
{
    private const int Deepest = 64;
    private const int LongestString = 1024 * 1024;
    private readonly StringBuilder text = new();
    private readonly char[] digits = new char[64];

    /// <summary>Whether the text is no JSON; reading has stopped.</summary>
    public bool Failed { get; private set; }

    /// <summary>The line of what comes next.</summary>
    public int Line => Math.Max(1, source.Line);

    /// <summary>The column of what comes next.</summary>
    public int Column => source.Column;

    /// <summary>The next character that is no space; -1 at the end.</summary>
    public int Next()
    {
        int c;
        while ((c = source.Peek()) is ' ' or '\t' or '\n' or '\r')
            source.Read();
        return c;
    }

    /// <summary>Takes a character that must come next.</summary>
    public bool Take(char expected)
    {
        if (Failed)
            return false;
        int c = Next();
        if (c != expected)
            return Fail(c, $"'{expected}' is missing.");
        source.Read();
        return true;
    }

    /// <summary>The next property of an object that was opened; false at its end.</summary>
    public bool NextProperty(ref bool first, out string name)
    {
        name = "";
        if (!NextItem('}', ref first))
            return false;
        return TryString(out name) && Take(':');
    }

    /// <summary>Whether an array that was opened has another element.</summary>
    public bool NextElement(ref bool first) => NextItem(']', ref first);

    /// <summary>Reads a string.</summary>
    public bool TryString(out string value)
    {
        value = "";
        if (!Take('"'))
            return false;
        text.Clear();
        while (true)
        {
            int c = source.Read();
            if (c == '"')
                break;
            if (c == '\\')
                c = Escape();
            else if (c is >= 0 and < ' ')
                return Fail(c, "A control character is in a string.");
            if (c < 0 || Failed)
                return Fail(c, "A string has no end.");
            if (text.Length == LongestString)
                return Fail(c, "A string is longer than a million characters.");
            text.Append((char)c);
        }

        value = text.ToString();
        return true;
    }

    /// <summary>Reads a number; finite or not.</summary>
    public bool TryNumber(out double value)
    {
        value = 0;
        if (Failed)
            return false;
        int c = Next(), n = 0;
        if (c is 'N' or 'I')
        {
            bag.Add(MicrobiomeDiagnostics.NotFinite, Line, Column, "The number is not finite.");
            Failed = true;
            return false;
        }

        while ((c is >= '0' and <= '9' or '-' or '+' or '.' or 'e' or 'E') && n < digits.Length)
        {
            digits[n++] = (char)c;
            source.Read();
            c = source.Peek();
        }

        return (n > 0 && digits[0] is not '+' and not '.' && DelimitedLine.TryNumber(digits.AsSpan(0, n), out value)) || Fail(c, "A number is expected.");
    }

    /// <summary>Passes over any value.</summary>
    public bool Skip(int depth = 0)
    {
        if (Failed)
            return false;
        int c = Next();
        if (depth > Deepest)
            return Fail(c, "The text is nested deeper than 64 levels.");
        bool first = true;
        switch (c)
        {
            case '{':
                source.Read();
                while (NextProperty(ref first, out _) && Skip(depth + 1))
                {
                }

                return !Failed;
            case '[':
                source.Read();
                while (NextElement(ref first) && Skip(depth + 1))
                {
                }

                return !Failed;
            case '"':
                return TryString(out _);
            case 't':
                return Word("true");
            case 'f':
                return Word("false");
            case 'n':
                return Word("null");
            default:
                return TryNumber(out _);
        }
    }

    /// <summary>Notes that the text is no JSON, or that it ends too early.</summary>
    public bool Fail(int c, string message)
    {
        if (!Failed)
        {
            bool cut = c < 0;
            bag.Add(cut ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.NotJson, Line, Column, cut ? "The file ends too early." : message);
        }

        Failed = true;
        return false;
    }

    private bool NextItem(char close, ref bool first)
    {
        if (Failed)
            return false;
        int c = Next();
        if (c == close)
        {
            source.Read();
            return false;
        }

        if (!first && !Take(','))
            return false;
        first = false;
        return true;
    }

    private bool Word(string word)
    {
        foreach (char expected in word)
        {
            int c = source.Read();
            if (c != expected)
                return Fail(c, $"{word} is misspelled.");
        }

        return true;
    }

    private int Escape()
    {
        int c = source.Read();
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b' or 'f' or 'n' or 'r' or 't':
                return ' ';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++)
                {
                    c = source.Read();
                    if (c < 0 || !char.IsAsciiHexDigit((char)c))
                    {
                        Fail(c, "An escape in a string is broken.");
                        return c;
                    }

                    code = (code * 16) + Convert.ToInt32(((char)c).ToString(), 16);
                }

                return code;
            default:
                Fail(c, "An escape in a string is unknown.");
                return c;
        }
    }
}
