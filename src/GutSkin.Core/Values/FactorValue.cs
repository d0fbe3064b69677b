using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

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

    /// <summary>A number.</summary>
    /// <param name="value">The number, in the factor's unit.</param>
    /// <returns>The answer.</returns>
    public static FactorValue Number(double value) => new(FactorValueKind.Number, value, null);

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

/// <summary>An answer as a JSON number, boolean or string.</summary>
internal sealed class FactorValueConverter : JsonConverter<FactorValue>
{
    /// <inheritdoc/>
    public override FactorValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => FactorValue.Boolean(true),
        JsonTokenType.False => FactorValue.Boolean(false),
        JsonTokenType.String => FactorValue.Choice(reader.GetString()!),
        JsonTokenType.Number => FactorValue.Number(reader.GetDouble()),
        _ => throw new JsonException("An answer is a number, true, false or a string."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactorValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case FactorValueKind.Number:
                writer.WriteNumberValue(value.AsNumber);
                break;
            case FactorValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            default:
                writer.WriteStringValue(value.AsChoice);
                break;
        }
    }
}
