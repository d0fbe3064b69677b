using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using nietras.SeparatedValues;

namespace GutSkin.Cohorts.Reading;

/// <summary>How a table is written: what separates its cells, what stands before decimals, where its header is.</summary>
internal sealed partial record TableDialect
{
    private const int MostRows = 200;
    /// <summary>What can separate cells; spaces last, as names may hold them.</summary>
    public static ImmutableArray<char> Candidates { get; } = [',', ';', '\t', '|', ' '];


    /// <summary>What separates cells.</summary>
    public required char Separator { get; init; }

    /// <summary>What stands before decimals.</summary>
    public required char Mark { get; init; }

    /// <summary>How many rows stand above the header.</summary>
    public required int RowsAbove { get; init; }

    /// <summary>The names of the columns; where R left out the first, it is empty.</summary>
    public required string[] Names { get; init; }

    /// <summary>Whether the first column holds the names of the rows and has no name itself.</summary>
    public required bool HasRowNames { get; init; }

    /// <summary>What was noticed.</summary>
    public required IReadOnlyList<Diagnostic> Notices { get; init; }

    /// <summary>Looks at the beginning of a text.</summary>
    /// <param name="head">The text after a line <c>sep=</c>.</param>
    /// <param name="declared">The separator of that line; null where there was none.</param>
    /// <param name="isWhole">Whether the head is the whole text.</param>
    /// <param name="knows">Whether a name means something.</param>
    public static TableDialect? Detect(string head, char? declared, bool isWhole, Func<string, bool> knows)
    {
        (int Known, int Row, char Separator, List<string[]> Rows) best = (-1, 0, ',', []);
        foreach (char separator in declared is { } one ? [one] : Candidates)
        {
            var rows = Rows(head, separator, isWhole);
            // The header is the first line, unless only a later one means something.
            for (int row = 0; row < Math.Min(rows.Count, 20) && (row == 0 || best.Known <= 0); row++)
            {
                int known = rows[row].Count(knows);
                if (known > best.Known)
                    best = (known, row, separator, rows);
            }
        }

        if (best.Rows.Count == 0)
            return null;
        var notices = new List<Diagnostic>();
        if (best.Separator != ',')
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.Dialect, $"Cells are separated by {NameOf(best.Separator)}."));
        if (best.Row > 0)
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.Dialect, string.Create(CultureInfo.InvariantCulture, $"{best.Row} lines above the header are left out.")));
        string[] names = best.Rows[best.Row];
        var people = best.Rows.Skip(best.Row + 1).Where(r => r is not [""]).ToList();
        char mark = Decimals(best.Separator, people);
        if (mark == ',')
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.Dialect, "Numbers have decimal commas."));

        // R's write.table leaves out the name of the row names.
        bool isShort = people.Count > 0 && people.All(r => r.Length == names.Length + 1);
        if (isShort)
            names = ["", .. names];
        return new TableDialect
        {
            Separator = best.Separator,
            Mark = mark,
            RowsAbove = best.Row,
            Names = names,
            HasRowNames = isShort || (names.Length > 1 && string.IsNullOrWhiteSpace(names[0])),
            Notices = notices,
        };
    }

    /// <summary>Reads a first line <c>sep=;</c>, as Excel writes it.</summary>
    /// <returns>The separator and the length of the line with its end; null and 0 where there is none.</returns>
    public static (char? Separator, int Length) Declared(string head)
    {
        var match = SeparatorLine().Match(head);
        return match.Success ? (match.Groups[1].Value is "\\t" ? '\t' : match.Groups[1].Value[0], match.Length) : (null, 0);
    }

    /// <summary>A comma where numbers have one before decimals, and none has a point; what could be a thousands mark decides nothing.</summary>
    private static char Decimals(char separator, List<string[]> people)
    {
        if (separator == ',')
            return '.';
        int commas = 0, points = 0;
        foreach (string cell in people.SelectMany(r => r))
        {
            if (CommaDecimal().IsMatch(cell))
                commas++;
            else if (PointDecimal().IsMatch(cell))
                points++;
        }

        return commas > 0 && points == 0 ? ',' : '.';
    }

    private static List<string[]> Rows(string head, char separator, bool isWhole)
    {
        var rows = new List<string[]>();
        using var guard = new QuoteGuard(TextReader.Null, separator, head);
        using var reader = OpenReader(guard, separator);
        while (rows.Count < MostRows && reader.MoveNext())
        {
            var row = reader.Current;
            string[] cells = new string[row.ColCount];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = CellReader.Unquoted(row[i].Span).ToString();
            rows.Add(cells);
        }

        // The last row may be cut.
        if (!isWhole && rows.Count is > 1 and < MostRows)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>The reader of cells: a ragged row is told, and not an exception; quotes are taken away.</summary>
    public static SepReader OpenReader(TextReader text, char separator) =>
        Sep.New(separator).Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = true, InitialBufferLength = 65536, CreateToString = SepToString.Direct }).From(text);

    private static string NameOf(char separator) => separator switch
    {
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "bars (|)",
        ' ' => "spaces",
        _ => CohortDiagnostics.Quote(separator.ToString()),
    };

    [GeneratedRegex("""\A"?sep=(\\t|[\t !\x24-/:-@\[-`{-~])"?(?:\r\n|\r|\n|\z)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();

    // Three digits after a comma could be thousands, unless a zero or nothing stands before it.
    [GeneratedRegex("""^\s*[+-]?(?:[0-9]*,(?:[0-9]{1,2}|[0-9]{4,})|0?,[0-9]+|[0-9]{4,},[0-9]+)\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex CommaDecimal();

    [GeneratedRegex("""^\s*[+-]?(?:[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})|0?\.[0-9]+|[0-9]{4,}\.[0-9]+)\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex PointDecimal();
}
