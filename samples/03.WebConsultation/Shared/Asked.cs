using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What comes in: a profile document, a culture, changes of answers.</summary>
internal static class Asked
{
    private const string SavedConsultation = "gutskin.consultation/1";

    /// <summary>What is said where a culture is none.</summary>
    public const string NoCulture = "The culture is a name like en or de-CH.";

    /// <summary>The options for a culture; null where it is none.</summary>
    public static AssessmentOptions? Options(string? culture) =>
        string.IsNullOrEmpty(culture) ? AssessmentOptions.Default
        : IsCultureName(culture) ? new AssessmentOptions { Culture = culture }
        : null;

    /// <summary>Reads a profile and assesses it; no assessment where there are faults.</summary>
    public static (Assessment? Assessment, ImmutableArray<Diagnostic> Faults) Assess(
        IScoringService scoring, ReadOnlyMemory<byte> body, AssessmentOptions options)
    {
        var profile = ProfileJson.Read(body);
        if (!profile.Success)
            return (null, profile.Diagnostics);
        var assessed = scoring.TryAssess(profile.Value, options);
        return (assessed.Value, assessed.Diagnostics);
    }

    /// <summary>The profile in a saved consultation, or a profile document as it is.</summary>
    public static ReadResult<PersonProfile> SavedProfile(IScoringService scoring, string text, AssessmentOptions options)
    {
        using var members = Members(Encoding.UTF8.GetBytes(text));
        if (members?.RootElement.Text("schema") != SavedConsultation)
            return ProfileJson.Read(text);
        var read = Consultation.Read(text, scoring, options);
        return read.Success ? ReadResult.Of(read.Value.Profile) : ReadResult.Failed<PersonProfile>(read.Diagnostics);
    }

    /// <summary>The members of a JSON object; null where the body is none.</summary>
    public static JsonDocument? Members(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a member, as it was written; null where there is none.</summary>
    public static string? Raw(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.GetRawText() : null;

    /// <summary>A member that is a text; null where there is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <summary>A member that is a list of texts; null where there is none.</summary>
    public static string[]? Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            && member.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String)
            ? [.. member.EnumerateArray().Select(entry => entry.GetString()!)]
            : null;

    /// <summary>A member that is an object of texts; null where there is none.</summary>
    public static Dictionary<string, string>? Fields(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member) || member.ValueKind != JsonValueKind.Object
            || member.EnumerateObject().Any(field => field.Value.ValueKind != JsonValueKind.String))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in member.EnumerateObject())
            fields[field.Name] = field.Value.GetString()!;
        return fields;
    }

    /// <summary>A member that is a day, YYYY-MM-DD; null where there is none.</summary>
    public static DateOnly? Day(this JsonElement element, string name) =>
        DateOnly.TryParseExact(element.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Changes by factor; null where the element is no object of numbers, texts and yes or no.</summary>
    public static Dictionary<string, FactorValue>? Changes(JsonElement element)
    {
        return element.TryGetProperty("changes", out var changes) ? Values(changes) : null;
    }

    /// <summary>Values by factor; null where the element is no object of numbers, texts and yes or no.</summary>
    public static Dictionary<string, FactorValue>? Values(JsonElement changes)
    {
        if (changes.ValueKind != JsonValueKind.Object)
            return null;
        var read = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        foreach (var change in changes.EnumerateObject())
        {
            FactorValue? value = change.Value.ValueKind switch
            {
                JsonValueKind.Number when change.Value.TryGetDouble(out double number) && double.IsFinite(number) => FactorValue.Number(number),
                JsonValueKind.True => FactorValue.Boolean(true),
                JsonValueKind.False => FactorValue.Boolean(false),
                JsonValueKind.String => FactorValue.Choice(change.Value.GetString()!),
                _ => null,
            };
            if (value is null || change.Name.Length == 0)
                return null;
            read[change.Name] = value.Value;
        }

        return read;
    }

    /// <summary>Two or three letters, then up to two parts of two to eight letters and digits.</summary>
    private static bool IsCultureName(string text)
    {
        string[] parts = text.Split('-');
        return parts.Length <= 3 && parts[0].Length is (2 or 3) && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
