using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// The answers that a <see cref="ComputedRule"/> reads: those of the factors it declares, in each factor's own unit. Lives only for
/// one call; allocates nothing.
/// </summary>
public readonly ref struct FactorValues
{
    private readonly BoundRuleClass rule;
    private readonly ReadOnlySpan<double> inputs;

    internal FactorValues(BoundRuleClass rule, ReadOnlySpan<double> inputs)
    {
        this.rule = rule;
        this.inputs = inputs;
    }

    /// <summary>A number; null where missing.</summary>
    /// <param name="factor">The factor.</param>
    public double? this[NumberFactor factor]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(factor);
            return Number(factor.Id, factor.Unit);
        }
    }

    /// <summary>A whole number; null where missing.</summary>
    /// <param name="factor">The factor.</param>
    public double? this[IntegerFactor factor]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(factor);
            return Number(factor.Id, factor.Unit);
        }
    }

    /// <summary>Yes or no; null where missing.</summary>
    /// <param name="factor">The factor.</param>
    public bool? this[BooleanFactor factor]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(factor);
            return YesNo(factor.Id);
        }
    }

    /// <summary>The id of the choice; null where missing.</summary>
    /// <param name="factor">The factor.</param>
    public string? this[ChoiceFactor factor]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(factor);
            return Choice(factor.Id);
        }
    }

    /// <summary>Whether there is an answer.</summary>
    /// <param name="factor">The id of a factor the rule declares.</param>
    /// <returns>False where it is missing.</returns>
    public bool IsKnown(string factor) => !double.IsNaN(inputs[IndexOf(factor)]);

    /// <summary>Whether there is an answer.</summary>
    /// <param name="factor">A factor the rule declares.</param>
    /// <returns>False where it is missing.</returns>
    public bool IsKnown(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return IsKnown(factor.Id);
    }

    /// <summary>A number, whole or not.</summary>
    /// <param name="factor">The id of a factor the rule declares.</param>
    /// <returns>The number; null where it is missing.</returns>
    public double? Number(string factor) => Number(factor, null);

    /// <summary>The numbers an answer can have: itself twice where it is known, else the bounds of the factor, infinite where it has none.</summary>
    /// <param name="factor">The id of a factor the rule declares.</param>
    /// <returns>The least and the greatest.</returns>
    public Interval Range(string factor)
    {
        int index = IndexOf(factor);
        var found = rule.Factors[index];
        return Number(factor) is { } number
            ? new Interval(number, number)
            : new Interval(found.Min ?? double.NegativeInfinity, found.Max ?? double.PositiveInfinity);
    }

    /// <summary>The numbers an answer can have: itself twice where it is known, else the bounds of the factor, infinite where it has none.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The least and the greatest.</returns>
    public Interval Range(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Range(factor.Id);
    }

    /// <summary>Yes or no.</summary>
    /// <param name="factor">The id of a factor the rule declares.</param>
    /// <returns>The answer; null where it is missing.</returns>
    public bool? YesNo(string factor)
    {
        int index = IndexOf(factor);
        if (rule.Factors[index].Kind != FactorKind.Boolean)
            throw rule.Fault($"reads '{factor}' as yes or no, which it is not");
        return double.IsNaN(inputs[index]) ? null : inputs[index] != 0;
    }

    /// <summary>The id of a choice.</summary>
    /// <param name="factor">The id of a factor the rule declares.</param>
    /// <returns>The choice; null where it is missing.</returns>
    public string? Choice(string factor)
    {
        int index = IndexOf(factor);
        if (rule.Factors[index].Kind != FactorKind.Choice)
            throw rule.Fault($"reads '{factor}' as a choice, which it is not");
        return double.IsNaN(inputs[index]) ? null : rule.Factors[index].Choices[(int)inputs[index]];
    }

    private double? Number(string factor, string? unit)
    {
        int index = IndexOf(factor);
        if (!rule.Factors[index].IsNumeric)
            throw rule.Fault($"reads '{factor}' as a number, which it is not");
        if (unit is not null && unit != rule.Factors[index].Unit)
            throw rule.Fault($"reads '{factor}' in another unit than the factor's own");
        return double.IsNaN(inputs[index]) ? null : inputs[index];
    }

    private int IndexOf(string factor)
    {
        var factors = rule.Factors;
        for (int i = 0; i < factors.Length; i++)
        {
            if (factors[i].Id == factor)
                return i;
        }

        throw rule.Fault(Ids.IsKebab(factor ?? "") ? $"reads '{factor}', which it does not declare" : "reads a factor that it does not declare");
    }
}
