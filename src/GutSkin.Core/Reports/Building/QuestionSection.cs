using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>What to ask next and why.</summary>
internal static class QuestionSection
{
    private const int Most = 6;
    private const double Much = 0.5;
    private const double Some = 0.2;

    public static ReportSection? Build(ReportContext context)
    {
        var words = context.Words;
        var questions = context.Assessment.NextQuestions;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var tests = OpenTests.Useful(context);
        if (questions.Length == 0 && tests.Count == 0)
            return null;
        blocks.Add(new ParagraphBlock(context.Assessment.Enough ? words.NarrowEnough : words.NarrowLead));
        if (questions.Length > 0)
        {
            blocks.Add(new ListBlock([.. questions.Take(Most).Select(q => Line(words, q))]));
            if (questions.Length > Most)
            {
                blocks.Add(new ParagraphBlock(
                    questions.Length == Most + 1 ? words.MoreQuestionsOne : WordTable.Fill(words.MoreQuestions, NumberWords.Count(questions.Length - Most)),
                    IsNote: true));
            }
        }

        if (tests.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.TestsIfAny, string.Join(", ", tests)), IsNote: true));
        return new ReportSection("narrow", words.Narrow, blocks.ToImmutable());
    }

    private static string Line(WordTable words, NextQuestion question)
    {
        string text = CleanText.Of(question.Title);
        if (question.Items.Length > 1)
            text += $" ({NumberWords.Count(question.Items.Length)})";
        string why = question.Reason is not (QuestionReason.Score or QuestionReason.Core) ? words.ForSafety
            : question.Gain >= Much ? words.GainMuch
            : question.Gain >= Some ? words.GainSome
            : words.GainLittle;
        return $"{text} – {why}";
    }
}

/// <summary>
/// The tests that a report names: measurements of laboratory, flora and skin. What answers give, and what a diary or a pair of scales
/// would, is no test, even where somebody would rather not say it.
/// </summary>
internal static class OpenTests
{
    private static readonly string[] NoTests = ["body", "diet", "intake", "lifestyle"];

    /// <summary>The names of the tests that would narrow or decide something, the most useful first.</summary>
    public static List<string> Useful(ReportContext context)
    {
        var answered = Answered(context);
        return [.. context.Assessment.Tests.Where(t => IsTest(context, t.Factor, answered)).Select(t => CleanText.Of(t.Name))];
    }

    /// <summary>The names of the tests that keep an index open, what keeps it open most first.</summary>
    public static List<string> Of(ReportContext context, ConditionScore condition)
    {
        var answered = Answered(context);
        return
        [
            .. condition.Contributions
                .Where(c => c is { Determined: false, Informational: false, Factor: not null } && IsMeasured(context, c.Factor) && IsTest(context, c.Factor, answered))
                .OrderByDescending(c => c.Range.High - c.Range.Low).ThenBy(c => c.Rule, StringComparer.Ordinal)
                .Select(c => context.Names.Factor(c.Factor!)).Distinct(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Answered(ReportContext context) =>
        (context.Assessment.Knowledge?.Data.Derivations ?? []).Select(d => d.Factor).ToHashSet(StringComparer.Ordinal);

    private static bool IsMeasured(ReportContext context, string factor) =>
        context.Assessment.Knowledge?.Index.Factors.GetValueOrDefault(factor) is { Acquisition: Acquisition.Measure };

    private static bool IsTest(ReportContext context, string factor, HashSet<string> answered) =>
        !answered.Contains(factor) && !NoTests.Contains(context.Assessment.Knowledge?.Index.Factors.GetValueOrDefault(factor)?.Group);
}
