using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Json;

/// <content>Reading single values. What is faulty is reported and comes back as null.</content>
internal sealed partial class JsonReading
{
    // What a double holds exactly, so that a written number comes back the same.
    private const double MaxWhole = 9_007_199_254_740_992;

    // Longer texts are no versions; reading their digits would cost the square of their length.
    private const int MaxVersionLength = 256;

    /// <summary>Reports a value of the wrong type; the message never shows the value.</summary>
    public void ReportType(JsonTreeNode node, string expected, string? instead = null) =>
        Report(DiagnosticCodes.WrongType, node, $"{(node.HasName ? Quoting.Quote(node.Name) : "This")} must be {expected}.",
            instead ?? (node.Kind == JsonKind.String && double.TryParse(node.Text, System.Globalization.CultureInfo.InvariantCulture, out _) ? "Leave the quotes out." : null));

    /// <summary>A string.</summary>
    public string? String(JsonTreeNode node, string expected = "a string")
    {
        if (node.Kind == JsonKind.String)
            return node.Text;
        ReportType(node, expected);
        return null;
    }

    /// <summary>A finite number.</summary>
    public double? Number(JsonTreeNode node, string expected = "a number")
    {
        if (node.Kind != JsonKind.Number)
        {
            ReportType(node, expected);
            return null;
        }

        if (ShortNumber.TryRead(node.RawNumber, out double shortly))
            return shortly;

        // This parser knows no cultures, whose tables take long to load.
        if (!Utf8Parser.TryParse(node.RawNumber, out double value, out int read) || read != node.RawNumber.Length)
            value = double.Parse(node.RawNumber, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(value))
            return value;
        Report(DiagnosticCodes.NonFiniteNumber, node, "The number is too large: it must be finite.");
        return null;
    }

    /// <summary>A whole number in a range; 3.0 is one.</summary>
    public long? Whole(JsonTreeNode node, double min = -MaxWhole, double max = MaxWhole)
    {
        if (Number(node, "a whole number") is not { } value)
            return null;
        if (value != Math.Floor(value))
        {
            ReportType(node, "a whole number");
            return null;
        }

        if (value >= min && value <= max)
            return (long)value;
        Report(
            DiagnosticCodes.NumberOutOfRange,
            node,
            string.Create(CultureInfo.InvariantCulture, $"The whole number must lie from {min:0} to {max:0}."));
        return null;
    }

    /// <summary>An amount of money.</summary>
    public decimal? Amount(JsonTreeNode node)
    {
        if (Number(node) is null)
            return null;
        if (decimal.TryParse(node.RawNumber, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
            return value;
        Report(DiagnosticCodes.NumberOutOfRange, node, "The amount must lie within ±7.9e28.");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? Boolean(JsonTreeNode node)
    {
        if (node.Kind is JsonKind.True or JsonKind.False)
            return node.Kind == JsonKind.True;
        ReportType(node, "true or false");
        return null;
    }

    /// <summary>A number, yes or no, or a choice.</summary>
    public FactorValue? Value(JsonTreeNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Number:
                return Number(node) is { } number ? FactorValue.Number(number) : null;
            case JsonKind.String:
                return FactorValue.Choice(node.Text);
            case JsonKind.True or JsonKind.False:
                return FactorValue.Boolean(node.Kind == JsonKind.True);
            default:
                ReportType(node, "a number, true or false, or a choice");
                return null;
        }
    }

    /// <summary>Two numbers.</summary>
    public Interval? Pair(JsonTreeNode node, string expected = "a pair of numbers")
    {
        if (node.Kind != JsonKind.Array || node.Count() != 2)
        {
            ReportType(node, expected, node.Kind == JsonKind.Array && node.Count() == 4 ? "Write numbers with a decimal point: [1.1, 1.5] and not [1,1, 1,5]." : null);
            return null;
        }

        double? low = Number(node.Element(0)!.Value), high = Number(node.Element(1)!.Value);
        return low is { } l && high is { } h ? new Interval(l, h) : null;
    }

    /// <summary>A day; a time behind it is ignored.</summary>
    public DateOnly? Date(JsonTreeNode node)
    {
        if (String(node, "a date, written YYYY-MM-DD") is not { } text)
            return null;
        if (text.Length >= 10
            && (text.Length == 10 || (text.Length > 11 && text[10] is 'T' or ' ' && char.IsAsciiDigit(text[11])))
            && IsDay(text, out var date))
        {
            return date;
        }

        Report(DiagnosticCodes.BadDate, node, "The date must be a day written YYYY-MM-DD.");
        return null;
    }

    /// <summary>Whether a text begins with a day. The platform's own reading of dates loads its tables of cultures first.</summary>
    private static bool IsDay(string text, out DateOnly date)
    {
        int year = Digits(text, 0, 4), month = Digits(text, 5, 2), day = Digits(text, 8, 2);
        bool isDay = text[4] == '-' && text[7] == '-' && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDay ? new DateOnly(year, month, day) : default;
        return isDay;
    }

    /// <summary>The number some digits say; −1 where one of them is none.</summary>
    private static int Digits(string text, int start, int count)
    {
        int number = 0;
        for (int i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return -1;
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }

    /// <summary>The position of a word in a table; −1 where it is none of it.</summary>
    public int Keyword(JsonTreeNode node, KeywordTable table)
    {
        if (String(node) is not { } word)
            return -1;
        int index = table.IndexOf(word);
        if (index < 0)
            ReportKeyword(node, word, table.Words);
        return index;
    }

    /// <summary>Reports a word that is not one of those allowed.</summary>
    public void ReportKeyword(JsonTreeNode node, string word, ImmutableArray<string> words) => Report(
        DiagnosticCodes.UnknownKeyword,
        node,
        $"{Quoting.Quote(word)} is not one of the words allowed here.",
        Ids.HintFor(word, words) ?? $"Allowed: {string.Join(", ", words)}.");

    /// <summary>The id of an entry: kept as it is also where it is not kebab-case, so that what names it still finds it.</summary>
    public string? EntryId(JsonTreeNode node)
    {
        if (String(node) is not { } id)
            return null;
        if (!IsOwn && !Ids.IsKebab(id))
            Report(DiagnosticCodes.IdNotKebab, node, $"The id {Quoting.Quote(id)} is not kebab-case.");
        return id;
    }

    /// <summary>A version.</summary>
    public string? Version(JsonTreeNode node)
    {
        if (String(node) is not { } version)
            return null;
        if (!IsOwn && (version.Length > MaxVersionLength || !SemanticVersion.TryParse(version, out _)))
            Report(DiagnosticCodes.VersionNotSemVer, node, $"The version {Quoting.Quote(version)} is not Semantic Versioning.", "Write it like 1.2.0.");
        return version;
    }

    /// <summary>A range of versions.</summary>
    public string? VersionRange(JsonTreeNode node)
    {
        if (String(node) is not { } range)
            return null;
        if (range.Length > MaxVersionLength || !Values.VersionRange.TryParse(range, out _))
            Report(DiagnosticCodes.BadVersionRange, node, $"The version range {Quoting.Quote(range)} cannot be read.", "Write it like >=1.0.0 <2.0.0.");
        return range;
    }

    /// <summary>Strings; one that is none is kept as an empty one, so that the others keep their positions.</summary>
    public ImmutableArray<string> Strings(JsonTreeNode node) => List(node, static (reading, item) => reading.String(item) ?? "", "an array of strings");

    /// <summary>An array, element by element.</summary>
    public ImmutableArray<T> List<T>(JsonTreeNode node, Func<JsonReading, JsonTreeNode, T> read, string expected = "an array")
    {
        if (node.Kind != JsonKind.Array)
        {
            ReportType(node, expected);
            return [];
        }

        int count = node.Count();
        if (IsTooLarge(node, count))
            return [];
        var items = new T[count];
        int next = 0;
        foreach (var item in node.Children)
            items[next++] = read(this, item);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>An object whose names are data, as a map; empty where it is no object.</summary>
    public ImmutableSortedDictionary<string, T> Map<T>(JsonTreeNode node, Func<JsonReading, JsonTreeNode, T?> read, string expected = "an object")
        where T : class =>
        (Named(node, read, expected) ?? NamedValues<T>.None).Map;

    /// <summary>
    /// An object whose names are data; null where it is no object. Of a name that stands twice the first counts that <paramref name="read"/>
    /// gives a value for, and no other is read: the name is a fault of its own.
    /// </summary>
    public NamedValues<T>? Named<T>(JsonTreeNode node, Func<JsonReading, JsonTreeNode, T?> read, string expected)
    {
        if (!CanHold(node, expected))
            return null;
        int count = node.Count(), kept = 0;
        var items = new JsonTreeNode[count];
        string[] names = new string[count];
        int next = 0;
        foreach (var item in node.Children)
        {
            (items[next], names[next]) = (item, item.Name);
            next++;
        }

        string[] sorted = new string[count];
        var values = new T[count];
        foreach (int place in Sorting.PlacesOf(names))
        {
            if ((kept > 0 && sorted[kept - 1] == names[place]) || read(this, items[place]) is not { } value)
                continue;
            (sorted[kept], values[kept]) = (names[place], value);
            kept++;
        }

        if (kept < count)
        {
            Array.Resize(ref sorted, kept);
            Array.Resize(ref values, kept);
        }

        return new NamedValues<T>(sorted, values);
    }

    /// <summary>Whether a node is an object with not too many parts.</summary>
    public bool CanHold(JsonTreeNode node, string expected, string? instead = null)
    {
        if (node.Kind == JsonKind.Object)
            return !IsTooLarge(node, node.Count());
        ReportType(node, expected, instead);
        return false;
    }

    /// <summary>Whether a node has more parts than are read.</summary>
    public bool IsTooLarge(JsonTreeNode node, int count)
    {
        if (count <= JsonDialect.MaxEntries)
            return false;
        Report(DiagnosticCodes.TooManyEntries, node, "There are more than 100,000 entries here.");
        return true;
    }
}
