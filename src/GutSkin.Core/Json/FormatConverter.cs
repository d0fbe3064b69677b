using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core.Json;

/// <summary>
/// Gives System.Text.Json the documented form of a type, whatever the options: read with every check of the format's own reader, and
/// written as that writes it, indented and escaped as the options say.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal abstract class FormatConverter<T>(Func<JsonReading, JsonTreeNode, T?> read, Action<JsonTextWriter, T> write) : JsonConverter<T>
    where T : class
{
    // Deeper than any document that is read: a gate described in C# may be.
    private const int Depth = 1_000;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value has faults; the message names all of them, lines and columns counted from where the value begins.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var tree = JsonTreeParser.Parse(JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray(), JsonDialect.Strict);
        var reading = new JsonReading(tree, null);
        var value = tree.Fault is null ? read(reading, tree.Root) : null;
        var faults = reading.Diagnostics();
        return value is not null && faults.IsEmpty ? value : throw new JsonException(string.Join('\n', faults));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var json = new JsonTextWriter();
        write(json, value);
        using var document = JsonDocument.Parse(json.ToString(), new JsonDocumentOptions { MaxDepth = Depth });
        document.RootElement.WriteTo(writer);
    }
}
