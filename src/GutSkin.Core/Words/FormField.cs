using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>A factor as a form shows it, in one language: everything that an input field needs.</summary>
public sealed class FormField
{
    internal FormField(Factor factor, RuleSetWords words, int order, string? screen, string? form)
    {
        Factor = factor.Id;
        Name = words.Factor(factor.Id);
        Question = words.Question(factor.Id);
        Hint = words.Optional("factors", factor.Id, "hint", factor.Hint);
        Kind = factor.Kind;
        Unit = factor.Unit;
        UnitLabel = words.Language.Unit(factor.Unit, 2);
        (Min, Max) = (factor.Min, factor.Max);
        Choices = [.. factor.Choices.Select(c => new FormChoice(c, words.Choice(factor.Id, c)))];
        Theme = words.GroupOf(factor.Id);
        ThemeName = words.Group(Theme);
        Order = order;
        Screen = screen;
        Form = form;
        Acquisition = factor.Acquisition;
        AskWhen = factor.AskWhen;
    }

    /// <summary>The id of the factor.</summary>
    public string Factor { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The question to ask a person; null where there is none.</summary>
    public string? Question { get; }

    /// <summary>What helps to answer it; null where nothing has to be said.</summary>
    public string? Hint { get; }

    /// <summary>What kind of answer it takes.</summary>
    public FactorKind Kind { get; }

    /// <summary>The unit of a number, in UCUM spelling; null where it has none.</summary>
    public string? Unit { get; }

    /// <summary>The unit in words, as it is said after a number: <c>servings a day</c>; empty where nothing is said.</summary>
    public string UnitLabel { get; }

    /// <summary>The least allowed value; null = unbounded.</summary>
    public double? Min { get; }

    /// <summary>The greatest allowed value; null = unbounded.</summary>
    public double? Max { get; }

    /// <summary>The choices of a choice factor, in order; empty for the others.</summary>
    public ImmutableArray<FormChoice> Choices { get; }

    /// <summary>The id of the theme it belongs to, for example <c>diet</c>; empty where there is none.</summary>
    public string Theme { get; }

    /// <summary>The name of the theme.</summary>
    public string ThemeName { get; }

    /// <summary>Its place in the form, from 0: theme by theme, the core questions of each first.</summary>
    public int Order { get; }

    /// <summary>The id of the first screen that shows it; null where none does.</summary>
    public string? Screen { get; }

    /// <summary>The id of the form that asks for it together with others; null where none does.</summary>
    public string? Form { get; }

    /// <summary>Whether a person can answer it, or it takes a measurement.</summary>
    public Acquisition Acquisition { get; }

    /// <summary>Whom the question concerns; null = everyone.</summary>
    public Gate? AskWhen { get; }

    /// <summary>The id and name of the factor.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Factor}: {Name}";
}

/// <summary>A choice as a form shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What a person reads.</param>
public sealed record FormChoice(string Id, string Label);

/// <summary>Makes forms of rule sets.</summary>
/// <example>
/// <code>
/// foreach (var field in FormFields.Fields(BuiltInRuleSet.Resolved, "en").Take(3))
///     Console.WriteLine($"{field.Question} [{field.Kind}] {field.Min}–{field.Max}");
/// </code>
/// </example>
public static class FormFields
{
    /// <summary>All factors of a rule set as fields of a form.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="culture">The culture, for example <c>de</c>; null = the rule set's own texts and English.</param>
    /// <returns>The fields, theme by theme as the rule set has them, the core questions of each theme first.</returns>
    public static ImmutableArray<FormField> Fields(this ResolvedRuleSet ruleSet, string? culture = null) => ruleSet.Fields(new RuleSetWords(ruleSet, culture));

    /// <summary>All factors of a rule set as fields of a form, in a language of one's own.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="words">The words.</param>
    /// <returns>The fields, theme by theme as the rule set has them, the core questions of each theme first.</returns>
    public static ImmutableArray<FormField> Fields(this ResolvedRuleSet ruleSet, RuleSetWords words)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(words);
        var set = ruleSet.Data;
        var screens = First(set.Screens.SelectMany(s => s.Factors.Select(f => (f, s.Id))));
        var forms = First(set.Forms.SelectMany(f => f.Items.Select(i => (i, f.Id))));
        return
        [
            .. set.Factors.GroupBy(f => words.GroupOf(f.Id), StringComparer.Ordinal)
                .SelectMany(theme => theme.OrderBy(f => f.CoreOrder ?? int.MaxValue))
                .Select((factor, order) => new FormField(factor, words, order, screens.GetValueOrDefault(factor.Id), forms.GetValueOrDefault(factor.Id))),
        ];
    }

    private static Dictionary<string, string> First(IEnumerable<(string Factor, string Id)> pairs)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (factor, id) in pairs)
            first.TryAdd(factor, id);
        return first;
    }
}
