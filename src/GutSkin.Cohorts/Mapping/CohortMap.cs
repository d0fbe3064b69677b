using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace GutSkin.Cohorts;

/// <summary>
/// What the columns of somebody's table mean: which factor each answers, in which unit, what its codes stand for, which codes mean no
/// answer, and what is computed from several. A JSON document, <c>gutskin.map/1</c>; <c>docs/cohorts.md</c> describes it.
/// </summary>
public sealed class CohortMap
{
    internal CohortMap(string? id, ImmutableArray<string> missing, ImmutableSortedDictionary<string, ColumnMapping> columns, ImmutableArray<ComputedAnswer> computed, string sha256)
    {
        Id = id;
        Missing = missing;
        Columns = columns;
        Computed = computed;
        Sha256 = sha256;
    }

    /// <summary>The column with the ids; null = a column named <c>id</c>, if there is one.</summary>
    public string? Id { get; }

    /// <summary>Codes that mean no answer in every column.</summary>
    public ImmutableArray<string> Missing { get; }

    /// <summary>The columns by name.</summary>
    public ImmutableSortedDictionary<string, ColumnMapping> Columns { get; }

    /// <summary>Answers that are computed from columns.</summary>
    public ImmutableArray<ComputedAnswer> Computed { get; }

    /// <summary>The SHA-256 of the document's bytes, in lower-case hexadecimal: results of two maps are not mixed.</summary>
    public string Sha256 { get; }

    /// <summary>Reads a map.</summary>
    /// <param name="utf8">The document, in UTF-8 with or without a byte-order mark; comments and trailing commas are taken.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <returns>The map, or everything that is wrong with its form.</returns>
    public static ReadResult<CohortMap> Read(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            return new Mapping.MapReader(file).Read(json.RootElement, Convert.ToHexStringLower(SHA256.HashData(utf8.Span)));
        }
        catch (JsonException error)
        {
            int line = (int)(error.LineNumber ?? 0) + 1;
            return ReadResult.Failed<CohortMap>([CohortDiagnostics.Error(CohortDiagnostics.BadMap, "The map is not JSON, or names something twice.", "Look at the commas, quotes and names around this line.", file, line)]);
        }
    }

    /// <summary>Holds the map against a rule set and the header of a table: unknown columns, factors, units, choices and codes.</summary>
    /// <param name="columns">The names of the table's columns.</param>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="file">What diagnostics call the map.</param>
    /// <returns>Everything that is wrong; columns of the table that the map does not name are warnings.</returns>
    public ImmutableArray<Diagnostic> Check(IReadOnlyCollection<string> columns, ResolvedRuleSet ruleSet, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Mapping.MapChecker.Check(this, columns, ruleSet, file);
    }

    /// <summary>Counts.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"CohortMap: {Columns.Count} columns, {Computed.Length} computed");
}

/// <summary>What one column means.</summary>
public sealed class ColumnMapping
{
    /// <summary>The factor it answers; null where its numbers only enter a computation, or where it is left out.</summary>
    public string? Factor { get; init; }

    /// <summary>The unit of its numbers; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The column that holds the unit of each row; null where there is none.</summary>
    public string? UnitColumn { get; init; }

    /// <summary>What its codes stand for: a number, yes or no, a choice; null for no answer. Empty where answers stand as they are.</summary>
    public ImmutableSortedDictionary<string, FactorValue?> Recode { get; init; } = ImmutableSortedDictionary.Create<string, FactorValue?>(StringComparer.Ordinal);

    /// <summary>Codes that mean no answer in this column.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Whether it is left out without a word.</summary>
    public bool Ignore { get; init; }
}

/// <summary>
/// An answer computed from columns that hold numbers, as a derivation of a rule set is (scoring model, section 1): intercept + Σ
/// coefficient × column, or times × Π column^power, in the ordinal order of the columns. It fills in where the factor has no answer of
/// its own, and is missing where one of the columns is.
/// </summary>
public sealed class ComputedAnswer
{
    /// <summary>The factor that it answers.</summary>
    public required string Factor { get; init; }

    /// <summary>The unit of the result; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>What a sum begins with.</summary>
    public double Intercept { get; init; }

    /// <summary>The coefficients of a sum by column; empty where it is a product.</summary>
    public ImmutableSortedDictionary<string, double> Terms { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>What a product begins with.</summary>
    public double Times { get; init; } = 1;

    /// <summary>The powers of a product by column, −2, −1, 1 or 2; empty where it is a sum.</summary>
    public ImmutableSortedDictionary<string, int> Powers { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
}
