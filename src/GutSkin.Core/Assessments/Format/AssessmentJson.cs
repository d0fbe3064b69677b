using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GutSkin.Core.Assessments.Format;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>Assessments as JSON, in the format <c>gutskin.assessment/1</c>: the same assessment gives the same bytes everywhere.</summary>
public static class AssessmentJson
{
    private const int InitialSize = 256 * 1024;

    /// <summary>Letters of all scripts stand as they are; only what could end a script or an attribute is escaped.</summary>
    internal static readonly AssessmentJsonContext Context = new(new JsonSerializerOptions(AssessmentJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    internal static readonly CompactAssessmentContext CompactContext = new(new JsonSerializerOptions(CompactAssessmentContext.Default.Options) { Encoder = Context.Options.Encoder });

    /// <summary>
    /// Reads an assessment back. What a later minor version of the format has added is ignored. For reports in its own language and with
    /// its sources, read it with the service: <see cref="ScoringServiceExtensions.ReadAssessment(IScoringService, string, string)"/>.
    /// </summary>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The assessment, without <see cref="Assessment.Knowledge"/>, or what is wrong, with line and column.</returns>
    public static ReadResult<Assessment> Read(ReadOnlyMemory<byte> utf8, string? file = null) => AssessmentReader.Read(utf8, file);

    /// <summary>Reads an assessment back; as the other <see cref="Read(ReadOnlyMemory{byte}, string)"/>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The assessment, without <see cref="Assessment.Knowledge"/>, or what is wrong, with line and column.</returns>
    public static ReadResult<Assessment> Read(string json, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return AssessmentReader.Read(Encoding.UTF8.GetBytes(json), file);
    }

    /// <summary>Writes an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">In which form; null = indented and whole.</param>
    /// <returns>JSON with line feeds, ending in one.</returns>
    public static string Write(Assessment assessment, AssessmentJsonOptions? options = null)
    {
        var bytes = new ArrayBufferWriter<byte>(InitialSize);
        assessment.WriteTo(bytes, options);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes an assessment, as <see cref="Write"/> does.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">In which form; null = indented and whole.</param>
    /// <returns>JSON with line feeds, ending in one.</returns>
    public static string ToJson(this Assessment assessment, AssessmentJsonOptions? options = null) => Write(assessment, options);

    /// <summary>Writes an assessment as UTF-8 without a byte order mark, into the buffer of an answer or a file.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <param name="options">In which form; null = indented and whole.</param>
    /// <exception cref="ArgumentException">The options leave out what the rule set says, and the assessment has no <see cref="Assessment.Knowledge"/>, or that of another rule set.</exception>
    public static void WriteTo(this Assessment assessment, IBufferWriter<byte> destination, AssessmentJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= AssessmentJsonOptions.Default;
        var form = options.Form;
        if (!options.WithRuleSetFacts)
        {
            using (var writer = new Utf8JsonWriter(destination, form))
                assessment.WriteCompact(writer, options.WithNoExpectedBenefit);
            destination.Write("\n"u8);
            return;
        }

        // The writer has the encoder: with options that name one the serializer would not take the code that is generated for it.
        using (var writer = new Utf8JsonWriter(destination, form))
            JsonSerializer.Serialize(writer, options.Shown(assessment), AssessmentJsonContext.Default.Assessment);
        destination.Write("\n"u8);
    }

    private static void WriteCompact(this Assessment assessment, Utf8JsonWriter writer, bool withNoExpectedBenefit)
    {
        if (assessment.Knowledge is not { } rules || rules.Sha256 != assessment.RuleSet.Sha256)
            throw new ArgumentException("The compact form leaves out what the rule set says: the assessment must know the one that made it. Read it with a service of that rule set first.");
        var words = new RuleSetWords(rules, assessment.Culture, assessment.Words ?? WordTable.For(assessment.Culture));
        new CompactWriter(writer, assessment, CompiledRuleSet.Of(rules), words).Write(withNoExpectedBenefit);
    }

    /// <summary>Writes an assessment as UTF-8 without a byte order mark.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="destination">Where the text of <see cref="Write"/> goes.</param>
    /// <param name="options">In which form; null = indented and whole.</param>
    public static void WriteTo(this Assessment assessment, Stream destination, AssessmentJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var bytes = new ArrayBufferWriter<byte>(InitialSize);
        assessment.WriteTo(bytes, options);
        destination.Write(bytes.WrittenSpan);
    }
}

/// <summary>In which form an assessment is written. Each can be read back.</summary>
public sealed record AssessmentJsonOptions
{
    /// <summary>Indented, with everything: for people and for comparing.</summary>
    public static AssessmentJsonOptions Default { get; } = new();

    /// <summary>
    /// On one line, without the interventions of which no benefit is expected and without what the rule set says anyway (names, texts,
    /// effects, sources): for storing. A tenth of the whole; the service whose rule set has the same hash reads it back whole.
    /// </summary>
    public static AssessmentJsonOptions Compact { get; } = new() { Indented = false, WithNoExpectedBenefit = false, WithRuleSetFacts = false };

    /// <summary>Whether it is indented. Default: true.</summary>
    public bool Indented { get; init; } = true;

    /// <summary>Whether it lists the interventions of which no benefit is expected. Default: true.</summary>
    public bool WithNoExpectedBenefit { get; init; } = true;

    /// <summary>
    /// Whether it repeats what the rule set says of what it names, so that whoever reads it needs no rule set. Default: true. Without, it is
    /// of the format <c>gutskin.assessment-compact/1</c>, and <see cref="ScoringServiceExtensions.ReadAssessment(IScoringService, string, string)"/>
    /// reads it.
    /// </summary>
    public bool WithRuleSetFacts { get; init; } = true;

    internal JsonWriterOptions Form => new() { Encoder = AssessmentJson.Context.Options.Encoder, Indented = Indented, NewLine = "\n", SkipValidation = true };

    internal Assessment Shown(Assessment assessment) => WithNoExpectedBenefit ? assessment : assessment with
    {
        Recommendations = assessment.Recommendations.RemoveAll(static r => r.Status == RecommendationStatus.NoExpectedBenefit),
    };
}

/// <summary>How an assessment is written: camelCase, kebab-case words, absent values left out, properties in the order of the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class AssessmentJsonContext : JsonSerializerContext;
