using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>What questions say in one language: written when first asked for, and shared by all assessments in that language.</summary>
internal sealed class QuestionTexts(CompiledRuleSet rules, RuleSetWords words)
{
    private readonly CompiledAsking asking = rules.Advice.Asking;
    private readonly string?[] titles = new string?[rules.Advice.Asking.Questions];
    private readonly string?[] names = new string?[rules.Slots.Count];
    private readonly QuestionItem?[] items = new QuestionItem?[rules.Slots.Count];

    /// <summary>What stands above a question.</summary>
    public string Title(int question) => titles[question] ??= TitleOf(question);

    /// <summary>The name of a factor.</summary>
    public string Name(int slot) => names[slot] ??= words.Factor(rules.Slots.Factors[slot].Id);

    /// <summary>A factor as it is asked for.</summary>
    public QuestionItem Item(int slot) => items[slot] ??= ItemOf(rules.Slots.Factors[slot], words);

    /// <summary>A factor as it is asked for, in a language.</summary>
    public static QuestionItem ItemOf(Factor factor, RuleSetWords words) => new()
    {
        Factor = factor.Id,
        Question = words.Question(factor.Id) ?? words.Factor(factor.Id),
        Hint = words.Optional("factors", factor.Id, "hint", factor.Hint),
        Kind = factor.Kind,
        Choices = [.. factor.Choices.Select(choice => new QuestionChoice(choice, words.Choice(factor.Id, choice)))],
        Unit = factor.Unit,
        UnitLabel = words.Language.Unit(factor.Unit, 2) is { Length: > 0 } label ? label : null,
        Min = factor.Min,
        Max = factor.Max,
    };

    private string TitleOf(int question)
    {
        string id = asking.Ids[asking.IdOf[question]];
        var set = rules.Resolved.Data;
        return asking.ScreenOf(question) is >= 0 and var screen ? words.Text("screens", id, "title", set.Screens[screen].Title)
            : asking.FormOf(question) is >= 0 and var form ? words.Text("forms", id, "title", set.Forms[form].Title)
            : Item(asking.SlotOf(question)).Question;
    }
}
