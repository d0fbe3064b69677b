namespace GutSkin.Microbiome;

/// <summary>What a column of a table is.</summary>
internal enum ColumnRole
{
    /// <summary>Names the rows.</summary>
    Label,

    /// <summary>Amounts: of a sample, or of a taxon where samples are rows.</summary>
    Amounts,

    /// <summary>Lineages.</summary>
    Lineage,

    /// <summary>Names of one rank.</summary>
    Rank,

    /// <summary>Taxonomy ids.</summary>
    Id,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>What names the rows (or columns) that are taxa.</summary>
internal enum LabelKind
{
    /// <summary>Ids of OTUs or ASVs, or sequences.</summary>
    Features,

    /// <summary>Lineages.</summary>
    Lineages,

    /// <summary>Names without lineages.</summary>
    LoneNames,
}

/// <summary>
/// How a table is laid out, found out from its first rows, not from the first cell: what separates the cells, where the header is and
/// whether it lacks its corner, which columns are samples and which taxonomy, and whether the samples are rows.
/// </summary>
internal sealed class TableLayout
{
    private const int MaxRowsSeen = 30;
    private static readonly char[] Delimiters = ['\t', ',', ';', ' '];
    private readonly List<string[]> rows = [];

    private TableLayout(char delimiter) => Delimiter = delimiter;

    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; }

    /// <summary>The line of the header, from 1.</summary>
    public int HeaderLine { get; private set; }

    /// <summary>Whether the header lacks its first cell, as R's write.table leaves it out.</summary>
    public bool HeaderIsShort { get; private set; }

    /// <summary>Whether numbers have a decimal comma; never where commas could separate thousands.</summary>
    public bool HasDecimalCommas { get; private set; }

    /// <summary>Whether samples are rows and taxa columns.</summary>
    public bool SamplesInRows { get; private set; }

    /// <summary>The titles of the columns; those of the corner may be empty.</summary>
    public string[] Titles { get; private set; } = [];

    /// <summary>What each column is.</summary>
    public ColumnRole[] Roles { get; private set; } = [];

    /// <summary>The letters of the columns of ranks.</summary>
    public char[] RankLetters { get; private set; } = [];

    /// <summary>What names the taxa.</summary>
    public LabelKind Labels { get; private set; }

    /// <summary>The rank the title of the names says; <see cref="TaxonRank.None"/> = none.</summary>
    public TaxonRank LabelRank { get; private set; }

    /// <summary>The column of the labels; -1 = none.</summary>
    public int LabelColumn { get; private set; }

    /// <summary>The rows that were seen.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>The layout of a table; null where the lines are none.</summary>
    /// <param name="lines">The first lines of the file.</param>
    public static TableLayout? Find(IReadOnlyList<string> lines)
    {
        var numbers = Enumerable.Range(0, lines.Count).Where(i => !string.IsNullOrWhiteSpace(lines[i]) && !IsComment(lines[i])).ToList();
        int[] comments = [.. Enumerable.Range(0, lines.Count).Where(i => IsComment(lines[i])).Reverse()];
        bool tabs = numbers.Count > 0 && numbers.TrueForAll(i => lines[i].Contains('\t', StringComparison.Ordinal));
        foreach (char delimiter in tabs ? Delimiters[..1] : Delimiters)
        {
            var layout = new TableLayout(delimiter);
            if (layout.TryLines(lines, numbers, comments))
                return layout;
        }

        return null;
    }

    /// <summary>Takes what names the taxa as names without lineages, unless they are lineages.</summary>
    public void TakeLabelsAsNames(TaxonRank rank = TaxonRank.None)
    {
        if (Labels == LabelKind.Features && !Roles.Contains(ColumnRole.Lineage) && !Roles.Contains(ColumnRole.Rank))
            Labels = LabelKind.LoneNames;
        if (rank != TaxonRank.None)
            LabelRank = rank;
    }

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith("#");

    private bool TryLines(IReadOnlyList<string> lines, List<int> numbers, int[] comments)
    {
        var cells = new DelimitedLine();
        var split = numbers.Take(MaxRowsSeen + 1).Select(i =>
        {
            cells.Split(lines[i], Delimiter);
            return cells.ToArray(lines[i]);
        }).ToList();
        // A comment is the header where it has as many cells as the rows, which then begin with amounts.
        string[]? said = null;
        int comment = -1;
        if (split.Count == 0 || HasAmounts(split[0]) || !split.Skip(1).Any(HasAmounts))
        {
            foreach (int i in comments)
            {
                string text = lines[i].TrimStart('#', ' ');
                cells.Split(text, Delimiter);
                cells.DropEmptyLast(text);
                if (cells.Count < 2 || (split.Count > 0 && Math.Abs(cells.Count - split[0].Length) > 1))
                    continue;
                (said, comment) = (cells.ToArray(text), i);
                break;
            }
        }

        if (said is null && split.Count < 2)
            return false;
        // Rows of metadata may be above it (LEfSe: class, subject): the header is the last row before those with amounts.
        int header = said is null ? Math.Max(0, split.FindIndex(1, HasAmounts) - 1) : -1;
        rows.AddRange(split.Skip(header + 1));
        HeaderLine = (said is null ? numbers[header] : comment) + 1;
        FindDecimalCommas();
        return UseHeader(said ?? split[header], said is not null) && FindRoles();
    }

    private static bool HasAmounts(string[] cells) => cells.Skip(1).Any(c => DelimitedLine.TryNumber(c, out _) || TableText.IsCommaNumber(c));

    private void FindDecimalCommas()
    {
        var cells = rows.SelectMany(r => r.Skip(1)).ToList();
        var commas = cells.Where(TableText.IsCommaNumber).ToList();
        HasDecimalCommas = Delimiter != ',' && commas.Exists(c => c.Length - c.IndexOf(',', StringComparison.Ordinal) != 4)
            && !cells.Exists(c => c.Contains('.', StringComparison.Ordinal) && DelimitedLine.TryNumber(c, out _));
    }

    // A header is as long as the rows, or one shorter; its cells over numbers are no numbers, unless its corner says it is a header.
    private bool UseHeader(string[] header, bool isComment)
    {
        int width = rows.Count == 0 ? header.Length : rows.GroupBy(r => r.Length > 1 && r[^1].Length == 0 && r.Length == header.Length + 1 && header[0].Length > 0 ? r.Length - 1 : r.Length).OrderByDescending(g => g.Count()).First().Key;
        if (width < 2)
            return false;
        if (header.Length == width + 1 && header[^1].Length == 0)
            header = header[..^1];
        bool titled = header[0].Length == 0 || TableText.IsFeatureTitle(header[0]) || TableText.IsSampleTitle(header[0]);
        if (header.Length == width - 1 && !isComment && !titled)
            (header, HeaderIsShort) = (["", .. header], true);
        else if (header.Length == width - 1 && rows.Exists(r => r.Length == width && TableText.IsLineage(r[^1])))
            header = [.. header, "taxonomy"];
        if (header.Length != width || (Delimiter == ' ' && !HeaderIsShort && !rows.TrueForAll(HasAmounts)))
            return false;
        Titles = header;
        bool numeric = Titles.Skip(1).Any(t => DelimitedLine.TryNumber(t, out _));
        return isComment || HeaderIsShort || titled || !numeric;
    }

    private bool FindRoles()
    {
        var seen = rows.Where(r => r.Length == Titles.Length).ToList();
        Roles = new ColumnRole[Titles.Length];
        RankLetters = [.. Titles.Select(t => RankText.LetterOfHeader(t))];
        FindOrientation(seen);
        bool ranksFromFirst = !SamplesInRows && RankLetters[0] != '\0' && RankLetters.Count(l => l != '\0') >= 3;
        LabelColumn = ranksFromFirst ? -1 : HasRowNumbers(seen) ? 1 : 0;
        for (int i = 0; i < Roles.Length; i++)
            Roles[i] = i == LabelColumn ? ColumnRole.Label : RoleOf(i, seen);
        FindLabels(seen);
        return Roles.Contains(ColumnRole.Amounts) || seen.Count == 0 || Roles.Contains(ColumnRole.Lineage) || Roles.Contains(ColumnRole.Rank);
    }

    private ColumnRole RoleOf(int column, List<string[]> seen)
    {
        string title = Titles[column];
        if (SamplesInRows)
            return IsTaxonColumn(title) && seen.TrueForAll(r => TableText.IsAmount(r[column])) ? ColumnRole.Amounts : ColumnRole.Other;
        int amounts = seen.Count(r => TableText.IsAmount(r[column]));
        bool text = amounts * 2 < seen.Count || (seen.Count > 0 && seen.TrueForAll(r => !DelimitedLine.TryNumber(r[column], out _) && !TableText.IsCommaNumber(r[column])));
        if (TableText.IsTaxonomyTitle(title) && (text || seen.Count == 0))
            return ColumnRole.Lineage;
        if (RankLetters[column] != '\0' && (text || seen.Count == 0))
            return ColumnRole.Rank;
        if (TableText.IsIdTitle(title))
            return ColumnRole.Id;
        if (TableText.IsOtherTitle(title) || column < LabelColumn)
            return ColumnRole.Other;
        if (!text)
            return ColumnRole.Amounts;
        return seen.Count(r => TableText.IsLineage(r[column])) * 2 > seen.Count ? ColumnRole.Lineage : ColumnRole.Other;
    }

    // pandas writes the number of the row before the first column.
    private bool HasRowNumbers(List<string[]> seen) =>
        !SamplesInRows && Titles.Length > 2 && Titles[0].Length == 0 && seen.Count > 1
        && seen.TrueForAll(r => DelimitedLine.TryId(r[0], out _)) && seen.TrueForAll(r => !TableText.IsAmount(r[1]) && !TableText.IsLineage(r[1]));

    private void FindOrientation(List<string[]> seen)
    {
        string[] over = Titles[1..];
        string[] beside = [.. seen.Select(r => r[0])];
        if (beside.Any(TableText.IsLineage) || beside.Any(TableText.IsSequence))
            return;
        if (over.Any(TableText.IsSequence) || over.Any(t => TableText.IsLineage(t) && RankText.LetterOfHeader(t) == '\0'))
        {
            SamplesInRows = true;
            return;
        }

        bool byNames = beside.Any(TableText.IsTaxonName) || RankLetters.Count(l => l != '\0') > 2;
        int names = over.Count(TableText.IsTaxonName);
        SamplesInRows = !byNames && ((names > 1 && names * 10 >= over.Length * 3)
            || (over.Count(TableText.IsFeatureNumber) * 2 > over.Length && !beside.Any(TableText.IsFeatureNumber)
                && (TableText.IsSampleTitle(Titles[0]) || Titles[0].Length == 0)));
    }

    private bool IsTaxonColumn(string title)
    {
        if (Titles.Skip(1).Any(TableText.IsLineage))
            return TableText.IsLineage(title) || TaxonNames.IsPlaceholder(title);
        if (Titles.Skip(1).Any(TableText.IsSequence))
            return TableText.IsSequence(title);
        if (Titles.Skip(1).Any(TableText.IsTaxonName))
            return LoneName.Read(title, TaxonRank.None) is not { Kind: LoneNameKind.Unclear } || title.AsSpan().ContainsAny(" _.");
        return TableText.IsFeatureNumber(title);
    }

    private void FindLabels(List<string[]> seen)
    {
        var labels = SamplesInRows ? Titles.Where((_, i) => Roles[i] == ColumnRole.Amounts).ToList() : LabelColumn < 0 ? [] : [.. seen.Select(r => r[LabelColumn])];
        if (!SamplesInRows && (Roles.Contains(ColumnRole.Lineage) || Roles.Contains(ColumnRole.Rank)))
            return;
        char titled = SamplesInRows || LabelColumn < 0 ? '\0' : RankText.LetterOfHeader(Titles[LabelColumn]);
        LabelRank = RankText.RankOf(titled, default);
        if (labels.Count(l => TableText.IsLineage(l) && (l.AsSpan().ContainsAny(";|") || !IsLonePrefixed(l))) * 2 > labels.Count)
            Labels = LabelKind.Lineages;
        else if (LabelRank != TaxonRank.None || labels.Count(TableText.IsTaxonName) * 10 >= Math.Max(1, labels.Count) * 3)
            Labels = LabelKind.LoneNames;
    }

    // s__Blautia_obeum alone is a name; k__Bacteria alone is the top of lineages.
    private static bool IsLonePrefixed(string label)
    {
        RankText.Split(label, out char letter);
        return letter is not ('d' or 'k');
    }
}
