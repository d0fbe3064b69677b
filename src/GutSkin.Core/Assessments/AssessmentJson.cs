using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>Assessments as JSON, in the format <c>gutskin.assessment/1</c>: the same assessment gives the same bytes everywhere.</summary>
public static class AssessmentJson
{
    private const int InitialSize = 256 * 1024;

    /// <summary>Letters of all scripts stand as they are; only what could end a script or an attribute is escaped.</summary>
    private static readonly AssessmentJsonContext Context = new(new JsonSerializerOptions(AssessmentJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>The same form, for a writer of one's own.</summary>
    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = Context.Options.Encoder,
        Indented = true,
        NewLine = "\n",
        SkipValidation = true,
    };

    /// <summary>Writes an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>Indented JSON with line feeds, ending in one.</returns>
    public static string ToJson(this Assessment assessment)
    {
        var bytes = new ArrayBufferWriter<byte>(InitialSize);
        assessment.WriteUtf8Json(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes an assessment as UTF-8 without a byte-order mark.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The bytes of <see cref="ToJson"/>.</returns>
    public static byte[] ToUtf8Json(this Assessment assessment)
    {
        var bytes = new ArrayBufferWriter<byte>(InitialSize);
        assessment.WriteUtf8Json(bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes an assessment as UTF-8 without a byte-order mark, into the buffer of an answer or a file.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="destination">Where the bytes of <see cref="ToJson"/> go.</param>
    public static void WriteUtf8Json(this Assessment assessment, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(destination);
        using (var writer = new Utf8JsonWriter(destination, Form))
            JsonSerializer.Serialize(writer, assessment, Context.Assessment);
        destination.Write("\n"u8);
    }

    /// <summary>Reads an assessment back, for comparing and replaying.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <returns>The assessment, without <see cref="Assessment.Knowledge"/>, or what is wrong.</returns>
    public static ReadResult<Assessment> Read(ReadOnlySpan<byte> utf8, string? file = null)
    {
        try
        {
            var assessment = JsonSerializer.Deserialize(WithoutByteOrderMark(utf8), Context.Assessment);
            return assessment is not null && assessment.Schema == Assessment.SchemaName
                ? new ReadResult<Assessment>(assessment, [])
                : Fail(file, null, "This is not a document of the format gutskin.assessment/1.");
        }
        catch (JsonException error)
        {
            return Fail(file, error, "This is not an assessment document.");
        }
        catch (InvalidOperationException)
        {
            return Fail(file, null, "This is not an assessment document.");
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;

    private static ReadResult<Assessment> Fail(string? file, JsonException? error, string message) => new(null,
    [
        new Diagnostic
        {
            Code = DiagnosticCodes.Syntax,
            Severity = DiagnosticSeverity.Error,
            File = file,
            Line = (int?)error?.LineNumber + 1,
            Column = (int?)error?.BytePositionInLine + 1,
            Path = error?.Path ?? "$",
            Message = message,
        },
    ]);
}

/// <summary>How an assessment is written: camelCase, kebab-case words, absent values left out, properties in the order of the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class AssessmentJsonContext : JsonSerializerContext;
