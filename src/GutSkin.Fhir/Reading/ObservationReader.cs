using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Codes;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Reads observations and their components: a measurement by its LOINC code, an answer that is a code, or a factor by its own id.</summary>
internal sealed class ObservationReader(Intake intake)
{
    public static readonly string[] Elements =
        ["status", "code", "subject", "focus", "effective", "issued", "value", "dataAbsentReason", "component", "modifierExtension", "implicitRules"];

    public void Read(R4.Observation observation, ResourceSlot resource)
    {
        // A code that no factor has is said first: that is why most are not used.
        var parts = new List<(FactorSlot Slot, CodeRow Row, R4.DataType? Value, R4.CodeableConcept? Absent, string Path)>();
        Part(observation.Code, observation.Value, observation.DataAbsentReason, resource.Path);
        for (int i = 0; i < observation.Component.Count; i++)
        {
            var component = observation.Component[i];
            Part(component.Code, component.Value, component.DataAbsentReason, $"{resource.Path}.component[{i}]");
        }

        if (parts.Count == 0)
            return;
        if (Refusal(observation) is { } refusal)
        {
            parts.ForEach(p => p.Slot.Refuse(refusal));
            return;
        }

        var period = observation.Effective as R4.Period;
        string? effective = observation.Effective switch { R4.FhirDateTime d => d.Value, R4.Instant => Intake.Text(observation.Effective), _ => null };
        var when = intake.When(resource, ("effective", effective), ("effective.end", period?.End), ("effective.start", period?.Start), ("issued", Intake.Text(observation.IssuedElement)));
        var issued = Moment.Read(Intake.Text(observation.IssuedElement));
        foreach (var (slot, row, value, absent, path) in parts)
        {
            var candidate = new Candidate { Resource = resource, Slot = slot, When = when, Issued = issued };
            if (absent is not null)
                Absent(candidate, absent);
            else
                Value(candidate, row, value, path);
        }

        void Part(R4.CodeableConcept? code, R4.DataType? value, R4.CodeableConcept? absent, string path)
        {
            var (codes, hasCode) = Intake.Coded(code);
            var rows = intake.Codes.Find(CodeUse.Observation, codes).AddRange(OwnCodes(code));
            var factors = rows.SelectMany(r => r.Factors).Distinct().ToList();
            if (factors.Count == 0)
                resource.Reason ??= hasCode || observation.Component.Count > 0 ? FhirReason.NoFactor : FhirReason.NoCode;
            else if (factors.Count > 1)
                factors.ForEach(f => Intake.Slot(resource, f, $"{path}.code").Refuse(FhirReason.AmbiguousCode));
            else
                parts.Add((Intake.Slot(resource, factors[0], path), rows[0], value, absent, path));
        }
    }

    /// <summary>The factors that a concept names by their own ids.</summary>
    private IEnumerable<CodeRow> OwnCodes(R4.CodeableConcept? concept) =>
        from coding in concept?.Coding ?? []
        where coding.System == Canonicals.Factor && coding.Code is not null && intake.Factor(coding.Code) is not null
        select new CodeRow { Of = CodeUse.Observation, System = "", Code = coding.Code!, Factors = [coding.Code!] };

    private static FhirReason? Refusal(R4.Observation observation) => observation.Status switch
    {
        _ when observation.Focus.Count > 0 => FhirReason.OtherSubject,
        R4.ObservationStatus.EnteredInError => FhirReason.EnteredInError,
        R4.ObservationStatus.Final or R4.ObservationStatus.Amended or R4.ObservationStatus.Corrected => null,
        _ => FhirReason.NotFinal,
    };

    /// <summary>No value, with a reason: declined where the person was asked and would not say, else missing.</summary>
    private void Absent(Candidate candidate, R4.CodeableConcept absent)
    {
        if (absent.Coding.Any(c => c.Code == "asked-declined"))
            intake.Candidates.Add(candidate);
        else
            candidate.Slot.Refuse(FhirReason.DataAbsent);
    }

    private void Value(Candidate candidate, CodeRow row, R4.DataType? value, string path)
    {
        var factor = intake.Factor(candidate.Slot.Factor)!;
        switch (value)
        {
            case null:
                candidate.Slot.Refuse(FhirReason.NoValue);
                break;
            case R4.Quantity quantity when factor.IsNumeric:
                new QuantityReader(intake).Read(candidate, factor, quantity, $"{path}.value");
                break;
            case R4.Integer { Value: { } number } when factor.IsNumeric && (factor.Unit is null || factor.Unit.StartsWith('{')):
                new QuantityReader(intake).Number(candidate, factor, number, null, $"{path}.value");
                break;
            case R4.FhirBoolean { Value: { } yes } when factor.Kind == FactorKind.Boolean:
                Add(candidate, FactorValue.Boolean(yes));
                break;
            case R4.CodeableConcept concept:
                Concept(candidate, row, factor, concept);
                break;
            default:
                candidate.Slot.Refuse(FhirReason.WrongValue);
                break;
        }
    }

    private void Concept(Candidate candidate, CodeRow row, Factor factor, R4.CodeableConcept concept)
    {
        var answers = Intake.Coded(concept).Codes.Select(c => row.Answers.GetValueOrDefault(c.Code))
            .Concat(concept.Coding.Where(c => c.System == Canonicals.Choice).Select(c => c.Code)).OfType<string>().Distinct().ToList();
        if (answers.Count == 0 && Intake.Coded(concept).Codes.Length > 0)
            intake.Candidates.Add(candidate with { IsOther = true });
        else if (answers.Count != 1)
            candidate.Slot.Refuse(FhirReason.WrongValue);
        else if (factor.Kind == FactorKind.Boolean && answers[0] is "true" or "false")
            Add(candidate, FactorValue.Boolean(answers[0] == "true"));
        else if (factor.Kind == FactorKind.Choice && factor.Choices.Contains(answers[0]))
            Add(candidate, FactorValue.Choice(answers[0]));
        else
            candidate.Slot.Refuse(FhirReason.WrongValue);
    }

    private void Add(Candidate candidate, FactorValue value) => intake.Candidates.Add(candidate with { Value = value, Comparable = value });
}
