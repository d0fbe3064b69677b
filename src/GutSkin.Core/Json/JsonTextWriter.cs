using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GutSkin.Core.Json;

/// <summary>
/// Writes JSON for people to read: two blanks a level, small objects and lists on one line. Absent values and empty lists are
/// left out, never <c>null</c>. The same bytes on every machine.
/// </summary>
internal sealed class JsonTextWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> inline = [];
    private bool first = true;
    private bool afterName;

    /// <summary>What was written, with a line feed behind it.</summary>
    public override string ToString() => text.ToString() + "\n";

    /// <summary>How many objects and arrays are open.</summary>
    public int Depth => inline.Count;

    /// <summary>Begins an object or array.</summary>
    /// <param name="bracket">Its opening bracket.</param>
    /// <param name="onOneLine">Whether it, and all in it, stands on one line.</param>
    public void Begin(char bracket, bool onOneLine = false)
    {
        Lead();
        text.Append(bracket);
        inline.Push(onOneLine || (inline.Count > 0 && inline.Peek()));
        first = true;
    }

    /// <summary>Ends an object or array.</summary>
    /// <param name="bracket">Its closing bracket.</param>
    public void End(char bracket)
    {
        bool onOneLine = inline.Pop();
        if (!first)
        {
            if (!onOneLine)
                NewLine();
            else if (bracket == '}')
                text.Append(' ');
        }

        text.Append(bracket);
        first = false;
    }

    /// <summary>Begins a property.</summary>
    public void Name(string name)
    {
        Lead();
        JsonStrings.Append(text, name);
        text.Append(": ");
        afterName = true;
    }

    public void Value(string value)
    {
        Lead();
        JsonStrings.Append(text, value);
    }

    public void Value(double value)
    {
        Lead();
        EcmaNumber.Append(text, value);
    }

    public void Value(bool value)
    {
        Lead();
        text.Append(value ? "true" : "false");
    }

    public void Value(FactorValue value)
    {
        if (value.Kind == FactorValueKind.Number)
            Value(value.AsNumber);
        else if (value.Kind == FactorValueKind.Boolean)
            Value(value.AsBoolean);
        else
            Value(value.AsChoice);
    }

    public void Value(Interval value)
    {
        Begin('[', onOneLine: true);
        Value(value.Low);
        Value(value.High);
        End(']');
    }

    public void Property(string name, string? value)
    {
        if (value is null)
            return;
        Name(name);
        Value(value);
    }

    public void Property(string name, double? value)
    {
        if (value is not { } number)
            return;
        Name(name);
        Value(number);
    }

    public void Property(string name, FactorValue? value)
    {
        if (value is not { } answer)
            return;
        Name(name);
        Value(answer);
    }

    public void Property(string name, Interval? value)
    {
        if (value is not { } pair)
            return;
        Name(name);
        Value(pair);
    }

    public void Property(string name, DateOnly? value) => Property(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An amount of money with all its digits.</summary>
    public void Amount(string name, decimal value)
    {
        Name(name);
        Lead();
        text.Append(CultureInfo.InvariantCulture, $"{value:G29}");
    }

    /// <summary>A property that is written only where it is true.</summary>
    public void Flag(string name, bool value)
    {
        if (!value)
            return;
        Name(name);
        Value(value);
    }

    /// <summary>A word, left out where it is the default.</summary>
    public void Keyword<T>(string name, KeywordTable<T> table, T value, T otherwise)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, otherwise))
            Property(name, table.WordOf(value));
    }

    /// <summary>A list on one line, left out where it is empty.</summary>
    public void Strings(string name, ImmutableArray<string> values, bool alsoEmpty = false)
    {
        if (values.IsDefaultOrEmpty && !alsoEmpty)
            return;
        Name(name);
        Begin('[', onOneLine: true);
        foreach (string value in values.IsDefault ? [] : values)
            Value(value);
        End(']');
    }

    /// <summary>An object of strings on one line, left out where it is empty.</summary>
    public void StringMap(string name, ImmutableSortedDictionary<string, string> values)
    {
        if (values.IsEmpty)
            return;
        Name(name);
        Begin('{', onOneLine: true);
        foreach (var (key, value) in values)
            Property(key, value);
        End('}');
    }

    /// <summary>A list of entries, left out where it is empty.</summary>
    public void List<T>(string name, ImmutableArray<T> values, Action<JsonTextWriter, T> write)
    {
        if (values.IsDefaultOrEmpty)
            return;
        Name(name);
        Begin('[');
        foreach (var value in values)
            write(this, value);
        End(']');
    }

    /// <summary>A part of its own, left out where it is absent.</summary>
    public void Part<T>(string name, T? value, Action<JsonTextWriter, T> write)
        where T : class
    {
        if (value is null)
            return;
        Name(name);
        write(this, value);
    }

    private void Lead()
    {
        if (afterName)
        {
            afterName = false;
            return;
        }

        if (inline.Count == 0)
            return;
        if (!first)
            text.Append(',');
        if (!inline.Peek())
            NewLine();
        else if (!first || text[^1] == '{')
            text.Append(' ');
        first = false;
    }

    private void NewLine() => text.Append('\n').Append(' ', 2 * inline.Count);
}

/// <summary>Writes a string as JSON with no more escapes than RFC 8785 asks for.</summary>
internal static class JsonStrings
{
    /// <summary>Appends a string with its quotes. Half a surrogate pair becomes U+FFFD, as in any UTF-8.</summary>
    public static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c))
                text.Append('\uFFFD');
            else if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ')
                AppendControl(text, c);
            else
                text.Append(c);
        }

        text.Append('"');
    }

    private static void AppendControl(StringBuilder text, char c)
    {
        int known = "\b\t\n\f\r".IndexOf(c, StringComparison.Ordinal);
        if (known >= 0)
            text.Append('\\').Append("btnfr"[known]);
        else
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
    }
}
