using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GutSkin.Core;

/// <summary>Comparisons and plans as JSON, indented and whole: the same gives the same bytes everywhere.</summary>
public static class FollowUpJson
{
    private static readonly FollowUpJsonContext Context = new(new JsonSerializerOptions(FollowUpJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>Writes a comparison in the format <c>gutskin.comparison/1</c>.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>JSON with line feeds, ending in one.</returns>
    public static string ToJson(this Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonSerializer.Serialize(comparison, Context.Comparison) + "\n";
    }

    /// <summary>Writes a plan in the format <c>gutskin.plan/1</c>.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>JSON with line feeds, ending in one.</returns>
    public static string ToJson(this Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonSerializer.Serialize(plan, Context.Plan) + "\n";
    }
}

/// <summary>How follow-ups are written: camelCase, kebab-case words, absent values left out, properties in the order of the nouns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(Plan))]
internal sealed partial class FollowUpJsonContext : JsonSerializerContext;
