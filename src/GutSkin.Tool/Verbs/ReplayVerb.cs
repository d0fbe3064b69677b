using System.CommandLine;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin replay ASSESSMENT --profile PROFILE</c>: scores again and says whether the same comes out.</summary>
internal static class ReplayVerb
{
    private const string AssessmentSchema = "gutskin.assessment/1";

    public static Command Command()
    {
        var stored = new Argument<string>("ASSESSMENT") { Description = "The assessment to check, as JSON." };
        var profile = new Option<string>("--profile") { Description = "The profile it was made of.", HelpName = "PROFILE", Required = true };
        var rules = new RuleOptions();
        var assessing = new AssessmentChoices();
        var command = new Command("replay", "Scores again and says 'identical', or the first difference.") { stored, profile };
        rules.AddTo(command);
        assessing.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(stored), profilePath = parsed.GetRequiredValue(profile);
            byte[] text = InputFile.Read(path);
            var composed = rules.Compose(parsed, rules.Split(parsed, path).Files);
            byte[] profileText = InputFile.Read(profilePath);
            if (!composed.Success)
                return DiagnosticReport.Reject([.. AssessmentJson.Read(text, InputFile.NameOf(path)).Diagnostics, .. composed.Diagnostics]);
            var service = new ScoringService(composed.Value);
            var before = service.ReadAssessment(text, InputFile.NameOf(path));
            var person = service.ReadProfile(profileText, InputFile.NameOf(profilePath), assessing.Of(parsed));
            if (!before.Success || !person.Success)
                return DiagnosticReport.Reject([.. before.Diagnostics, .. person.Diagnostics]);
            if (OtherClass(before.Value.RuleSet, composed.Value) is { } other)
            {
                Std.WriteResult(other);
                return ExitCode.InputErrors;
            }

            var after = service.Assess(person.Value, assessing.Of(parsed));

            using var old = JsonDocument.Parse(WithoutByteOrderMark(text));
            bool isCompact = old.RootElement.GetProperty("schema").GetString() is { } schema && schema != AssessmentSchema;
            using var now = JsonDocument.Parse(isCompact ? after.ToJson(AssessmentJsonOptions.Compact) : after.ToJson());
            string? difference = Difference(old.RootElement, now.RootElement, "$");
            Std.WriteResult(difference is null ? "identical" : $"the first difference is at {difference}");
            return difference is null ? ExitCode.Done : ExitCode.InputErrors;
        });
        return command;
    }

    /// <summary>A rule that a class computed when the assessment was made, and that is not there now: no JSON can hold it.</summary>
    private static string? OtherClass(RuleSetIdentity before, ResolvedRuleSet now) =>
        before.Classes?.FirstOrDefault(c => !now.Classes.Contains(c)) is { } missing
            ? $"cannot be replayed: the rule {missing.Id} was computed by the class {missing.Type} {missing.Version}, which is not part of this program"
            : null;

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] utf8) =>
        utf8.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8.AsMemory(3) : utf8;

    /// <summary>The path of the first difference, without the values: they may be a person's. Numbers are compared as doubles.</summary>
    private static string? Difference(JsonElement a, JsonElement b, string path)
    {
        if (a.ValueKind != b.ValueKind)
            return path;
        switch (a.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in a.EnumerateObject())
                {
                    string inner = $"{path}.{property.Name}";
                    if (!b.TryGetProperty(property.Name, out var other))
                        return inner;
                    if (Difference(property.Value, other, inner) is { } found)
                        return found;
                }

                foreach (var property in b.EnumerateObject())
                {
                    if (!a.TryGetProperty(property.Name, out _))
                        return $"{path}.{property.Name}";
                }

                return null;
            case JsonValueKind.Array:
                for (int i = 0; i < Math.Min(a.GetArrayLength(), b.GetArrayLength()); i++)
                {
                    if (Difference(a[i], b[i], $"{path}[{i}]") is { } found)
                        return found;
                }

                return a.GetArrayLength() == b.GetArrayLength() ? null : $"{path}[{Math.Min(a.GetArrayLength(), b.GetArrayLength())}]";
            case JsonValueKind.Number:
                return a.GetDouble().Equals(b.GetDouble()) ? null : path;
            case JsonValueKind.String:
                return a.GetString() == b.GetString() ? null : path;
            default:
                return null;
        }
    }
}
