using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core;

/// <summary>
/// What a rule set calls things in one language: names by id, choices, units, bands, groups, and answers in words. A text is
/// looked for in the rule set's <c>texts</c> of the culture and its parents, then in the entry itself; choices, bands and groups
/// also in the language's own <see cref="WordTable"/>. Where nothing is known it is the id. Every text is one printable line.
/// </summary>
/// <example>
/// <code>
/// var words = new RuleSetWords(BuiltInRuleSet.Resolved, "de");
/// Console.WriteLine(words.Question(Factors.Diet.Milk.Id));
/// Console.WriteLine(words.Choice(Factors.Person.Sex.Id, Factors.Person.Sex.Female));
/// </code>
/// </example>
public sealed class RuleSetWords
{
    private readonly RuleSet? set;
    private readonly EntryIndex? index;
    private readonly Localizer? localizer;

    /// <summary>The words of a rule set in a built-in language.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="culture">The culture, for example <c>de-AT</c>; null = the rule set's own texts and English.</param>
    public RuleSetWords(ResolvedRuleSet ruleSet, string? culture = null)
        : this(NotNull(ruleSet), culture, WordTable.For(culture))
    {
    }

    /// <summary>The words of a rule set in a language read from a table.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="words">The language, whose culture also chooses the rule set's texts.</param>
    public RuleSetWords(ResolvedRuleSet ruleSet, WordTable words)
        : this(NotNull(ruleSet), words?.Culture, words ?? throw new ArgumentNullException(nameof(words)))
    {
    }

    internal RuleSetWords(ResolvedRuleSet? resolved, string? culture, WordTable words)
    {
        Language = words;
        Model = resolved?.Model ?? ScoringModel.Default;
        Numbers = new NumberWords(words, Model);
        set = resolved?.Data;
        localizer = set is null ? null : new Localizer(set, culture);
        index = resolved?.Index;
    }

    /// <summary>The language.</summary>
    public WordTable Language { get; }

    internal ScoringModel Model { get; }

    internal NumberWords Numbers { get; }

    internal IEnumerable<Intervention> Interventions => set?.Interventions ?? [];

    /// <summary>The name of a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The name.</returns>
    public string Factor(string id) => Text("factors", id, "name", FindFactor(id)?.Name);

    /// <summary>The question that asks for a factor.</summary>
    /// <param name="id">The id of the factor.</param>
    /// <returns>The question; null where it has none.</returns>
    public string? Question(string id) => Optional("factors", id, "question", FindFactor(id)?.Question);

    /// <summary>The name of a condition or state.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The name.</returns>
    public string Condition(string id) => Text("conditions", id, "name", index?.Conditions.GetValueOrDefault(id)?.Name);

    /// <summary>The title of a scoring rule.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The title.</returns>
    public string Rule(string id) => Text("rules", id, "title", index?.Rules.GetValueOrDefault(id)?.Title);

    /// <summary>The name of an intervention.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The name.</returns>
    public string Intervention(string id) => Text("interventions", id, "name", FindIntervention(id)?.Name);

    /// <summary>The name of a mechanism.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The name.</returns>
    public string Mechanism(string id) => Text("mechanisms", id, "name", index?.Mechanisms.GetValueOrDefault(id)?.Name);

    /// <summary>What an <c>ask</c> list names: the title of a screen or form, or the name of a factor.</summary>
    /// <param name="id">The id of the screen, form or factor.</param>
    /// <returns>The title or name.</returns>
    public string Ask(string id) =>
        index?.Screens.GetValueOrDefault(id) is { } screen ? Text("screens", id, "title", screen.Title)
        : FindFactor(id) is null && set?.Forms.FirstOrDefault(f => f.Id == id) is { } form ? Text("forms", id, "title", form.Title)
        : Factor(id);

    /// <summary>The name of a choice.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>The name; the choice with spaces for hyphens where none is known.</returns>
    public string Choice(string factor, string choice)
    {
        if (Optional("factors", factor, $"{TextFields.Labels}.{choice}", null) is { } text)
            return text;
        // The factor's own label is in the rule set's language: in another one, the word that this has for a common choice comes first.
        if (!ReferenceEquals(Language, WordTable.English) && Language.ChoiceNames.TryGet(choice, out string? word))
            return CleanText.Of(word);
        return CleanText.Of(FindFactor(factor)?.LabelsByName?.Get(choice) ?? Language.Choice(choice));
    }

    /// <summary>The name of a band.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The name.</returns>
    public string Band(string id) => Optional("bands", id, "name", null) ?? CleanText.Of(Language.Band(id));

    /// <summary>The name of a group of factors.</summary>
    /// <param name="id">Its id; empty = no group.</param>
    /// <returns>The name.</returns>
    public string Group(string id) => Optional("groups", id, "name", null) ?? CleanText.Of(Language.Group(id));

    /// <summary>The group of a factor: as given, or what comes before the first dot of its id.</summary>
    /// <param name="factor">The id of the factor; null = none.</param>
    /// <returns>The id of the group; empty where there is none.</returns>
    public string GroupOf(string? factor)
    {
        if (factor is null)
            return "";
        int dot = factor.IndexOf('.', StringComparison.Ordinal);
        return FindFactor(factor)?.Group ?? (dot > 0 ? factor[..dot] : "");
    }

    /// <summary>An answer in its unit: 3 servings a day.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The answer, in the factor's unit.</param>
    /// <returns>The answer in words, a number rounded to two decimals.</returns>
    public string Answer(string factor, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => Language.Say(value.AsBoolean),
        FactorValueKind.Choice => Choice(factor, value.AsChoice),
        _ => Numbers.InUnit(Numbers.Number(value.AsNumber), Unit(factor), value.AsNumber == 1),
    };

    internal Factor? FindFactor(string id) => index?.Factors.GetValueOrDefault(id);

    internal Intervention? FindIntervention(string id) => index?.Interventions.GetValueOrDefault(id);

    internal Evidence? FindEvidence(string id) => index?.Evidence.GetValueOrDefault(id);

    /// <summary>The unit of a factor, as it is written.</summary>
    internal string? Unit(string factor) => FindFactor(factor)?.Unit;

    internal string RuleSetTitle() => set is null ? "" : Text("ruleSet", set.Id, "title", set.Title);

    /// <summary>A text of an entry; its id where nothing is known.</summary>
    internal string Text(string section, string id, string field, string? own) =>
        CleanText.Of(localizer?.OptionalText(section, id, field, own) ?? id);

    /// <summary>A text of an entry as an assessment holds it, not made fit for a page; its own where no language has one.</summary>
    internal string? Raw(string section, string id, string field, string? own) => own is null && localizer is null ? null : localizer?.OptionalText(section, id, field, own) ?? own;

    /// <summary>A text of an entry; null where there is none.</summary>
    internal string? Optional(string section, string id, string field, string? own) =>
        (localizer?.OptionalText(section, id, field, own) ?? own) is { } text ? CleanText.Of(text) : null;

    private static ResolvedRuleSet NotNull(ResolvedRuleSet ruleSet) => ruleSet ?? throw new ArgumentNullException(nameof(ruleSet));
}
