using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core.Consultations;

/// <summary>The properties of a quiz.</summary>
internal static class QuizShapes
{
    public static readonly ObjectShape Quiz = new("quiz", typeof(Quiz), "$schema id! title questions!");

    public static readonly ObjectShape Question = new("question of a quiz", typeof(QuizQuestion), "id! title factor unit answers");

    public static readonly ObjectShape Answer = new("answer of a quiz", typeof(QuizAnswer), "concerns screened observations");
}

/// <summary>Reads a quiz, knowing nothing of any rule set.</summary>
internal static class QuizReader
{
    public static Quiz Read(JsonReading reading)
    {
        var json = ObjectReader.Open(reading, reading.Tree.Root, QuizShapes.Quiz);
        json.String("$schema");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new Quiz
        {
            Id = json.EntryId(),
            Title = json.String("title"),
            Questions = json.List("questions", (r, node) => Question(r, node, seen)),
            Source = reading.SourceOf(reading.Tree.Root),
        };
    }

    private static QuizQuestion Question(JsonReading reading, JsonTreeNode node, HashSet<string> seen)
    {
        var json = ObjectReader.Open(reading, node, QuizShapes.Question);
        string id = json.Text("id");
        if (id.Length > 0 && !seen.Add(id))
            reading.Report(DiagnosticCodes.DuplicateId, json.Find("id")!.Value, $"The quiz has two questions {Quoting.Quote(id)}.", "Give each an id of its own.");
        if (json.IsOpen && !json.Has("factor") && !json.Has("answers"))
            json.ReportMissing("answers", "Give its 'answers', or the 'factor' whose value it asks for.");
        if (json.Has("factor") && json.Find("answers") is { } extra)
            reading.Report(DiagnosticCodes.PropertyDoesNotApply, extra, "A question with a 'factor' has no 'answers'.", "Leave one of the two out.");
        if (!json.Has("factor") && json.Find("unit") is { } unit)
            reading.Report(DiagnosticCodes.PropertyDoesNotApply, unit, "Only a question with a 'factor' has a 'unit'.", "Give the unit in the observations of its answers.");
        return reading.Place(
            new QuizQuestion
            {
                Id = id,
                Title = json.String("title"),
                Factor = json.String("factor"),
                Unit = json.String("unit"),
                Answers = json.Find("answers") is { } answers ? Answers(reading, answers) : [],
            },
            node);
    }

    private static ImmutableArray<QuizAnswer> Answers(JsonReading reading, JsonTreeNode node)
    {
        var answers = ImmutableArray.CreateBuilder<QuizAnswer>();
        if (reading.CanHold(node, "an object of answers by their ids"))
        {
            foreach (var answer in node.Children)
                answers.Add(new QuizAnswer(answer.Name, Says(reading, answer)));
        }

        return answers.ToImmutable();
    }

    /// <summary>What an answer means: a profile without an id and a day.</summary>
    private static PersonProfile Says(JsonReading reading, JsonTreeNode node)
    {
        foreach (string property in (ReadOnlySpan<string>)["$schema", "id", "asOf"])
        {
            if (node.Kind == JsonKind.Object && node.Property(property) is { } extra)
                reading.ReportName(DiagnosticCodes.UnknownProperty, extra, $"An answer of a quiz has no property {Quoting.Quote(property)}.", $"It has: {string.Join(", ", QuizShapes.Answer.Properties)}.");
        }

        return ProfileReader.Read(reading, node);
    }
}
