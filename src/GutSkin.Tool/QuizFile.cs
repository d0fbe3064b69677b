using System.Collections.Immutable;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>A file that holds a quiz: what the answers of somebody's own questions mean.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Text">Its text.</param>
internal sealed record QuizFile(string File, string Text)
{
    private static readonly JsonDocumentOptions Relaxed = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The quizzes among files; standard input, which can be read only once, is a rule set.</summary>
    public static ImmutableArray<QuizFile> Among(IEnumerable<string> files) =>
    [
        .. files.Where(file => file != "-" && System.IO.File.Exists(file))
            .Select(file => new QuizFile(file, System.IO.File.ReadAllText(file)))
            .Where(file => IsQuiz(file.Text)),
    ];

    /// <summary>Everything that is wrong with it, held against rule sets laid over the built-in one.</summary>
    /// <param name="documents">The rule sets of the same command; their own faults are told with them.</param>
    public ImmutableArray<Diagnostic> Lint(IReadOnlyList<RuleSetDocument> documents)
    {
        var read = Quiz.Read(Text, InputFile.NameOf(File));
        if (read.Value is not { } quiz)
            return read.Diagnostics;
        var rules = documents.Count == 0 ? BuiltInRuleSet.Resolved : RuleSetComposer.Compose([BuiltInRuleSet.Document, .. documents]).Value;
        return rules is null ? [] : quiz.Check(rules);
    }

    /// <summary>Whether a text has questions and none of the sections of a rule set.</summary>
    private static bool IsQuiz(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Relaxed);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("questions", out _) && !root.TryGetProperty("version", out _);
        }
        catch (JsonException)
        {
            // Not even JSON: the reader of rule sets says where.
            return false;
        }
    }
}
