using System.Collections.Immutable;
using GutSkin.Core.Engine.Cohort;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

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
        Output = new double[3 * Conditions.Length][];
        for (int i = 0; i < Output.Length; i++)
            Output[i] = new double[CohortRun.PadRows(rows)];
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
    internal double[][] Output { get; }

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
        return Output[(3 * index) + part].AsSpan(0, Rows);
    }
}
