using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GutSkin.Core;

/// <summary>How an assessment is written: camelCase, kebab-case words, absent values left out, properties in the order of the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(FactorValueConverter),
        typeof(EffectConverter),
        typeof(KebabEnumConverter<Certainty>),
        typeof(KebabEnumConverter<ConditionKind>),
        typeof(KebabEnumConverter<IntendedUse>),
        typeof(KebabEnumConverter<QuestionReason>),
        typeof(KebabEnumConverter<RecommendationStatus>),
        typeof(KebabEnumConverter<RuleRole>),
        typeof(KebabEnumConverter<SafetyKind>),
        typeof(KebabEnumConverter<SafetyState>),
        typeof(KebabEnumConverter<TriageLevel>),
        typeof(KebabEnumConverter<Urgency>),
    ])]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class AssessmentJsonContext : JsonSerializerContext
{
    /// <summary>Writes letters of all scripts as they are, and escapes only what could end a script or an attribute.</summary>
    public static AssessmentJsonContext Readable { get; } = new(new JsonSerializerOptions(new AssessmentJsonContext().Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
