using GutSkin.Core;
using GutSkin.Core.RuleSets;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>
/// Reads the answers to this library's own questionnaires: an item is a factor by its linkId, a screen closes with its item "none of these".
/// </summary>
internal sealed class AnswerReader(Intake intake)
{
    public static readonly string[] Elements = ["questionnaire", "status", "subject", "authored", "item", "modifierExtension", "implicitRules"];

    private const string DataAbsent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private HashSet<string> shown = [];
    private bool isThisVersion;

    public void Read(R4.QuestionnaireResponse response, ResourceSlot resource)
    {
        string? canonical = response.Questionnaire;
        // An adaptive response holds what was asked inside it.
        if (canonical?.StartsWith('#') == true && response.Contained.OfType<R4.Questionnaire>().FirstOrDefault(q => q.Id == canonical[1..]) is { } asked)
            canonical = $"{asked.Url}|{asked.Version}";
        string? questionnaire = canonical?.Split('|')[0];
        if (questionnaire?.StartsWith(Canonicals.Questionnaire, StringComparison.Ordinal) != true)
        {
            resource.Reason = FhirReason.OtherQuestionnaire;
            return;
        }

        var refusal = response.Status switch
        {
            R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed or R4.QuestionnaireResponse.QuestionnaireResponseStatus.Amended => (FhirReason?)null,
            R4.QuestionnaireResponse.QuestionnaireResponseStatus.EnteredInError => FhirReason.EnteredInError,
            _ => FhirReason.NotFinished,
        };
        var when = intake.When(resource, ("authored", response.Authored));
        resource.Reason = FhirReason.NoValue;
        string? version = canonical!.Contains('|', StringComparison.Ordinal) ? canonical.Split('|')[1] : null;
        shown = Links(response.Item).ToHashSet(StringComparer.Ordinal);
        isThisVersion = version == intake.RuleSet.Data.Version;
        Items(response.Item, $"{resource.Path}.item", resource, when, refusal);
    }

    private void Items(List<R4.QuestionnaireResponse.ItemComponent> items, string path, ResourceSlot resource, Moment? when, FhirReason? refusal)
    {
        for (int i = 0; i < items.Count; i++)
        {
            var item = items[i];
            string at = $"{path}[{i}]";
            if (item.LinkId is { } link && item.LinkId.EndsWith(Canonicals.NoneOfThese, StringComparison.Ordinal))
                CloseScreen(item, link[..^Canonicals.NoneOfThese.Length], at, resource, when, refusal);
            else if (item.LinkId == Canonicals.Concerns)
                Concerns(item, at, resource, refusal);
            else if (item.LinkId?.StartsWith(Canonicals.Derivation, StringComparison.Ordinal) == true)
                Calculated(item, at, resource);
            else if (item.LinkId is not null && intake.Factor(item.LinkId) is { } factor)
                Item(item, factor, at, resource, when, refusal);
            else if (item.Answer.Count > 0)
                intake.Warn(FhirDiagnostics.Answer, resource, at, "the rule set has no factor of that linkId; the answer is not used.");
            Items(item.Item, $"{at}.item", resource, when, refusal);
            for (int j = 0; j < item.Answer.Count; j++)
                Items(item.Answer[j].Item, $"{at}.answer[{j}].item", resource, when, refusal);
        }
    }

    private void Concerns(R4.QuestionnaireResponse.ItemComponent item, string path, ResourceSlot resource, FhirReason? refusal)
    {
        foreach (var answer in item.Answer)
        {
            if (answer.Value is R4.Coding { System: Canonicals.Condition, Code: { } code } && intake.RuleSet.FindCondition(code) is not null)
            {
                if (refusal is null)
                    intake.Concerns.Add(code);
            }
            else
            {
                intake.Warn(FhirDiagnostics.Answer, resource, path, "a concern that the rule set does not have is not used.");
            }
        }
    }

    private void Calculated(R4.QuestionnaireResponse.ItemComponent item, string path, ResourceSlot resource)
    {
        string derivation = item.LinkId![Canonicals.Derivation.Length..];
        if (intake.RuleSet.Data.Derivations.FirstOrDefault(d => d.Id == derivation) is { } known && item.Answer.Count > 0)
            Intake.Slot(resource, known.Factor, path).Refuse(FhirReason.Calculated);
    }

    private void CloseScreen(R4.QuestionnaireResponse.ItemComponent item, string id, string path, ResourceSlot resource, Moment? when, FhirReason? refusal)
    {
        if (item.Answer.FirstOrDefault()?.Value is not R4.FhirBoolean { Value: true })
            return;
        if (intake.RuleSet.FindScreen(id) is not { } screen)
        {
            intake.Warn(FhirDiagnostics.Answer, resource, path, "the rule set has no such screen; the answer is not used.");
            return;
        }

        if (refusal is null)
        {
            resource.ClosesScreen = true;
            // Of an older questionnaire, and of items that show only where something else was answered, only what the response has was shown.
            intake.Screens.Add(new AnsweredScreen(
                screen.Id, [.. screen.Factors.Where(f => shown.Contains(f) || (isThisVersion && intake.Factor(f)?.AskWhen is null))], when));
        }
    }

    private void Item(R4.QuestionnaireResponse.ItemComponent item, Factor factor, string path, ResourceSlot resource, Moment? when, FhirReason? refusal)
    {
        bool declined = IsDeclined(item) || item.Answer.Any(a => IsDeclined(a) || (a.Value is { } v && IsDeclined(v)));
        if (item.Answer.Count == 0 && !declined)
            return;
        var slot = Intake.Slot(resource, factor.Id, path);
        var candidate = new Candidate { Resource = resource, Slot = slot, When = when };
        if (refusal is { } reason)
        {
            slot.Refuse(reason);
        }
        else if (declined || (item.Answer is [{ Value: R4.Coding { System: Canonicals.Choice, Code: Canonicals.Declined } }] && !factor.Choices.Contains(Canonicals.Declined)))
        {
            intake.Candidates.Add(candidate);
        }
        else if (item.Answer.Count != 1)
        {
            Misfit(candidate, path, "one answer is expected.");
        }
        else
        {
            Answer(candidate, factor, item.Answer[0].Value, $"{path}.answer.value");
        }
    }

    private void Answer(Candidate candidate, Factor factor, R4.DataType? answer, string path)
    {
        var numbers = new QuantityReader(intake);
        switch (answer)
        {
            case R4.FhirBoolean { Value: { } yes } when factor.Kind == FactorKind.Boolean:
                Add(candidate, FactorValue.Boolean(yes));
                break;
            case R4.Coding { Code: "true" or "false" } coding when factor.Kind == FactorKind.Boolean && coding.System == Canonicals.Choice:
                Add(candidate, FactorValue.Boolean(coding.Code == "true"));
                break;
            case R4.Coding { Code: { } choice } coding when factor.Kind == FactorKind.Choice && coding.System == Canonicals.Choice && factor.Choices.Contains(choice):
                Add(candidate, FactorValue.Choice(choice));
                break;
            case R4.FhirDecimal { Value: { } number } when factor.IsNumeric:
                numbers.Number(candidate, factor, (double)number, null, path);
                break;
            case R4.Integer { Value: { } whole } when factor.IsNumeric:
                numbers.Number(candidate, factor, whole, null, path);
                break;
            case R4.Quantity quantity when factor.IsNumeric:
                numbers.Read(candidate, factor, quantity, path);
                break;
            default:
                Misfit(candidate, path, "the answer is not of the item's kind, or none of its options.");
                break;
        }
    }

    private void Misfit(Candidate candidate, string path, string message)
    {
        candidate.Slot.Refuse(FhirReason.WrongValue);
        intake.Warn(FhirDiagnostics.Answer, candidate.Resource, path, message);
    }

    private void Add(Candidate candidate, FactorValue value) => intake.Candidates.Add(candidate with { Value = value, Comparable = value });

    private static IEnumerable<string> Links(List<R4.QuestionnaireResponse.ItemComponent> items) =>
        items.SelectMany(i => Links(i.Item).Concat(i.Answer.SelectMany(a => Links(a.Item))).Append(i.LinkId)).OfType<string>();

    private static bool IsDeclined(R4.Element element) =>
        element.Extension.Any(e => e.Url == DataAbsent && e.Value is R4.Code { Value: "asked-declined" });
}
