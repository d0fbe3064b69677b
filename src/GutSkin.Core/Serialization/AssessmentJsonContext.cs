using System.Text.Json.Serialization;

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
internal sealed partial class AssessmentJsonContext : JsonSerializerContext;
