using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Codes;
using GutSkin.Fhir.Writing;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Questionnaires;

/// <summary>Makes questionnaires of factors, screens and forms.</summary>
internal sealed class QuestionnaireMaker(ResolvedRuleSet ruleSet, string? culture)
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string CalculatedExpression = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

    private readonly RuleSetWords words = new(ruleSet, culture);
    private readonly Dictionary<string, FormField> fields = FormFields.Fields(ruleSet, culture).ToDictionary(f => f.Factor, StringComparer.Ordinal);
    private readonly CodeTable codes = new(ruleSet);
    private readonly FhirPathText paths = new(ruleSet);

    public R4.Questionnaire? Find(string id)
    {
        if (id == FhirQuestionnaires.Everything)
        {
            // Age and sex first: gates of screens read them.
            var forms = ruleSet.Data.Forms;
            return Make(id, "Everything that can be asked", [.. forms.Take(1).Select(Group), .. ruleSet.Data.Screens.Select(Group), .. forms.Skip(1).Select(Group)]);
        }

        if (ruleSet.FindScreen(id) is { } screen)
            return Make(id, words.Ask(id), [Group(screen)]);
        if (ruleSet.Data.Forms.FirstOrDefault(f => f.Id == id) is { } form)
            return Make(id, words.Ask(id), [Group(form)]);
        return fields.TryGetValue(id, out var field) ? Make(id, field.Name, [("", field.Name, null, [id], false)]) : null;
    }

    /// <summary>The items that ask some factors, without a group around them.</summary>
    public List<R4.Questionnaire.ItemComponent> Items(IEnumerable<string> factors, EnableWhen when) =>
        [.. factors.Where(fields.ContainsKey).Select(f => Item(fields[f], when))];

    /// <summary>The last item of a screen: nothing else of it applies.</summary>
    public static R4.Questionnaire.ItemComponent None(string screen, string? culture) => new()
    {
        LinkId = screen + Canonicals.NoneOfThese,
        Text = culture?.StartsWith("de", StringComparison.Ordinal) == true ? "Sonst nichts davon" : "None of these, or none of the others",
        Type = R4.Questionnaire.QuestionnaireItemType.Boolean,
    };

    private (string Link, string Title, Gate? When, ImmutableArray<string> Factors, bool Closes) Group(Screen screen) =>
        ("screen:" + screen.Id, words.Ask(screen.Id), screen.When, screen.Factors, true);

    private (string Link, string Title, Gate? When, ImmutableArray<string> Factors, bool Closes) Group(Form form) =>
        ("form:" + form.Id, words.Ask(form.Id), null, form.Items, false);

    private R4.Questionnaire Make(string id, string title, List<(string Link, string Title, Gate? When, ImmutableArray<string> Factors, bool Closes)> groups)
    {
        var asked = groups.SelectMany(g => g.Factors).ToHashSet(StringComparer.Ordinal);
        var when = new EnableWhen(ruleSet, asked);
        var questionnaire = Empty(ruleSet, id, title, culture);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (link, name, gate, factors, closes) in groups)
        {
            // One question for one thing: an item stands where it comes first.
            var items = Items(factors.Where(seen.Add), when);
            if (link.Length == 0)
            {
                questionnaire.Item.AddRange(items);
                continue;
            }

            var group = new R4.Questionnaire.ItemComponent { LinkId = link, Text = name, Type = R4.Questionnaire.QuestionnaireItemType.Group, Item = items };
            if (closes)
                group.Item.Add(None(link["screen:".Length..], culture));
            when.Put(gate, group);
            questionnaire.Item.Add(group);
        }

        Calculate(questionnaire, asked);
        return questionnaire;
    }

    /// <summary>A questionnaire without items.</summary>
    public static R4.Questionnaire Empty(ResolvedRuleSet ruleSet, string id, string title, string? culture) => new()
    {
        Id = id.Replace('.', '-'),
        Url = Canonicals.Questionnaire + id,
        Version = ruleSet.Data.Version,
        Name = "GutSkin" + string.Concat(id.Split('-', '.').Select(w => char.ToUpperInvariant(w[0]) + w[1..])),
        Title = title,
        Status = R4.PublicationStatus.Active,
        Language = culture ?? "en",
        SubjectType = [R4.ResourceType.Patient],
        Description = ruleSet.Disclaimer,
        Text = Parts.Narrative(title, ruleSet.Disclaimer),
    };

    private R4.Questionnaire.ItemComponent Item(FormField field, EnableWhen when)
    {
        var item = new R4.Questionnaire.ItemComponent
        {
            LinkId = field.Factor,
            Text = field.Question ?? field.Name,
            Code = [new R4.Coding(Canonicals.Factor, field.Factor, field.Name)],
            Type = field.Kind switch
            {
                FactorKind.Boolean => R4.Questionnaire.QuestionnaireItemType.Boolean,
                FactorKind.Choice => R4.Questionnaire.QuestionnaireItemType.Choice,
                FactorKind.Integer => R4.Questionnaire.QuestionnaireItemType.Integer,
                _ => R4.Questionnaire.QuestionnaireItemType.Decimal,
            },
        };
        if (codes.CodeOf(CodeUse.Observation, CodeSystems.Loinc, field.Factor) is { } loinc)
            item.Code.Add(new R4.Coding(CodeSystems.AddressOf(CodeSystems.Loinc), loinc.Code));
        if (field.Kind == FactorKind.Choice)
            Options(item, field);
        else if (field.Kind != FactorKind.Boolean)
            Bounds(item, field);
        if (field.Hint is { } hint)
            item.Item.Add(Help(field.Factor, hint));
        when.Put(field.AskWhen, item);
        return item;
    }

    private void Options(R4.Questionnaire.ItemComponent item, FormField field)
    {
        var scores = ruleSet.FindFactor(field.Factor)!.Scores;
        foreach (var choice in field.Choices)
        {
            var option = new R4.Questionnaire.AnswerOptionComponent { Value = new R4.Coding(Canonicals.Choice, choice.Id, choice.Label) };
            if (scores.TryGetValue(choice.Id, out double score))
                option.Extension.Add(new R4.Extension(Core + "ordinalValue", new R4.FhirDecimal((decimal)score)));
            item.AnswerOption.Add(option);
        }

        if (field.Choices.All(c => c.Id != Canonicals.Declined))
            item.AnswerOption.Add(new R4.Questionnaire.AnswerOptionComponent { Value = new R4.Coding(Canonicals.Choice, Canonicals.Declined, words.Language.Choice(Canonicals.Declined)) });
    }

    private static void Bounds(R4.Questionnaire.ItemComponent item, FormField field)
    {
        bool whole = field.Kind == FactorKind.Integer;
        if (field.Min is { } min)
            item.Extension.Add(new R4.Extension(Core + "minValue", whole ? new R4.Integer((int)min) : new R4.FhirDecimal((decimal)min)));
        if (field.Max is { } max)
            item.Extension.Add(new R4.Extension(Core + "maxValue", whole ? new R4.Integer((int)max) : new R4.FhirDecimal((decimal)max)));
        if (field.Unit is { } unit)
            item.Extension.Add(new R4.Extension(Core + "questionnaire-unit", new R4.Coding(Reading.UcumUnit.System, unit, field.UnitLabel is { Length: > 0 } label ? label : unit)));
    }

    private static R4.Questionnaire.ItemComponent Help(string factor, string hint) => new()
    {
        LinkId = factor + "#help",
        Text = hint,
        Type = R4.Questionnaire.QuestionnaireItemType.Display,
        Extension =
        [
            new R4.Extension(Core + "questionnaire-itemControl", new R4.CodeableConcept("http://hl7.org/fhir/questionnaire-item-control", "help")),
        ],
    };

    /// <summary>Hidden items that calculate what derivations give, where all they need is asked here and FHIRPath can say it.</summary>
    private void Calculate(R4.Questionnaire questionnaire, HashSet<string> asked)
    {
        var variables = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var derivation in ruleSet.Data.Derivations)
        {
            var needs = derivation.Cases.SelectMany(c => c.Needs.Concat(c.When?.Factors() ?? [])).ToHashSet(StringComparer.Ordinal);
            if (!needs.All(asked.Contains) || paths.Derivation(derivation) is not { } expression)
                continue;
            var scored = derivation.Cases.SelectMany(c => c.Needs).Where(f => expression.Contains($"%{FhirPathText.Variable(f)}", StringComparison.Ordinal)).ToList();
            if (scored.Exists(f => paths.Scored(f) is null))
                continue;
            variables.UnionWith(scored);
            questionnaire.Item.Add(new R4.Questionnaire.ItemComponent
            {
                LinkId = Canonicals.Derivation + derivation.Id,
                Text = words.Factor(derivation.Factor),
                Type = R4.Questionnaire.QuestionnaireItemType.Decimal,
                ReadOnly = true,
                Extension =
                [
                    new R4.Extension(Core + "questionnaire-hidden", new R4.FhirBoolean(true)),
                    new R4.Extension(CalculatedExpression, new R4.Expression { Language = "text/fhirpath", Expression_ = expression }),
                ],
            });
        }

        questionnaire.Extension.AddRange(variables.Select(f => new R4.Extension(
            Core + "variable", new R4.Expression { Name = FhirPathText.Variable(f), Language = "text/fhirpath", Expression_ = paths.Scored(f) })));
    }
}
