using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core.RuleSets.Format;

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
