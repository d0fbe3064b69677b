using System.Collections.Immutable;
using GutSkin.Core.Engine.Cohort;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// The answers of many people, a column a factor, as the user has them: nothing is copied. What has no column is missing
/// for all. A validity bitmap has a bit a row, the lowest bit of a byte first, 1 = valid (as Apache Arrow has it); without
/// one all rows are valid, NaN apart. An answer the factor does not allow counts as missing and is counted in
/// <see cref="CohortResults.Refused"/>.
/// </summary>
/// <example>
/// <code>
/// double[] milk = [3, 0, double.NaN];                              // a number a person, NaN = missing
/// var people = new CohortColumns(3).Add(Factors.Diet.Milk, milk);
/// var results = ScoringService.Default.CreateResults(people.Rows);
/// ScoringService.Default.ScoreTable(people, results);
/// Console.WriteLine(results.Scores(SkinConditions.AcneVulgaris)[0]);
/// </code>
/// </example>
public sealed class CohortColumns
{
    private readonly List<CohortColumn> columns = [];

    /// <summary>Makes an empty cohort.</summary>
    /// <param name="rows">How many people it has.</param>
    public CohortColumns(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
    }

    /// <summary>How many people there are.</summary>
    public int Rows { get; }

    internal IReadOnlyList<CohortColumn> Columns => columns;

    /// <summary>Adds numbers, in the unit of the factor's key: one of another unit than the factor's own is converted.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="values">A number a row, NaN = missing.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(NumberFactor factor, ReadOnlyMemory<double> values, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new DoubleColumn(values) { Factor = factor.Id, Unit = factor.Unit, Validity = validity });
    }

    /// <summary>Adds numbers of single precision, in the unit of the factor's key.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="values">A number a row, NaN = missing.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(NumberFactor factor, ReadOnlyMemory<float> values, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new SingleColumn(values) { Factor = factor.Id, Unit = factor.Unit, Validity = validity });
    }

    /// <summary>Adds whole numbers, in the unit of the factor's key.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="values">A number a row.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(IntegerFactor factor, ReadOnlyMemory<int> values, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new IntegerColumn(values) { Factor = factor.Id, Unit = factor.Unit, Validity = validity });
    }

    /// <summary>Adds answers of yes or no.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="values">An answer a row, true for yes.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(BooleanFactor factor, ReadOnlyMemory<bool> values, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new BooleanColumn(values) { Factor = factor.Id, Validity = validity });
    }

    /// <summary>Adds choices as codes: positions in the choices of the factor's key, below 0 = missing.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="codes">A code a row.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(ChoiceFactor factor, ReadOnlyMemory<int> codes, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new ChoiceColumn(codes) { Factor = factor.Id, Choices = factor.Choices, Validity = validity });
    }

    /// <summary>Adds answers to a factor of any kind as numbers: in its own unit, 1 or 0 for yes or no, the position of a choice.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="values">A number a row, NaN = missing.</param>
    /// <param name="validity">Which rows are valid.</param>
    /// <returns>This cohort.</returns>
    public CohortColumns Add(string factor, ReadOnlyMemory<double> values, ReadOnlyMemory<byte> validity = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(new DoubleColumn(values) { Factor = factor, Validity = validity });
    }

    private CohortColumns Add(CohortColumn column)
    {
        if (column.Length < Rows || (!column.Validity.IsEmpty && (long)column.Validity.Length * 8 < Rows))
            throw new ArgumentException($"The column '{column.Factor}' or its validity is shorter than {Rows} rows.");
        columns.Add(column);
        return this;
    }
}

/// <summary>How a cohort is scored. No option changes a bit of a result.</summary>
public sealed partial record CohortOptions
{
    /// <summary>The defaults: one thread, no concerns.</summary>
    public static CohortOptions Default { get; } = new();

    /// <summary>How many threads share the rows. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The ids of the conditions named as concerns, for all rows. Few rules ask for it. Default: none.</summary>
    public ImmutableArray<string> Concerns { get; init; } = [];
}

/// <summary>
/// The indexes of many people, three columns a condition. Allocated once, filled again and again; made by
/// <see cref="ScoringServiceExtensions.CreateResults"/>.
/// </summary>
public sealed class CohortResults
{
    internal CohortResults(CompiledRuleSet rules, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rules = rules;
        Rows = rows;
        Conditions = [.. rules.SkinConditions.Select(c => c.Id)];
        Output = ResultColumn.Create(3 * Conditions.Length, rows);
    }

    /// <summary>The rule set it was made for, and is filled by.</summary>
    public ResolvedRuleSet RuleSet => Rules.Resolved;

    /// <summary>How many people there is room for.</summary>
    public int Rows { get; }

    /// <summary>The ids of the conditions and states.</summary>
    public ImmutableArray<string> Conditions { get; }

    /// <summary>How many answers of the last cohort their factors do not allow: they count as missing. Answers no scoring rule reads are not looked at.</summary>
    public long Refused { get; internal set; }

    internal CompiledRuleSet Rules { get; }

    /// <summary>Points, lower and upper bounds of each condition.</summary>
    internal ResultColumn[] Output { get; }

    /// <summary>The index of every person; NaN where no scored rule aims at the condition, as in the two below.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a row.</returns>
    /// <exception cref="ArgumentException">The rule set has no such condition.</exception>
    public ReadOnlySpan<double> Scores(string condition) => Column(condition, 0);

    /// <summary>The least that answers still missing could make of every index.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a row.</returns>
    /// <exception cref="ArgumentException">The rule set has no such condition.</exception>
    public ReadOnlySpan<double> Low(string condition) => Column(condition, 1);

    /// <summary>The most that answers still missing could make of every index.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a row.</returns>
    /// <exception cref="ArgumentException">The rule set has no such condition.</exception>
    public ReadOnlySpan<double> High(string condition) => Column(condition, 2);

    private ReadOnlySpan<double> Column(string condition, int part)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (!Rules.ConditionIndex.TryGetValue(condition, out int index))
            throw new ArgumentException($"The rule set has no condition '{condition}'.", nameof(condition));
        return Output[(3 * index) + part].Span(0, Rows);
    }
}
