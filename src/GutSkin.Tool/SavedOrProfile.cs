using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>A file that is a saved assessment, or a profile to be assessed.</summary>
internal static class SavedOrProfile
{
    /// <summary>Reads a profile; null where it has errors, which are added.</summary>
    public static PersonProfile? Profile(ScoringService service, (byte[] Text, string Path) input, AssessmentOptions options, List<Diagnostic> faults)
    {
        var read = service.ReadProfile(input.Text, InputFile.NameOf(input.Path), options);
        faults.AddRange(read.Diagnostics);
        return read.Value;
    }

    /// <summary>Reads an assessment, or makes one of a profile; null where there are errors, which are added.</summary>
    public static Assessment? Assessed(ScoringService service, (byte[] Text, string Path) input, AssessmentOptions options, List<Diagnostic> faults)
    {
        if (!IsAssessment(input.Text))
            return Profile(service, input, options, faults) is { } profile ? service.Assess(profile, options) : null;
        var read = service.ReadAssessment(input.Text, InputFile.NameOf(input.Path));
        // Another rule set is a warning where an assessment is only read; who compares says so once.
        faults.AddRange(read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return read.Value;
    }

    /// <summary>Whether a text is an assessment, which names its format; anything else is read as a profile.</summary>
    public static bool IsAssessment(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? text.AsSpan(3) : text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("schema"u8))
                    return true;
                if (reader is { TokenType: JsonTokenType.PropertyName })
                    reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What is no JSON is reported where it is read.
        }

        return false;
    }
}
