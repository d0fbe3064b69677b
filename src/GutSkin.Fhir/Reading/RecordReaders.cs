using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Codes;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Reads diagnoses. One that is not in a record says nothing: absence never means no.</summary>
internal sealed class ConditionReader(Intake intake)
{
    public static readonly string[] Elements =
        ["clinicalStatus", "verificationStatus", "code", "subject", "onset", "abatement", "recordedDate", "modifierExtension", "implicitRules"];

    public void Read(R4.Condition condition, ResourceSlot resource)
    {
        var (codes, hasCode) = Intake.Coded(condition.Code);
        var rows = intake.Codes.Find(CodeUse.Condition, codes);
        if (rows.IsEmpty)
        {
            resource.Reason = hasCode ? FhirReason.NoFactor : FhirReason.NoCode;
            return;
        }

        bool refuted = Has(condition.VerificationStatus, "refuted");
        string? onset = condition.Onset switch { R4.FhirDateTime d => d.Value, R4.Period p => p.Start, _ => null };
        var when = intake.When(resource, ("recordedDate", condition.RecordedDate), ("onset", onset));
        foreach (var row in rows)
        {
            foreach (string factor in row.Factors)
            {
                var slot = Intake.Slot(resource, factor, $"{resource.Path}.code");
                if (Refusal(condition, row.Ever && !refuted) is { } refusal)
                    slot.Refuse(refusal);
                else
                    intake.AddStanding(resource, slot, !refuted, when);
            }
        }
    }

    private static FhirReason? Refusal(R4.Condition condition, bool ever)
    {
        if (Has(condition.VerificationStatus, "entered-in-error"))
            return FhirReason.EnteredInError;
        if (Has(condition.VerificationStatus, "unconfirmed") || Has(condition.VerificationStatus, "provisional") || Has(condition.VerificationStatus, "differential"))
            return FhirReason.NotConfirmed;
        if (Has(condition.VerificationStatus, "refuted"))
            return null;
        bool ended = Has(condition.ClinicalStatus, "inactive") || Has(condition.ClinicalStatus, "remission") || Has(condition.ClinicalStatus, "resolved")
            || condition.Abatement is not null and not R4.FhirBoolean { Value: false };
        return ended && !ever ? FhirReason.NotActive : null;
    }

    internal static bool Has(R4.CodeableConcept? status, string code) => status?.Coding.Any(c => c.Code == code) == true;
}

/// <summary>Reads allergies and intolerances.</summary>
internal sealed class AllergyReader(Intake intake)
{
    public static readonly string[] Elements =
        ["clinicalStatus", "verificationStatus", "type", "code", "patient", "onset", "recordedDate", "reaction", "modifierExtension", "implicitRules"];

    public void Read(R4.AllergyIntolerance allergy, ResourceSlot resource)
    {
        var (codes, hasCode) = Intake.Coded(allergy.Code);
        var rows = intake.Codes.Find(CodeUse.Allergy, codes);
        string? onset = (allergy.Onset as R4.FhirDateTime)?.Value;
        var when = intake.When(resource, ("recordedDate", allergy.RecordedDate), ("onset", onset));
        bool refuted = ConditionReader.Has(allergy.VerificationStatus, "refuted");
        foreach (var row in rows)
        {
            foreach (string factor in row.None ? intake.Codes.FactorsOf(CodeUse.Allergy).Where(row.Factors.Contains) : row.Factors)
            {
                var slot = Intake.Slot(resource, factor, $"{resource.Path}.code");
                if (Refusal(allergy, row, refuted) is { } refusal)
                    slot.Refuse(refusal);
                else
                    intake.AddStanding(resource, slot, !row.None && !refuted, when);
            }
        }

        Reactions(allergy, resource, when);
        if (resource.Factors.Count == 0)
            resource.Reason = hasCode ? FhirReason.NoFactor : FhirReason.NoCode;
    }

    /// <summary>What the reactions were, whatever they were to: a severe one counts for good.</summary>
    private void Reactions(R4.AllergyIntolerance allergy, ResourceSlot resource, Moment? when)
    {
        for (int i = 0; i < allergy.Reaction.Count; i++)
        {
            var codes = allergy.Reaction[i].Manifestation.SelectMany(m => Intake.Coded(m).Codes);
            foreach (string factor in intake.Codes.Find(CodeUse.Condition, codes).Where(r => r.Ever).SelectMany(r => r.Factors).Distinct())
            {
                var slot = Intake.Slot(resource, factor, $"{resource.Path}.reaction[{i}].manifestation");
                if (ConditionReader.Has(allergy.VerificationStatus, "entered-in-error"))
                    slot.Refuse(FhirReason.EnteredInError);
                else if (ConditionReader.Has(allergy.VerificationStatus, "unconfirmed") || ConditionReader.Has(allergy.VerificationStatus, "refuted"))
                    slot.Refuse(FhirReason.NotConfirmed);
                else
                    intake.AddStanding(resource, slot, true, when);
            }
        }
    }

    private static FhirReason? Refusal(R4.AllergyIntolerance allergy, CodeRow row, bool refuted)
    {
        if (ConditionReader.Has(allergy.VerificationStatus, "entered-in-error"))
            return FhirReason.EnteredInError;
        if (ConditionReader.Has(allergy.VerificationStatus, "unconfirmed"))
            return FhirReason.NotConfirmed;
        if (refuted)
            return null;
        if (ConditionReader.Has(allergy.ClinicalStatus, "inactive") || ConditionReader.Has(allergy.ClinicalStatus, "resolved"))
            return FhirReason.NotActive;
        return allergy.Type == R4.AllergyIntolerance.AllergyIntoleranceType.Intolerance && !row.None ? FhirReason.Intolerance : null;
    }
}

/// <summary>Reads medicines that are taken, as somebody states or as they were ordered. One that is not in a list says nothing.</summary>
internal sealed class MedicationReader(Intake intake)
{
    public static readonly string[] StatementElements =
        ["status", "medication", "subject", "effective", "dateAsserted", "dosage", "contained", "modifierExtension", "implicitRules"];

    public static readonly string[] RequestElements =
        ["status", "intent", "doNotPerform", "medication", "subject", "authoredOn", "dosageInstruction", "dispenseRequest", "contained", "modifierExtension", "implicitRules"];

    public void Read(R4.MedicationStatement statement, ResourceSlot resource)
    {
        var period = statement.Effective as R4.Period;
        string? at = (statement.Effective as R4.FhirDateTime)?.Value;
        var when = intake.When(resource, ("dateAsserted", statement.DateAsserted), ("effective", at), ("effective.start", period?.Start));
        var refusal = statement.Status switch
        {
            R4.MedicationStatement.MedicationStatusCodes.Active => (FhirReason?)null,
            R4.MedicationStatement.MedicationStatusCodes.EnteredInError => FhirReason.EnteredInError,
            _ => FhirReason.NotTaken,
        };
        Read(statement, statement.Medication, resource, when, Moment.Read(period?.End)?.Day, statement.Dosage, refusal);
    }

    public void Read(R4.MedicationRequest request, ResourceSlot resource)
    {
        var when = intake.When(resource, ("authoredOn", request.AuthoredOn));
        var refusal = request.Status switch
        {
            R4.MedicationRequest.MedicationrequestStatus.EnteredInError => FhirReason.EnteredInError,
            R4.MedicationRequest.MedicationrequestStatus.Active when request.DoNotPerform != true && request.Intent is R4.MedicationRequest.MedicationRequestIntent.Order
                or R4.MedicationRequest.MedicationRequestIntent.OriginalOrder or R4.MedicationRequest.MedicationRequestIntent.ReflexOrder
                or R4.MedicationRequest.MedicationRequestIntent.FillerOrder or R4.MedicationRequest.MedicationRequestIntent.InstanceOrder => (FhirReason?)null,
            _ => FhirReason.NotTaken,
        };
        Read(request, request.Medication, resource, when, Moment.Read(request.DispenseRequest?.ValidityPeriod?.End)?.Day, request.DosageInstruction, refusal);
    }

    private void Read(
        R4.DomainResource from, R4.DataType? medication, ResourceSlot resource, Moment? when, DateOnly? until, List<R4.Dosage> dosage, FhirReason? refusal)
    {
        var concept = medication as R4.CodeableConcept;
        if (medication is R4.ResourceReference reference)
        {
            concept = (intake.Resolve(reference, from) as R4.Medication)?.Code;
            if (concept is null)
            {
                resource.Reason = FhirReason.UnresolvedReference;
                intake.Warn(FhirDiagnostics.Reference, resource, $"{resource.Path}.medication", "the medicine is a reference to what is not in the document.");
                return;
            }
        }

        var (codes, hasCode) = Intake.Coded(concept);
        var rows = intake.Codes.Find(CodeUse.Medication, codes);
        if (rows.IsEmpty)
        {
            resource.Reason = hasCode ? FhirReason.NoFactor : FhirReason.NoCode;
            return;
        }

        bool asNeeded = dosage.Any(d => d.AsNeeded is R4.FhirBoolean { Value: true } or R4.CodeableConcept);
        foreach (string factor in rows.SelectMany(r => r.Factors).Distinct())
        {
            var slot = Intake.Slot(resource, factor, $"{resource.Path}.medication");
            bool regular = rows.Where(r => r.Factors.Contains(factor)).All(r => r.Regular);
            if ((refusal ?? (asNeeded && regular ? FhirReason.AsNeeded : null)) is { } reason)
                slot.Refuse(reason);
            else
                intake.AddStanding(resource, slot, true, when, until, current: true);
        }
    }
}

/// <summary>Adds what holds as long as it is in the record.</summary>
internal static class StandingRecords
{
    public static void AddStanding(
        this Intake intake, ResourceSlot resource, FactorSlot slot, bool value, Moment? when, DateOnly? until = null, bool current = false)
    {
        if (intake.Factor(slot.Factor)?.Kind != FactorKind.Boolean)
        {
            slot.Refuse(FhirReason.WrongValue);
            return;
        }

        var said = FactorValue.Boolean(value);
        intake.Candidates.Add(new Candidate
        {
            Resource = resource, Slot = slot, Value = said, Comparable = said, When = when, Until = until, Standing = true, Current = current,
        });
    }
}
