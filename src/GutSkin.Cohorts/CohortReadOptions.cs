using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Cohorts;

/// <summary>The forms in which people are read and scores are written.</summary>
public enum CohortFormat
{
    /// <summary>A table of text: a header and a row a person.</summary>
    Csv,

    /// <summary>A profile a line, in JSON; arrays and profiles over several lines are read too.</summary>
    JsonLines,

    /// <summary>Apache Parquet: a column a factor.</summary>
    Parquet,
}

/// <summary>How a cohort is read.</summary>
public sealed class CohortReadOptions
{
    /// <summary>The rule set whose factors the columns name, and that checks answers; null = the built-in one.</summary>
    public IScoringService? Scoring { get; init; }

    /// <summary>The form; null = by the file's name, or by its first bytes.</summary>
    public CohortFormat? Format { get; init; }

    /// <summary>What the columns mean, where they are not named by factor; null = by name.</summary>
    public CohortMap? Map { get; init; }

    /// <summary>Codes that mean a missing answer, such as 77 or 99; the id is left alone. Default: none.</summary>
    public ImmutableArray<MissingCode> Missing { get; init; } = [];

    /// <summary>Whether columns and answers that name no factor are left out, with a notice, instead of refused.</summary>
    public bool IgnoreUnknown { get; init; }

    /// <summary>Which part of the cohort is read. Default: all of it.</summary>
    public CohortShard Shard { get; init; } = CohortShard.All;

    /// <summary>A column by which people are grouped in a summary; null = none. It may also name a factor.</summary>
    public string? GroupBy { get; init; }

    /// <summary>How many rows of text make a block, the unit in which a cohort is divided and handed out; 1 to 65,536. Default: 4,096. A block of Parquet is a row group.</summary>
    public int BlockRows { get; init; } = 4096;

    internal IScoringService Service => Scoring ?? ScoringService.Default;
}

/// <summary>A code that means a missing answer.</summary>
/// <param name="Code">The code as it stands in the cell; a number also means the same number written otherwise (77, 77.0).</param>
/// <param name="Column">The column or factor it is for; null = all.</param>
public sealed record MissingCode(string Code, string? Column = null)
{
    /// <summary>Reads <c>77,99</c> or <c>diet.fiber=77,sex=9</c>.</summary>
    /// <param name="text">Codes with commas between them, each with or without a column and an equals sign before it.</param>
    /// <returns>The codes.</returns>
    public static ImmutableArray<MissingCode> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            {
                int equals = part.LastIndexOf('=');
                return equals > 0 ? new MissingCode(part[(equals + 1)..].Trim(), part[..equals].Trim()) : new MissingCode(part);
            }),
        ];
    }
}

/// <summary>
/// One of several parts of a cohort: of N parts, part I has the blocks I, I + N, I + 2N … A block is a fixed number of rows of text,
/// or a row group of Parquet, so that nobody decodes the columns of another part.
/// </summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct CohortShard(int Index, int Of)
{
    /// <summary>Everyone.</summary>
    public static CohortShard All => new(1, 1);

    /// <summary>Reads <c>I/N</c>.</summary>
    /// <param name="text">The text, for example <c>2/8</c>.</param>
    /// <param name="shard">The part.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out CohortShard shard)
    {
        shard = All;
        int slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0
            || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            || index < 1 || index > of)
            return false;
        shard = new CohortShard(index, of);
        return true;
    }

    /// <summary>Whether a block, counted from 0, belongs to it.</summary>
    /// <param name="block">The block.</param>
    /// <returns>True where it does.</returns>
    public bool Has(long block) => block % Of == Index - 1;

    /// <summary>The part as it is written.</summary>
    /// <returns><c>I/N</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Of}");
}
