using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
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
