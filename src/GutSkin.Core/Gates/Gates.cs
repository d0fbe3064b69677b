using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>Writes gates in C#.</summary>
/// <example>
/// <code>
/// Gate adults = Gates.All(Gates.AtLeast(Factors.Person.Age, 18), Gates.Not(Gates.Is(Factors.Person.Pregnant)));
/// Console.WriteLine(adults);
/// </code>
/// </example>
public static class Gates
{
    /// <summary>True where the factor is this or more.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The gate.</returns>
    public static Gate AtLeast(string factor, double value) => Of(factor) with { AtLeast = value };

    /// <summary>True where the factor is this or less.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The gate.</returns>
    public static Gate AtMost(string factor, double value) => Of(factor) with { AtMost = value };

    /// <summary>True where the factor is more than this.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The gate.</returns>
    public static Gate Above(string factor, double value) => Of(factor) with { Above = value };

    /// <summary>True where the factor is less than this.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The gate.</returns>
    public static Gate Below(string factor, double value) => Of(factor) with { Below = value };

    /// <summary>True where the factor lies between the two, ends included.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <returns>The gate.</returns>
    public static Gate Between(string factor, double low, double high) => Of(factor) with { Between = new Interval(low, high) };

    /// <summary>True where the answer is yes (or no).</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The answer.</param>
    /// <returns>The gate.</returns>
    public static Gate Is(string factor, bool value = true) => Of(factor) with { EqualTo = FactorValue.Boolean(value) };

    /// <summary>True where the answer is that choice.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>The gate.</returns>
    public static Gate Is(string factor, string choice) => Of(factor) with { EqualTo = Choice(choice) };

    /// <summary>True where the answer is one of the choices.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="choices">The choices.</param>
    /// <returns>The gate.</returns>
    public static Gate OneOf(string factor, params string[] choices) => Of(factor) with { In = Choices(choices) };

    /// <summary>True where the factor is this or more.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate AtLeast(NumberFactor factor, double value) => Of(factor) with { AtLeast = value };

    /// <summary>True where the factor is this or more.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate AtLeast(IntegerFactor factor, double value) => Of(factor) with { AtLeast = value };

    /// <summary>True where the factor is this or less.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate AtMost(NumberFactor factor, double value) => Of(factor) with { AtMost = value };

    /// <summary>True where the factor is this or less.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate AtMost(IntegerFactor factor, double value) => Of(factor) with { AtMost = value };

    /// <summary>True where the factor is more than this.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate Above(NumberFactor factor, double value) => Of(factor) with { Above = value };

    /// <summary>True where the factor is more than this.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate Above(IntegerFactor factor, double value) => Of(factor) with { Above = value };

    /// <summary>True where the factor is less than this.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate Below(NumberFactor factor, double value) => Of(factor) with { Below = value };

    /// <summary>True where the factor is less than this.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <returns>The gate.</returns>
    public static Gate Below(IntegerFactor factor, double value) => Of(factor) with { Below = value };

    /// <summary>True where the factor lies between the two, ends included.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="low">The lower end, in the unit of the key.</param>
    /// <param name="high">The upper end.</param>
    /// <returns>The gate.</returns>
    public static Gate Between(NumberFactor factor, double low, double high) => Of(factor) with { Between = new Interval(low, high) };

    /// <summary>True where the factor lies between the two, ends included.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="low">The lower end, in the unit of the key.</param>
    /// <param name="high">The upper end.</param>
    /// <returns>The gate.</returns>
    public static Gate Between(IntegerFactor factor, double low, double high) => Of(factor) with { Between = new Interval(low, high) };

    /// <summary>True where the answer is yes (or no).</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The answer.</param>
    /// <returns>The gate.</returns>
    public static Gate Is(BooleanFactor factor, bool value = true) => Of(factor) with { EqualTo = value };

    /// <summary>True where the answer is that choice.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>The gate.</returns>
    public static Gate Is(ChoiceFactor factor, string choice) => Of(factor) with { EqualTo = Choice(choice) };

    /// <summary>True where the answer is one of the choices.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="choices">The choices.</param>
    /// <returns>The gate.</returns>
    public static Gate OneOf(ChoiceFactor factor, params string[] choices) => Of(factor) with { In = Choices(choices) };

    /// <summary>True where there is an answer. In a scored rule it is a warning: no interval covers what an answer would switch.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The gate.</returns>
    public static Gate Known(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new KnownGate { Factor = factor.Id };
    }

    /// <summary>True where all are.</summary>
    /// <param name="gates">The gates.</param>
    /// <returns>The gate.</returns>
    public static Gate All(params Gate[] gates) => new AllGate { Operands = Each(gates) };

    /// <summary>True where any is.</summary>
    /// <param name="gates">The gates.</param>
    /// <returns>The gate.</returns>
    public static Gate Any(params Gate[] gates) => new AnyGate { Operands = Each(gates) };

    /// <summary>The opposite.</summary>
    /// <param name="gate">The gate.</param>
    /// <returns>The gate.</returns>
    public static Gate Not(Gate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return new NotGate { Operand = gate };
    }

    /// <summary>True where the profile names the condition among its concerns.</summary>
    /// <param name="condition">The id of the condition.</param>
    /// <returns>The gate.</returns>
    public static Gate Concern(string condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ConcernGate { Condition = condition };
    }

    private static ComparisonGate Of(string factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new ComparisonGate { Factor = factor };
    }

    private static FactorValue Choice(string choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return FactorValue.Choice(choice);
    }

    private static ImmutableArray<FactorValue> Choices(string[] choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return [.. choices.Select(FactorValue.Choice)];
    }

    private static ImmutableArray<Gate> Each(Gate[] gates)
    {
        ArgumentNullException.ThrowIfNull(gates);
        foreach (var gate in gates)
            ArgumentNullException.ThrowIfNull(gate, nameof(gates));
        return [.. gates];
    }

    private static ComparisonGate Of(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new ComparisonGate { Factor = factor.Id, Unit = factor.NumbersIn };
    }
}
