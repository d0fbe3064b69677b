using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GutSkin.Core.Json;

namespace GutSkin.Core;

/// <summary>
/// What was said to somebody, kept for an audit without keeping their answers: the rule set and the engine that said it, everything shown
/// and everything held back, and codes by which years later an assessment, a profile, and the record itself are known again or found altered.
/// Codes are HMAC-SHA-256 (RFC 2104, FIPS 180-4) with a key of the host; whoever has the key and a guess of the answers can test the guess, so keep
/// the key as the answers are kept. A record names suggestions and findings: it is health data too.
/// </summary>
public sealed class AuditRecord
{
    /// <summary>The least length of a key, in bytes: that of the hash.</summary>
    public const int LeastKeyLength = 32;

    internal const string SchemaName = "gutskin.audit/1";

    private static readonly AuditJsonContext Context = new(new JsonSerializerOptions(AuditJsonContext.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The format, <c>gutskin.audit/1</c>.</summary>
    [JsonPropertyName("schema")]
    public string Schema { get; init; } = SchemaName;

    /// <summary>The rule set, by its SHA-256.</summary>
    [JsonPropertyName("ruleSet")]
    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>The version of the engine.</summary>
    [JsonPropertyName("engine")]
    public required string Engine { get; init; }

    /// <summary>The language it was said in; absent where none was asked for, which is English.</summary>
    [JsonPropertyName("culture")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Culture { get; init; }

    /// <summary>The day of the assessment; absent where the profile had none.</summary>
    [JsonPropertyName("asOf")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AsOf { get; init; }

    /// <summary>The keyed code of the profile: HMAC-SHA-256 of its canonical JSON (RFC 8785) in UTF-8, in hexadecimal digits.</summary>
    [JsonPropertyName("profile")]
    public required string ProfileCode { get; init; }

    /// <summary>The keyed code of the assessment: HMAC-SHA-256 of its whole JSON in UTF-8, in hexadecimal digits.</summary>
    [JsonPropertyName("assessment")]
    public required string AssessmentCode { get; init; }

    /// <summary>The triage, and whether nothing was left to check.</summary>
    [JsonPropertyName("triage")]
    public required TriageLevel Triage { get; init; }

    /// <summary>Whether no red flag was left unresolved that something askable decides.</summary>
    [JsonPropertyName("triageComplete")]
    public required bool TriageComplete { get; init; }

    /// <summary>Red flags that were up, by rule.</summary>
    [JsonPropertyName("flags")]
    public required ImmutableArray<string> Flags { get; init; }

    /// <summary>Suggestions that were shown as something to do, in their order.</summary>
    [JsonPropertyName("shown")]
    public required ImmutableArray<AuditedSuggestion> Shown { get; init; }

    /// <summary>Suggestions that were not, each with its status and the safety rules that held it back.</summary>
    [JsonPropertyName("heldBack")]
    public required ImmutableArray<AuditedSuggestion> HeldBack { get; init; }

    /// <summary>The keyed code of all of the above.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>Makes the record of an assessment.</summary>
    /// <param name="assessment">The assessment, as it was given.</param>
    /// <param name="profile">The profile that it was made of.</param>
    /// <param name="key">The host's key, at least <see cref="LeastKeyLength"/> bytes.</param>
    /// <returns>The record; the same for the same assessment, profile and key.</returns>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public static AuditRecord Of(Assessment assessment, PersonProfile profile, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(profile);
        Require(key);
        var record = new AuditRecord
        {
            RuleSet = assessment.RuleSet,
            Engine = assessment.Engine,
            Culture = assessment.Culture,
            AsOf = assessment.AsOf,
            ProfileCode = CodeOf(profile, key),
            AssessmentCode = CodeOf(assessment, key),
            Triage = assessment.Triage.Level,
            TriageComplete = assessment.Triage.Complete,
            Flags = [.. assessment.Triage.Flags.Select(f => f.Rule)],
            Shown = [.. assessment.Recommendations.Where(r => r.IsSuggested).Select(AuditedSuggestion.Of)],
            HeldBack = [.. assessment.Recommendations.Where(r => !r.IsSuggested).Select(AuditedSuggestion.Of)],
            Code = "",
        };
        return record.With(record.CodeOfAll(key));
    }

    /// <summary>Reads a record.</summary>
    /// <param name="json">The JSON that <see cref="ToJson"/> wrote.</param>
    /// <returns>The record; null where the text is none. Whether it was altered, <see cref="Check"/> says.</returns>
    public static AuditRecord? Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            // What lacks a part can be read, but not written: it is no record.
            return JsonSerializer.Deserialize(json, Context.AuditRecord) is { Schema: SchemaName } record && record.ToJson().Length > 0 ? record : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the record.</summary>
    /// <returns>JSON with line feeds, ending in one.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, Context.AuditRecord) + "\n";

    /// <summary>Says what does not fit: any altered byte of the record, of the assessment, or of the profile.</summary>
    /// <param name="key">The key that it was made with.</param>
    /// <param name="assessment">The assessment that it is said to be of; null = not looked at.</param>
    /// <param name="profile">The profile that it is said to be of; null = not looked at.</param>
    /// <returns>What was found; empty where all that was looked at fits.</returns>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public ImmutableArray<AuditFinding> Check(byte[] key, Assessment? assessment = null, PersonProfile? profile = null)
    {
        Require(key);
        var found = ImmutableArray.CreateBuilder<AuditFinding>();
        if (!Same(Code, CodeOfAll(key)))
            found.Add(AuditFinding.RecordAltered);
        if (assessment is not null && !Same(AssessmentCode, CodeOf(assessment, key)))
            found.Add(AuditFinding.OtherAssessment);
        if (profile is not null && !Same(ProfileCode, CodeOf(profile, key)))
            found.Add(AuditFinding.OtherProfile);
        return found.ToImmutable();
    }

    /// <summary>The rule set and the day; nothing of the person.</summary>
    /// <returns>For example <c>gutskin.evidence 2.0.0, 2026-11-20</c>.</returns>
    public override string ToString() => $"{RuleSet.Id} {RuleSet.Version}{(AsOf is { } day ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {day:yyyy-MM-dd}") : "")}";

    private static void Require(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length < LeastKeyLength)
            throw new ArgumentException("The key of an audit record has at least 32 bytes.", nameof(key));
    }

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static string CodeOf(PersonProfile profile, byte[] key) => Hash(key, CanonicalJson.Of(ProfileJson.Write(profile)));

    private static string CodeOf(Assessment assessment, byte[] key) => Hash(key, Encoding.UTF8.GetBytes(assessment.ToJson()));

    private static string Hash(byte[] key, byte[] text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, text));

    private string CodeOfAll(byte[] key) => Hash(key, CanonicalJson.Of(With("").ToJson()));

    private AuditRecord With(string code) => new()
    {
        Schema = Schema, RuleSet = RuleSet, Engine = Engine, Culture = Culture, AsOf = AsOf, ProfileCode = ProfileCode, AssessmentCode = AssessmentCode,
        Triage = Triage, TriageComplete = TriageComplete, Flags = Flags, Shown = Shown, HeldBack = HeldBack, Code = code,
    };
}

/// <summary>A suggestion as it stood in an assessment.</summary>
public sealed class AuditedSuggestion
{
    /// <summary>The id of the intervention.</summary>
    [JsonPropertyName("intervention")]
    public required string Intervention { get; init; }

    /// <summary>Its status.</summary>
    [JsonPropertyName("status")]
    public required RecommendationStatus Status { get; init; }

    /// <summary>The ids of the contraindications and cautions that held, as the assessment lists them.</summary>
    [JsonPropertyName("safety")]
    public required ImmutableArray<string> Safety { get; init; }

    /// <summary>The ids of those that nobody had decided yet.</summary>
    [JsonPropertyName("unresolved")]
    public required ImmutableArray<string> Unresolved { get; init; }

    internal static AuditedSuggestion Of(Recommendation recommendation) => new()
    {
        Intervention = recommendation.Intervention,
        Status = recommendation.Status,
        Safety = Ids(recommendation, SafetyState.True),
        Unresolved = Ids(recommendation, SafetyState.Unknown),
    };

    private static ImmutableArray<string> Ids(Recommendation recommendation, SafetyState state) =>
        [.. recommendation.Safety.Where(s => s.State == state).Select(s => s.Rule)];
}

/// <summary>What an audit found.</summary>
[JsonConverter(typeof(KebabEnumConverter<AuditFinding>))]
public enum AuditFinding
{
    /// <summary>The record was altered since it was made, or made with another key.</summary>
    RecordAltered,

    /// <summary>The assessment is not the one that the record is of.</summary>
    OtherAssessment,

    /// <summary>The profile is not the one that the record is of.</summary>
    OtherProfile,
}

/// <summary>How records are written: absent values left out, properties in the order of the type.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AuditRecord))]
internal sealed partial class AuditJsonContext : JsonSerializerContext;
