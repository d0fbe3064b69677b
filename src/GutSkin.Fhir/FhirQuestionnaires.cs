using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Questionnaires;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir;

/// <summary>
/// The questions of a rule set as FHIR R4 Questionnaires with extensions of Structured Data Capture (SDC). The linkId of an item is the id of
/// its factor. <see cref="FhirReader"/> reads the answers.
/// </summary>
public static class FhirQuestionnaires
{
    /// <summary>The id of the questionnaire that asks everything a person can be asked.</summary>
    public const string Everything = "everything";

    /// <summary>The ids of all questionnaires: <see cref="Everything"/>, the screens, and the forms.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>The ids, in the order of the rule set.</returns>
    public static IReadOnlyList<string> Ids(ResolvedRuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return [Everything, .. ruleSet.Data.Screens.Select(s => s.Id), .. ruleSet.Data.Forms.Select(f => f.Id)];
    }

    /// <summary>The questionnaire of a screen, a form, one factor, or everything.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="id">The id of the screen, form or factor, or <see cref="Everything"/>.</param>
    /// <param name="culture">The language; null = English.</param>
    /// <returns>A Questionnaire that is valid R4; null where the rule set has nothing of that id.</returns>
    public static R4.Questionnaire? Find(ResolvedRuleSet ruleSet, string id, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(id);
        return new QuestionnaireMaker(ruleSet, culture).Find(id);
    }
}
