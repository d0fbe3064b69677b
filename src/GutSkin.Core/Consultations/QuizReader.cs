using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.Profiles.Format;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Consultations;

/// <summary>The properties of a quiz.</summary>
internal static class QuizShapes
{
    public static readonly ObjectShape Quiz = new("quiz", "$schema id! title questions!");

    public static readonly ObjectShape Question = new("question of a quiz", "id! title factor unit answers");

    public static readonly ObjectShape Answer = new("answer of a quiz", "concerns screened observations");
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

/// <summary>Holds a quiz against a rule set: what it speaks of is there and fits, and a screen that it says no to can also be said yes to.</summary>
internal sealed class QuizChecker
{
    private const int MostNamed = 3;

    private readonly Quiz quiz;
    private readonly EntryIndex index;
    private readonly List<Diagnostic> found = [];

    private QuizChecker(Quiz quiz, EntryIndex index) => (this.quiz, this.index) = (quiz, index);

    public static ImmutableArray<Diagnostic> Check(Quiz quiz, ResolvedRuleSet ruleSet)
    {
        var checker = new QuizChecker(quiz, ruleSet.Index);
        foreach (var question in quiz.Questions)
            checker.CheckQuestion(question);
        checker.CheckTwice();
        checker.CheckScreens();
        return [.. checker.found.OrderBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)];
    }

    private void CheckQuestion(QuizQuestion question)
    {
        foreach (var answer in question.Answers)
            ProfileChecker.Check(answer.Says, index, ignoreUnknownFactors: false, found);
        if (question.Factor is not { } id)
            return;
        if (!index.Factors.TryGetValue(id, out var factor))
            Add(DiagnosticCodes.UnknownFactor, DiagnosticSeverity.Error, question, "factor", $"There is no factor {Quoting.Quote(id)}.", Ids.HintFor(id, index.Factors.Keys));
        else if (!UnitConverter.TryFind(factor, question.Unit, out _))
            Add(DiagnosticCodes.NoConversion, DiagnosticSeverity.Error, question, "unit", $"The factor '{id}' has no conversion from this unit.", UnitConverter.Hint(factor));
    }

    /// <summary>Two questions that answer one factor: what the person says to the one may contradict the other.</summary>
    private void CheckTwice()
    {
        var first = new Dictionary<string, QuizQuestion>(StringComparer.Ordinal);
        foreach (var question in quiz.Questions)
        {
            foreach (string factor in Factors(question).Distinct(StringComparer.Ordinal))
            {
                if (!first.TryAdd(factor, question))
                {
                    Add(
                        DiagnosticCodes.QuizAnswersTwice, DiagnosticSeverity.Warning, question, "id",
                        $"The questions {Quoting.Quote(first[factor].Id)} and {Quoting.Quote(question.Id)} both answer '{factor}'.",
                        "Ask it once; where the two differ, the answers are refused.");
                }
            }
        }
    }

    /// <summary>Screens that the quiz says it has shown, of which nothing can be said yes to.</summary>
    private void CheckScreens()
    {
        var yes = quiz.Questions.Where(q => q.Factor is not null).Select(q => q.Factor!)
            .Concat(quiz.Questions.SelectMany(q => q.Answers).SelectMany(a => a.Says.Observations).Where(o => o.Value.Value == FactorValue.Boolean(true)).Select(o => o.Key))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var question in quiz.Questions)
        {
            foreach (var screened in question.Answers.SelectMany(a => a.Says.Screened))
            {
                if (!index.Screens.TryGetValue(screened.Screen, out var screen))
                    continue;
                string[] denied = [.. (screened.Items ?? screen.Factors).Where(f => !yes.Contains(f))];
                if (denied.Length == 0)
                    continue;
                string names = string.Join(", ", denied.Take(MostNamed).Select(f => $"'{f}'")) + (denied.Length > MostNamed ? $" and {denied.Length - MostNamed} more" : "");
                Add(
                    DiagnosticCodes.QuizCannotSayYes, DiagnosticSeverity.Warning, question, "answers",
                    $"The quiz says that the screen '{screen.Id}' was answered, and no answer of it says yes to {names}.",
                    "Show each line, map its yes, and list under 'items' what the quiz shows; or leave the screen to a consultation.");
            }
        }
    }

    private static IEnumerable<string> Factors(QuizQuestion question) =>
        question.Factor is { } factor ? [factor] : question.Answers.SelectMany(a => a.Says.Observations.Keys);

    private void Add(string code, DiagnosticSeverity severity, QuizQuestion question, string property, string message, string? hint)
    {
        SourceLocation? place = quiz.Source?.Locate(question, [property]);
        found.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            File = quiz.Source?.File,
            Line = place?.Line,
            Column = place?.Column,
            Path = place?.Path ?? "$",
            Message = message,
            Hint = hint,
        });
    }
}
