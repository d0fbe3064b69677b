using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Consultations;

/// <summary>
/// One way of not saying: a factor that has a choice for it is declined by that choice, which is then no choice among the others. So
/// what can be worked out without the answer still is.
/// </summary>
internal static class PreferNotToSay
{
    /// <summary>The id of the choice, by convention.</summary>
    public const string Choice = "prefer-not-to-say";

    /// <summary>The question without that choice.</summary>
    public static NextQuestion Without(NextQuestion question) => question.Items.Any(Has)
        ? question with { Items = [.. question.Items.Select(Without)] }
        : question;

    /// <summary>The item without that choice.</summary>
    public static QuestionItem Without(QuestionItem item) =>
        Has(item) ? item with { Choices = item.Choices.RemoveAll(c => c.Id == Choice) } : item;

    /// <summary>A step that declines, with that choice where there is one.</summary>
    public static ConsultationStep In(ConsultationGround ground, ConsultationStep decline)
    {
        var unsaid = decline.Shown.Where(id => ground.RuleSet.Index.Factors.GetValueOrDefault(id) is { } factor && factor.Choices.Contains(Choice));
        return decline with { Answers = decline.Answers.AddRange(unsaid.Select(id => KeyValuePair.Create(id, FactorValue.Choice(Choice)))) };
    }

    private static bool Has(QuestionItem item) => item.Choices.Any(c => c.Id == Choice);
}
