using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GutSkin.Cohorts;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>A file that says what the columns of a cohort mean.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Text">Its text.</param>
internal sealed record MapFile(string File, string Text)
{
    private static readonly JsonDocumentOptions Relaxed = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The maps among files.</summary>
    public static ImmutableArray<MapFile> Among(IEnumerable<string> files) =>
    [
        .. files.Where(file => file != "-" && System.IO.File.Exists(file))
            .Select(file => new MapFile(file, System.IO.File.ReadAllText(file)))
            .Where(file => IsMap(file.Text)),
    ];

    /// <summary>Everything that is wrong with it, held against rule sets laid over the built-in one, and against a cohort's header.</summary>
    /// <param name="documents">The rule sets of the same command.</param>
    /// <param name="cohort">A file of people; null where none was given: then its own names are taken as the header.</param>
    public ImmutableArray<Diagnostic> Lint(IReadOnlyList<RuleSetDocument> documents, string? cohort)
    {
        var read = CohortMap.Read(Encoding.UTF8.GetBytes(Text), InputFile.NameOf(File));
        if (read.Value is not { } map)
            return read.Diagnostics;
        var rules = documents.Count == 0 ? BuiltInRuleSet.Resolved : RuleSetComposer.Compose([BuiltInRuleSet.Document, .. documents]).Value;
        if (rules is null)
            return [];
        IReadOnlyCollection<string> names = cohort is null
            ? [.. map.Columns.Keys, .. map.Columns.Values.Select(c => c.UnitColumn).OfType<string>(), .. map.Computed.SelectMany(c => c.Terms.Keys.Concat(c.Powers.Keys)), map.Id ?? "id"]
            : InputFile.With(cohort, _ => CohortReader.HeaderOf(cohort));
        return map.Check(names, rules, InputFile.NameOf(File));
    }

    /// <summary>Whether a text has columns and none of the sections of a rule set.</summary>
    private static bool IsMap(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Relaxed);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("columns", out _) && !root.TryGetProperty("version", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
