using System.Globalization;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>An answer: a number, yes or no, or a choice. As JSON it is a number, true or false, or a string.</summary>
[JsonConverter(typeof(FactorValueConverter))]
public readonly record struct FactorValue
{
    private readonly double number;
    private readonly string? choice;

    private FactorValue(FactorValueKind kind, double number, string? choice)
    {
        Kind = kind;
        this.number = number;
        this.choice = choice;
    }

    /// <summary>What kind of answer this is.</summary>
    public FactorValueKind Kind { get; }

    /// <summary>The number; throws where this is none.</summary>
    /// <exception cref="InvalidOperationException">This is not a number.</exception>
    public double AsNumber => Kind == FactorValueKind.Number ? number : throw new InvalidOperationException("Not a number.");

    /// <summary>The yes (true) or no (false); throws where this is neither.</summary>
    /// <exception cref="InvalidOperationException">This is not yes or no.</exception>
    public bool AsBoolean => Kind == FactorValueKind.Boolean ? number != 0 : throw new InvalidOperationException("Not yes or no.");

    /// <summary>The choice; throws where this is none.</summary>
    /// <exception cref="InvalidOperationException">This is not a choice.</exception>
    public string AsChoice => Kind == FactorValueKind.Choice ? choice! : throw new InvalidOperationException("Not a choice.");

    /// <summary>A number; −0 is 0.</summary>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The answer.</returns>
    public static FactorValue Number(double value) => new(FactorValueKind.Number, value + 0.0, null);

    /// <summary>Yes or no.</summary>
    /// <param name="value">True for yes.</param>
    /// <returns>The answer.</returns>
    public static FactorValue Boolean(bool value) => new(FactorValueKind.Boolean, value ? 1 : 0, null);

    /// <summary>A choice.</summary>
    /// <param name="value">The id of the choice.</param>
    /// <returns>The answer.</returns>
    public static FactorValue Choice(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(FactorValueKind.Choice, 0, value);
    }

#pragma warning disable CA2225 // Number and Boolean are the named alternatives. One from string would make null an answer: b ? answer : null.
    /// <summary>A number.</summary>
    /// <param name="value">The number, in the factor's unit.</param>
    public static implicit operator FactorValue(double value) => Number(value);

    /// <summary>Yes or no.</summary>
    /// <param name="value">True for yes.</param>
    public static implicit operator FactorValue(bool value) => Boolean(value);
#pragma warning restore CA2225

    /// <summary>The answer as it would stand in JSON, without quotes.</summary>
    /// <returns>A culture-free text.</returns>
    public override string ToString() => Kind switch
    {
        FactorValueKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        FactorValueKind.Boolean => number != 0 ? "true" : "false",
        _ => choice!,
    };
}

/// <summary>The kind of a <see cref="FactorValue"/>.</summary>
[JsonConverter(typeof(KebabEnumConverter<FactorValueKind>))]
public enum FactorValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A choice.</summary>
    Choice,
}

/// <summary>What kind of answer a factor takes.</summary>
[JsonConverter(typeof(KebabEnumConverter<FactorKind>))]
public enum FactorKind
{
    /// <summary>A number, in the factor's unit.</summary>
    Number,

    /// <summary>A whole number, in the factor's unit.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of the factor's choices.</summary>
    Choice,
}
